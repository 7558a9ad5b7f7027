package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The pages of banks that have no playbook yet, and of whoever writes one: by the rules of WCAG 2.2 AA that a machine can check, and by keyboard alone. */
@Tag("browser")
class MeetsWcagWithoutPlaybooksIT extends BrowserStory {

    @Test
    void breaksNoRuleWhereThereIsNoPlaybookYet() {
        var begun = operator.post(API + "onboardings", wish(aTpp()).replace("xx-quay", "nl-abn-amro")).json().get("id").asText();
        ok(complete(awaitTask(begun).id(), "{\"outcome\": \"done\", \"values\": {\"portal-says\": \"Licence first.\"}}"));
        var named = operator.post(API + "banks", "{\"name\": \"Typed " + UUID.randomUUID().toString().substring(0, 8) + "\", \"country\": \"LU\", \"another\": true}").json().get("id").asText();
        signIn();
        var wrong = new ArrayList<String>();
        for (var path : List.of("/banks/nl-abn-amro", "/banks/nl-abn-amro/draft", "/banks/nl-rabobank/draft", "/banks/xx-quay/playbook", "/banks/xx-quay/explain", "/banks/check",
                "/banks/new", "/banks/" + named, "/banks/" + named + "/correction", "/onboardings/" + begun)) {
            wrong.addAll(wrongWideAndNarrow(path));
        }

        open("/banks/check");
        browser.findElement(By.id("text")).sendKeys("bank: xx-typed\nnmae: Typed\n", Keys.TAB, Keys.TAB);
        press(Keys.TAB);
        assertThat(focused().getText()).isEqualTo("Check it");
        press(Keys.ENTER);
        assertFocus("result-title");
        assertThat(browser.findElement(By.id("checked-text-2")).getDomAttribute("class")).contains("is-wrong");
        wrong.addAll(wrongAsItIs("checked"));

        assertThat(wrong).isEmpty();
    }

    @Test
    void letsABankBeNamedByKeyboardAlone() {
        var name = "Rabo of " + UUID.randomUUID().toString().substring(0, 8);
        signIn();
        open("/banks/new");
        assertFocus("name");
        press(Keys.TAB, Keys.TAB);
        press(Keys.TAB);
        press(Keys.ENTER);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(focused().getText()).startsWith("It cannot be taken in like this"));
        var wrong = new ArrayList<>(wrongAsItIs("not named"));

        browser.findElement(By.id("name")).sendKeys(name, Keys.TAB);
        press("Netherl", Keys.TAB, "https://portal.bank.example", Keys.ENTER);
        assertFocus("alike-title");
        assertThat(browser.findElement(By.className("alike")).getText()).contains("Rabobank");
        wrong.addAll(wrongAsItIs("alike"));
        browser.findElement(By.name("none")).sendKeys(Keys.ENTER);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(browser.getCurrentUrl()).contains("/onboardings/new?bank=nl-rabo-of-"));

        assertThat(wrong).isEmpty();
    }
}
