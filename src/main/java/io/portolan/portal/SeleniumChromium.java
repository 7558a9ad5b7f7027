package io.portolan.portal;

import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.manager.SeleniumManager;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.os.ExecutableFinder;
import org.openqa.selenium.remote.LocalFileDetector;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Chromium or Chrome of this machine, or one of a Selenium Grid. */
@Component
@Order(0)
class SeleniumChromium implements SeleniumDrivers {

    private static final Logger LOG = LoggerFactory.getLogger(SeleniumChromium.class);
    private static final String[] BROWSERS = {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"};
    private static final String[] USUAL_PLACES = {"/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome",
        "/usr/lib/chromium", "/usr/lib/chromium-browser", "/Applications/Google Chrome.app/Contents/MacOS", "/opt/homebrew/bin"};

    private final PortalSettings settings;
    private Optional<Path> browser;
    private Optional<Path> driver;
    private boolean askedManager;

    SeleniumChromium(PortalSettings settings) {
        this.settings = settings;
        this.browser = found(settings.chromium(), BROWSERS).or(() -> found(null, "Google Chrome"));
        this.driver = found(settings.chromedriver(), "chromedriver");
        if (settings.gridUrl() == null) {
            BrowserFolder.clearLeftBehind();
        }
    }

    @Override
    public boolean isAvailable() {
        return settings.gridUrl() != null || isComplete() || settings.downloadBrowser() && isBrought();
    }

    private boolean isComplete() {
        return browser.isPresent() && driver.isPresent();
    }

    /** Asks Selenium Manager, once, for what is missing: it looks further than we do and may download it. */
    private synchronized boolean isBrought() {
        if (!askedManager) {
            askedManager = true;
            try {
                var brought = SeleniumManager.getInstance().getBinaryPaths(List.of("--browser", "chrome", "--avoid-stats"));
                driver = Optional.ofNullable(brought.getDriverPath()).filter(path -> !path.isEmpty()).map(Path::of);
                browser = Optional.ofNullable(brought.getBrowserPath()).filter(path -> !path.isEmpty()).map(Path::of);
            } catch (WebDriverException e) {
                LOG.info("Selenium Manager brings no browser: {}", e.getRawMessage());
            }
        }
        return isComplete();
    }

    @Override
    public boolean isChromium() {
        return true;
    }

    @Override
    public WebDriver open() {
        if (settings.gridUrl() != null) {
            return remote();
        }
        var folder = BrowserFolder.make();
        var service = new ChromeDriverService.Builder().withSilent(true).withLogFile(folder.driverLog().toFile());
        driver.ifPresent(path -> service.usingDriverExecutable(path.toFile()));
        var options = options(Map.of("download.default_directory", folder.downloads().toString(), "download.prompt_for_download", false,
                "plugins.always_open_pdf_externally", true));
        options.addArguments("--user-data-dir=" + folder.profile());
        browser.ifPresent(path -> options.setBinary(path.toFile()));
        try {
            return new InItsFolder(service.build(), options, folder);
        } catch (WebDriverException e) {
            folder.remove();
            throw e;
        }
    }

    /** Leaves nothing behind when it is closed. */
    private static final class InItsFolder extends ChromeDriver implements SeleniumDownloads {

        private final BrowserFolder folder;

        InItsFolder(ChromeDriverService service, ChromeOptions options, BrowserFolder folder) {
            super(service, options);
            this.folder = folder;
            executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SeleniumScripts.fromTheBeginning()));
        }

        @Override
        public List<Path> complete() {
            return folder.downloaded();
        }

        @Override
        public void quit() {
            try {
                super.quit();
            } finally {
                folder.remove();
            }
        }
    }

    private WebDriver remote() {
        try {
            var driver = new RemoteWebDriver(settings.gridUrl().toURL(), options(Map.of()), false);
            driver.setFileDetector(new LocalFileDetector());
            return driver;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("portolan.portal.grid-url is not an address: " + settings.gridUrl(), e);
        }
    }

    private ChromeOptions options(Map<String, Object> downloads) {
        var options = new ChromeOptions();
        options.addArguments("--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync",
                "--disable-default-apps", "--disable-extensions", "--disable-component-update", "--no-first-run",
                "--no-default-browser-check", "--disable-translate", "--disable-features=Translate,AutofillServerCommunication,"
                + "PasswordManagerOnboarding,OptimizationHints,MediaRouter", "--window-size=1280,1000", "--lang=en");
        if (settings.headless()) {
            options.addArguments("--headless=new");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox");
        }
        var prefs = new HashMap<String, Object>(Map.of("credentials_enable_service", false,
                "profile.password_manager_enabled", false, "profile.password_manager_leak_detection", false,
                "autofill.profile_enabled", false, "intl.accept_languages", "en"));
        prefs.putAll(downloads);
        options.setExperimentalOption("prefs", prefs);
        // a picture or a counter that never comes must not hold up a page that can be read
        options.setPageLoadStrategy(PageLoadStrategy.EAGER);
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.IGNORE);
        return options;
    }

    private static Optional<Path> found(Path set, String... names) {
        if (set != null) {
            return Optional.of(set).filter(Files::isExecutable);
        }
        var finder = new ExecutableFinder();
        return Stream.of(names).map(finder::find).filter(Objects::nonNull).map(Path::of).findFirst()
                .or(() -> Stream.of(USUAL_PLACES).flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                        .filter(Files::isExecutable).findFirst());
    }
}
