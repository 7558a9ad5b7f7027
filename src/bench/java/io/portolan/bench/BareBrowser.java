package io.portolan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium with the options that Portolan gives it, so that both sides wait for the same browser. */
final class BareBrowser {

    private BareBrowser() { }

    static WebDriver open() {
        var service = new ChromeDriverService.Builder().withSilent(true)
                .usingDriverExecutable(program("bench.chromedriver", "/usr/bin/chromedriver").toFile());
        var options = new ChromeOptions();
        options.setBinary(program("bench.chromium", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").toFile());
        options.addArguments("--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync",
                "--disable-default-apps", "--disable-extensions", "--disable-component-update", "--no-first-run",
                "--no-default-browser-check", "--disable-translate", "--disable-features=Translate,AutofillServerCommunication,"
                + "PasswordManagerOnboarding,OptimizationHints,MediaRouter", "--window-size=1280,1000", "--lang=en", "--headless=new");
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox");
        }
        options.setExperimentalOption("prefs", Map.of("credentials_enable_service", false,
                "profile.password_manager_enabled", false, "profile.password_manager_leak_detection", false,
                "autofill.profile_enabled", false, "intl.accept_languages", "en"));
        options.setPageLoadStrategy(PageLoadStrategy.NORMAL);
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.ACCEPT);
        return new ChromeDriver(service.build(), options);
    }

    private static Path program(String property, String... places) {
        var set = System.getProperty(property);
        return (set == null ? Stream.of(places) : Stream.of(set)).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no browser; name it by -D" + property));
    }
}
