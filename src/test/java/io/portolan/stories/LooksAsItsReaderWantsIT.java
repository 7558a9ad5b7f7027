package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.access.Users;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.vault.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/** Light, dark and the clock of whoever reads, as the system says or as they have chosen, in whatever browser. */
@Tag("browser")
class LooksAsItsReaderWantsIT extends BrowserStory {

    private static final String PASSWORD = "for-these-stories-only";

    @Autowired Users users;

    private final String reader = "reader-" + UUID.randomUUID();

    @BeforeEach
    void makeAReader() {
        try (var password = Secret.of(PASSWORD)) {
            users.create(reader, password, Set.of(Role.AUDITOR));
        }
    }

    @Override
    void signIn() {
        focused().sendKeys(reader, Keys.TAB, PASSWORD, Keys.ENTER);
        awaitPath("/");
    }

    private static void beSystem(String scheme) {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The zone of the browser's clock; it is told by the page that was loaded before. */
    private void beIn(String zone) {
        browser.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
        open("/access");
    }

    private static String look() {
        return browser.findElement(By.tagName("html")).getDomAttribute("data-bs-theme");
    }

    private static WebElement field(String css) {
        return browser.findElement(By.cssSelector("form[action='/access/look'] " + css));
    }

    private void keep() {
        browser.executeScript("arguments[0].scrollIntoView()", field("button"));
        field("button").click();
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.className("said")).isEmpty());
    }

    @Test
    void followsTheSystemUntilLightOrDarkIsChosen() {
        try {
            beSystem("dark");
            open("/sign-in");
            assertThat(look()).isEqualTo("dark");
            signIn();
            beSystem("light");
            open("/access");
            assertThat(look()).isEqualTo("light");

            field("input[value=dark]").click();
            keep();
            assertThat(look()).isEqualTo("dark");
            assertThat(field("input[value=dark]").isSelected()).isTrue();
            assertThat(browser.executeAsyncScript("fetch('/access').then(answer => answer.text()).then(arguments[0])").toString())
                    .as("set by the server, before any script runs").contains("data-bs-theme=\"dark\"");

            field("input[value=system]").click();
            keep();
            assertThat(look()).isEqualTo("light");
        } finally {
            beSystem("");
        }
    }

    @Test
    void showsTimesByTheChosenClockOrByThatOfTheBrowser() {
        signIn();
        open("/access");
        field("option[value='Asia/Tokyo']").click();
        keep();
        assertThat(exactTime()).contains(" JST (").endsWith(" UTC)");

        open("/access");
        field("option[value='']").click();
        keep();
        beIn("America/Los_Angeles");
        assertThat(exactTime()).containsPattern(" P[SD]T \\(").endsWith(" UTC)");

        beIn("");
    }

    @Test
    void tellsHowLongAgoByTheClockOfTheServerWhateverThatOfTheBrowserSays() {
        var ahead = browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", "const right = Date.now; Date.now = () => right() + 3600000;"));
        try {
            signIn();
            open("/onboardings/" + awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).id());
            var time = By.cssSelector("main time:not([data-exact])");
            assertThat(browser.executeScript("return Math.round((Date.now() - Date.parse(arguments[0].dateTime)) / 3600000)", browser.findElement(time))).isEqualTo(1L);
            browser.executeScript("arguments[0].textContent = 'until it is told anew'", browser.findElement(time));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(browser.findElement(time).getText()).matches("now|\\d+ s ago|\\d min ago"));
        } finally {
            browser.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", ahead.get("identifier")));
        }
    }

    @Test
    void followsItsReaderToAnotherBrowserAndLeavesTheCookieToTheOthers() {
        signIn();
        open("/access");
        field("input[value=dark]").click();
        field("option[value='Asia/Tokyo']").click();
        keep();
        browser.manage().deleteAllCookies();
        open("/sign-in");
        assertThat(look()).as("of whom nobody knows yet").isEqualTo("light");
        signIn();
        assertThat(look()).isEqualTo("dark");
        assertThat(exactTime()).contains(" JST (");
        assertThat(browser.manage().getCookieNamed("portolan-look")).isNull();

        open("/access");
        field("input[value=light]").click();
        keep();
        browser.findElement(By.cssSelector("form.sign-out button")).click();
        awaitPath("/sign-in?signed-out");
        assertThat(browser.manage().getCookieNamed("portolan-look").getValue()).isEqualTo("light");
        browser.manage().addCookie(new Cookie("portolan-look", "dark"));
        open("/sign-in");
        assertThat(look()).as("as the browser keeps it").isEqualTo("dark");
        signIn();
        assertThat(look()).as("as its reader wants it").isEqualTo("light");
    }

    @Test
    void takesACookieThatSaysNonsenseForNone() {
        browser.manage().addCookie(new Cookie("portolan-zone", "Nowhere%2FAtAll"));
        browser.manage().addCookie(new Cookie("portolan-look", "pink"));
        open("/sign-in");
        assertThat(look()).isEqualTo("light");
        signIn();
        assertThat(exactTime()).endsWith(" UTC");
    }

    /** When something was done, as one reads it on hovering. */
    private String exactTime() {
        open("/journal");
        return browser.findElement(By.cssSelector("main time")).getDomAttribute("title");
    }
}
