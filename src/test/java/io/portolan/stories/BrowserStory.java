package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.portal.RealBrowser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stories share that look at the console in a real browser. */
abstract class BrowserStory extends ApiStory {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserStory.class);

    static ChromeDriver browser;
    private static WalkedPages walked = new WalkedPages();
    private static String axe;

    @BeforeAll
    static void openBrowser() throws IOException {
        RealBrowser.require();
        walked = new WalkedPages();
        try (var script = BrowserStory.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        var options = new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--ignore-certificate-errors",
                "--force-prefers-reduced-motion");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        browser = new ChromeDriver(options);
        browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void closeBrowser(TestInfo info) {
        quit();
        walked.hold(info.getTestClass().orElseThrow());
    }

    /** One that has died has no end of its own: its tests have failed, and run again in another. */
    private static void quit() {
        try {
            if (browser != null) {
                browser.quit();
            }
        } catch (WebDriverException e) {
            LOG.warn("The browser of the story does not end: {}", e.getRawMessage());
        }
    }

    @AfterEach
    void noteThatItRan(TestInfo info) {
        walked.ran(info.getTestMethod().orElseThrow());
    }

    /** What a page did that its content security policy forbids, the browser tells. */
    @AfterEach
    void breaksNoPolicy() {
        assertThat(browser.manage().logs().get(LogType.BROWSER)).extracting(LogEntry::getMessage).as("what the browser tells").noneMatch(told -> told.contains("Content Security Policy"));
    }

    @BeforeEach
    void leaveTheConsole() {
        browser.manage().window().setSize(new Dimension(1280, 900));
        open("/sign-in");
        browser.manage().deleteAllCookies();
        open("/sign-in");
    }

    void open(String path) {
        browser.get("http://localhost:" + port + path);
    }

    void signIn() {
        focused().sendKeys("admin", Keys.TAB, "for-these-stories-only", Keys.ENTER);
        awaitPath("/");
    }

    static WebElement focused() {
        return browser.switchTo().activeElement();
    }

    static void press(CharSequence... keys) {
        focused().sendKeys(keys);
    }

    static void awaitPath(String path) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(browser.getCurrentUrl()).endsWith(path));
    }

    /** Waits for a text that comes into a part of the page by itself, as quickly as people take for at once. */
    static void awaitText(String part, String text) {
        await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(text(part)).contains(text));
    }

    static String text(String part) {
        return String.valueOf(browser.executeScript("const part = document.querySelector(arguments[0]); return part ? part.textContent : ''", part));
    }

    static void assertFocus(String id) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(focused().getDomAttribute("id")).isEqualTo(id));
    }

    /**
     * What is wrong with the page that is shown, as axe says it, and what sticks out of it. Contrast is the same at any width, and takes axe longest: it is looked
     * at light and dark, and of lines that are made alike, as those of a list are, once.
     */
    static List<String> wrong(String name, boolean withContrast) {
        walked.walked(browser.getCurrentUrl());
        if (!(Boolean) browser.executeScript("return !!window.axe")) {
            browser.executeScript(axe);
        }
        var found = (List<?>) browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const withContrast = arguments[0];
                const page = document.documentElement;
                const said = (result, how) => result.violations.map(v => how + v.id + ': ' + v.help + ' at ' + v.nodes.map(n => n.html.slice(0, 160)).join(' and '));
                const asItIs = page.getAttribute('data-bs-theme');
                const named = one => one.tagName + ['class', 'style', 'aria-current', 'disabled', 'hidden'].map(name => one.getAttribute(name));
                const within = one => one ? named(one) + within(one.parentElement) : '';
                const made = one => named(one) + '(' + Array.from(one.children, made) + ')';
                const seen = new Set();
                const again = Array.from(document.querySelectorAll('tbody > tr, li, label.form-check')).filter(one => {
                  const how = made(one) + within(one.parentElement);
                  return seen.has(how) || !seen.add(how);
                });
                const contrast = () => axe.run(again.length ? {include: [page], exclude: again} : document, {runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations']});
                const inTheDark = () => {
                  page.setAttribute('data-bs-theme', 'dark');
                  return contrast().finally(() => page.setAttribute('data-bs-theme', asItIs));
                };
                const none = {violations: []};
                (async () => {
                  const rules = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'],
                    rules: {'color-contrast': {enabled: false}}});
                  const light = withContrast ? await contrast() : none;
                  const dark = withContrast ? await inTheDark() : none;
                  done(said(rules, '').concat(said(light, ''), said(dark, 'dark '),
                    document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth ? ['the page is wider than the window'] : []));
                })();
                """, withContrast);
        return found.stream().map(each -> name + ": " + each).toList();
    }

    static List<String> wrong(String name) {
        return wrong(name, true);
    }

    List<String> wrongWideAndNarrow(String path) {
        open(path);
        return wrongAsItIs(path);
    }

    /** What is wrong with the page that is shown, as wide as a screen, half of it, and a phone. */
    List<String> wrongAsItIs(String name) {
        var wrong = new ArrayList<String>();
        for (var width : List.of(1280, 800, 500)) {
            browser.manage().window().setSize(new Dimension(width, 900));
            wrong.addAll(wrong(name + " at " + width, width > 1000));
        }
        return wrong;
    }
}
