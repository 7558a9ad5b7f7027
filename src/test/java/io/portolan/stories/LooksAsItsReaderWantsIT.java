package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;

/** Light, dark and the clock of whoever reads, as the system says or as was chosen. */
@Tag("browser")
class LooksAsItsReaderWantsIT extends BrowserStory {

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
        browser.manage().addCookie(new Cookie("portolan-zone", "Nowhere%2FAtAll"));
        assertThat(exactTime()).endsWith(" UTC");
    }

    /** When the admin was made, as one reads it on hovering. */
    private String exactTime() {
        open("/access/users/admin");
        return browser.findElement(By.cssSelector("main time")).getDomAttribute("title");
    }
}
