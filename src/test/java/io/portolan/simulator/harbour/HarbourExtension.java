package io.portolan.simulator.harbour;

import io.portolan.simulator.ApiCaller;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.IssuedCertificate;
import io.portolan.simulator.TppMailbox;
import io.portolan.simulator.WorldOptions;
import io.portolan.simulator.harbour.DeveloperByHand.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;
import org.springframework.util.FileSystemUtils;

/** Opens a bank in a folder of its own for each test, and a developer who has a browser at its portal. */
final class HarbourExtension implements BeforeEachCallback, AfterEachCallback {

    static final String E_MAIL = "banks@tpp.example";
    static final String PASSWORD = "Seven-Seas-2026";

    private final WorldOptions options;
    private Path folder;
    private HtmlUnitDriver browser;
    private Harbour bank;
    private DeveloperByHand developer;

    HarbourExtension(WorldOptions options) {
        this.options = options;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("harbour");
        browser = new HtmlUnitDriver(false);
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        browser.quit();
        bank.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    void open() {
        bank = Harbour.start(folder(), options);
        developer = new DeveloperByHand(browser, bank.portalUrl());
    }

    Path folder() {
        return folder.resolve("world");
    }

    Harbour bank() {
        return bank;
    }

    HtmlUnitDriver browser() {
        return browser;
    }

    DeveloperByHand developer() {
        return developer;
    }

    TppMailbox mailbox() {
        return new TppMailbox(bank.addresses());
    }

    void signIn() {
        developer.signUp(E_MAIL, PASSWORD);
        signInWithLink();
    }

    void signInWithLink() {
        developer.open(mailbox().confirmationLink());
        developer.logIn(E_MAIL, PASSWORD);
    }

    Credentials onboarded() throws IOException {
        signIn();
        developer.createApplication("Lantern", logo());
        developer.subscribe();
        bank.control().approve();
        developer.openApplication("HB-000001");
        return developer.credentials();
    }

    Path logo() throws IOException {
        return Files.write(folder.resolve("logo.png"), DemoTpp.example().logo());
    }

    Path noLogo() throws IOException {
        return Files.writeString(folder.resolve("logo.png"), "not a picture");
    }

    IssuedCertificate qwac() {
        return bank.authority().qwac(DemoTpp.example());
    }

    ApiCaller client(IssuedCertificate own) {
        return new ApiCaller(bank.apiUrl(), bank.authority(), own);
    }
}
