package io.portolan.portal;

import io.portolan.playbook.Target;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The browser that playbooks are played with, Chromium, and the one that stands in for it, on pages that a test makes. */
abstract class OpenBrowsers {

    enum Kind { CHROMIUM, HTML_UNIT }

    static final Patience PATIENCE = new Patience(Duration.ofSeconds(5));

    static final PortalSettings SETTINGS = new PortalSettings(2, Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofSeconds(20), true, null, PortalSettings.Choice.AUTO, null, null, false, Duration.ofMillis(100));

    static final Map<Kind, Browser> OPEN = new EnumMap<>(Kind.class);
    static TestPages pages;

    @BeforeAll
    static void startPages() {
        pages = new TestPages();
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(Browser::close);
        OPEN.clear();
        pages.close();
    }

    static Browser browser(Kind kind) {
        var chromium = new SeleniumChromium(SETTINGS);
        RealBrowser.require(kind == Kind.HTML_UNIT || chromium.isAvailable());
        return OPEN.computeIfAbsent(kind, each -> new SeleniumBrowsers(
                List.of(each == Kind.CHROMIUM ? chromium : new SeleniumHtmlUnitDrivers()), SETTINGS).open());
    }

    static Browser showing(Kind kind, String body) {
        var browser = browser(kind);
        browser.open(pages.page("/page", body).url("/page"));
        return browser;
    }

    static Element field(Browser browser, String label) {
        return browser.find(Look.forUse(label(label), Look.Use.FIELD)).orElseThrow();
    }

    static String value(Browser browser, String label) {
        return browser.find(Look.forUse(label(label), Look.Use.VALUE)).orElseThrow().value();
    }

    static Element find(Browser browser, Target target) {
        return browser.find(Look.forUse(target, Look.Use.CLICK)).orElseThrow();
    }

    static void click(Browser browser, Target target) {
        find(browser, target).click();
    }

    static Target label(String label) {
        return Targets.label(label);
    }

    static Target role(String role, String name) {
        return Targets.role(role, name);
    }

    static Target text(String text) {
        return Targets.text(text);
    }
}
