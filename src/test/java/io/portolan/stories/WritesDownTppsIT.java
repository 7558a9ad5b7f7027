package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Who we are, written down in a real browser by keyboard alone. */
@Tag("browser")
class WritesDownTppsIT extends BrowserStory {

    @Test
    void letsATppBeWrittenDownByKeyboardAlone() {
        var tpp = aTpp();
        signIn();
        open("/tpps/" + tpp + "/edit");
        browser.findElement(By.id("add-contacts")).sendKeys(Keys.ENTER);
        assertFocus("f-contacts-1-kind");
        press("Tech", Keys.TAB, "Bob", Keys.TAB, "Roe", Keys.TAB, "bob at tpp", Keys.ENTER);

        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.className("error-summary")).isEmpty());
        assertThat(focused().getText()).contains("Nothing was kept yet", "\"bob at tpp\" is no e-mail address");
        var wrong = new ArrayList<>(wrongAsItIs("a TPP with a mistake"));
        browser.findElement(By.cssSelector(".error-summary a")).sendKeys(Keys.ENTER);
        assertFocus("f-contacts-1-eMail");
        press(Keys.chord(Keys.CONTROL, "a"), "bob@tpp.example", Keys.ENTER);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(focused().getText()).startsWith("Kept: Example TPP"));
        assertThat(browser.findElement(By.id("tpp")).getText()).contains("bob@tpp.example", "Technical questions");
        assertThat(wrong).isEmpty();
    }
}
