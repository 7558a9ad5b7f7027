package io.portolan.bench;

import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.harbour.DeveloperByHand;
import io.portolan.simulator.harbour.Harbour;
import io.portolan.simulator.ApiCaller;
import io.portolan.simulator.IssuedCertificate;
import io.portolan.simulator.TppMailbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/** The clicks of the playbook as a bare Selenium script makes them: no evidence, no journal, nothing looked at twice. */
final class BareScript {

    private static final String PASSWORD = "Seven-Seas-2026";
    private static final String NAME = "Lantern Ledger";
    private static final Pattern LINK = Pattern.compile("http://\\S+/confirm\\?token=\\S+");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Harbour bank;
    private final WebDriver browser;
    private final DeveloperByHand developer;

    BareScript(Harbour bank, WebDriver browser) {
        this.bank = bank;
        this.browser = browser;
        this.developer = new DeveloperByHand(browser, bank.portalUrl());
    }

    /** Goes from the sign-up to the accounts that the API shows. */
    void run(Path logo, IssuedCertificate own) throws Exception {
        var address = bank.addresses().mailbox();
        developer.signUp(address, PASSWORD);
        expect("We have sent you a mail with a link");
        developer.open(confirmationLink());
        expect("Your e-mail address is confirmed.");
        developer.logIn(address, PASSWORD);
        await("signed in", () -> developer.sees("Log out"));
        developer.createApplication(NAME, logo);
        expect("Your application was created.");
        openFound();
        developer.subscribe();
        expect("Your subscriptions were saved.");
        find();
        await("Active", () -> "Active".equals(browser.findElement(By.className("status")).getDomProperty("textContent")));
        openFound();
        var clientId = value("client-id");
        var apiKey = browser.findElement(By.id("api-key")).getText();
        developer.press("Show client secret");
        expect("Keep the client secret now");
        access(new DeveloperByHand.Credentials(clientId, apiKey, value("client-secret")),
                new ApiCaller(bank.apiUrl(), bank.authority(), own));
    }

    /** A click comes back before its page has come; who goes on at once may cut it off. */
    private void expect(String text) {
        await(text, () -> developer.seen().contains(text));
    }

    private static void await(String what, BooleanSupplier isSo) {
        Waiting.until("the page shows: " + what, Duration.ofSeconds(30), Duration.ofMillis(10), () -> {
            try {
                return isSo.getAsBoolean();
            } catch (WebDriverException pageChanges) {
                return false;
            }
        });
    }

    private String value(String id) {
        return browser.findElement(By.id(id)).getDomProperty("value");
    }

    private String confirmationLink() throws Exception {
        var mailbox = new TppMailbox(bank.addresses());
        for (var end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < end;) {
            for (var mail : mailbox.mails()) {
                var link = first(LINK, mail.text());
                if (link.isPresent()) {
                    return link.get().group();
                }
            }
        }
        throw new IllegalStateException("there is no mail");
    }

    private void find() {
        developer.openApplications();
        var search = browser.findElement(By.xpath("//label[normalize-space()='Name of the application']")).getDomAttribute("for");
        browser.findElement(By.id(search)).sendKeys(NAME);
        developer.press("Search");
        await("what was found", () -> browser.getCurrentUrl().contains("?name="));
    }

    private void openFound() {
        find();
        await("the application", () -> !browser.findElements(By.linkText("Open")).isEmpty());
        browser.findElement(By.linkText("Open")).click();
        await("its page", () -> browser.getCurrentUrl().matches(".*/applications/HB-\\d+"));
        await("its credentials or products", () -> !browser.findElements(By.id("AIS")).isEmpty());
    }

    private static void access(DeveloperByHand.Credentials credentials, ApiCaller client) throws Exception {
        var token = first(TOKEN, client.token(credentials.clientId(), credentials.clientSecret()).body()).orElseThrow().group(1);
        var accounts = client.accounts(Map.of("Authorization", "Bearer " + token, "X-API-Key", credentials.apiKey(),
                "TPP-Organisation-Id", DemoTpp.example().organisationId()));
        if (accounts.statusCode() != 200) {
            throw new IllegalStateException("the accounts answer " + accounts.statusCode());
        }
    }

    private static Optional<MatchResult> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }
}
