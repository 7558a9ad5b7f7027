package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Forms that are sent after their session has ended, in a real browser: who sent them signs in, and goes on where they were. */
@Tag("browser")
@Order(1)
class LosesNothingTypedIT extends BrowserStory {

    private String task;

    @BeforeEach
    void begin() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        task = awaitTask(start(tpp, "AIS").id()).id();
        signIn();
    }

    @Test
    void putsBackWhatWasTypedButNoSecretAfterSigningInAgain() {
        open("/tasks/" + task);
        field("value.client-id").sendKeys("c-4711");
        field("value.client-secret").sendKeys("known-to-nobody");
        var note = browser.findElement(By.cssSelector("form[action$='/completion'] [name=note]"));
        note.sendKeys("Read on their page, <b>twice</b>");
        endSession();
        note.submit();
        awaitPath("/sign-in?ended");
        assertThat(stored()).contains("c-4711").doesNotContain("known-to-nobody", "_csrf");

        signInHere();

        awaitPath("/tasks/" + task);
        assertThat(browser.findElement(By.id("typed-again")).getText()).contains("What you typed is here again");
        assertThat(field("value.client-id").getDomProperty("value")).isEqualTo("c-4711");
        assertThat(field("value.client-secret").getDomProperty("value")).isEmpty();
        assertThat(browser.findElement(By.cssSelector("form[action$='/completion'] [name=note]")).getDomProperty("value")).isEqualTo("Read on their page, <b>twice</b>");
        assertThat(stored()).isNull();
        open("/tasks/" + task);
        assertThat(field("value.client-id").getDomProperty("value")).isEmpty();
    }

    @Test
    void putsBackACommentThatIsThenSentOnce() {
        open("/tasks/" + task);
        browser.findElement(By.id("comment")).sendKeys("They call back on Monday.");
        endSession();
        browser.findElement(By.id("comment")).submit();
        awaitPath("/sign-in?ended");
        signInHere();
        awaitPath("/tasks/" + task);

        browser.findElement(By.id("comment")).submit();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(operator.get(API + "tasks/" + task + "/comments").json().get("items").findValuesAsText("text"))
                .containsExactly("They call back on Monday."));
    }

    @Test
    void leadsBackToThePageWhereSomebodyHasSignedInAgainElsewhere() {
        open("/tasks/" + task);
        browser.findElement(By.id("comment")).sendKeys("Typed before.");
        var comment = browser.findElement(By.id("comment"));
        endSession();
        browser.executeScript("const done = fetch('/sign-in').then(r => r.text());");
        var other = Visitor.signedIn(port, "admin", "for-these-stories-only");
        assertThat(other.get("/tasks").status()).isEqualTo(200);
        browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                fetch('/sign-in').then(r => r.text()).then(page => {
                  const csrf = new DOMParser().parseFromString(page, 'text/html').querySelector('[name=_csrf]').value;
                  return fetch('/sign-in', {method: 'POST', body: new URLSearchParams({username: 'admin', password: 'for-these-stories-only', _csrf: csrf})});
                }).then(() => done());""");
        comment.submit();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(browser.findElements(By.id("typed-again"))).hasSize(1));
        assertThat(browser.findElement(By.id("comment")).getDomProperty("value")).isEqualTo("Typed before.");
    }

    @Test
    void keepsThePageOfSignInOutOfAPartOfAPageAndWhatWasTypedBesideIt() {
        var other = aTpp();
        ScriptedMeans.next(other, "approval", PENDING);
        var waiting = start(other, "AIS").id();
        awaitStatus(waiting, io.portolan.onboarding.Onboarding.Status.WAITING_FOR_BANK);
        open("/onboardings/" + waiting);
        browser.findElements(By.cssSelector("details")).forEach(each -> browser.executeScript("arguments[0].open = true", each));
        var typed = browser.findElements(By.cssSelector("form[method=post] textarea, form[method=post] input[type=text]")).stream().filter(WebElement::isDisplayed).findFirst().orElseThrow();
        typed.sendKeys("Half a sentence");
        endSession();
        browser.executeScript("htmx.trigger(document.getElementById('live'), 'load'); htmx.ajax('GET', '/onboardings/" + waiting + "/live', '#live')");
        awaitPath("/sign-in?ended");
        assertThat(browser.findElements(By.id("live"))).isEmpty();

        signInHere();

        awaitPath("/onboardings/" + waiting);
        assertThat(browser.findElements(By.cssSelector("form[method=post] textarea, form[method=post] input")).stream().map(each -> each.getDomProperty("value"))).contains("Half a sentence");
    }

    @Test
    void leadsBackFromARefusalToWhatWasTypedAndSaysBesideTheFieldWhatIsWrong() {
        var waiting = awaitingApproval();
        openActs(waiting);
        browser.findElement(By.cssSelector("[name=answer][value=ACKNOWLEDGED]")).click();
        browser.findElement(By.id("note")).sendKeys("They need a week more.");
        browser.findElement(By.id("reference")).sendKeys("R-17");
        browser.executeScript("document.getElementById('expectedBy').value = '2024-01-31'");
        browser.findElement(By.id("note")).submit();
        awaitError();

        browser.findElement(By.id("back-to-form")).click();

        awaitPath("/onboardings/" + waiting);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(browser.findElements(By.id("typed-again"))).hasSize(1));
        assertThat(text("#typed-again")).contains("in the past", "What you typed is here again");
        assertThat(browser.findElement(By.id("note")).getDomProperty("value")).isEqualTo("They need a week more.");
        assertThat(browser.findElement(By.id("reference")).getDomProperty("value")).isEqualTo("R-17");
        assertThat(browser.findElement(By.cssSelector("[name=answer][value=ACKNOWLEDGED]")).isSelected()).isTrue();
        assertFocus("expectedBy");
        assertThat(browser.findElement(By.id("expectedBy")).getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(text("#expectedBy-refused")).contains("not over");
        assertThat(wrong("a form that was refused", true)).isEmpty();
        assertThat(stored()).isNull();
    }

    @Test
    void showsWhatWasTypedIntoAFormThatIsGoneMeanwhile() {
        var waiting = awaitingApproval();
        openActs(waiting);
        browser.findElement(By.cssSelector("[name=answer][value=ACKNOWLEDGED]")).click();
        browser.findElement(By.id("note")).sendKeys("A long talk, written down once.");
        operator.post(API + "onboardings/" + waiting + "/withdrawal", "{\"reason\":\"not needed\"}");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(text("#live-head .status-line")).contains("Withdrawn"));
        browser.findElement(By.id("note")).submit();
        awaitError();

        browser.findElement(By.id("back-to-form")).click();

        awaitPath("/onboardings/" + waiting);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(text("#typed-again")).contains("has no form here any more", "A long talk, written down once."));
    }

    private String awaitingApproval() {
        var other = aTpp();
        ScriptedMeans.next(other, "approval", PENDING);
        var waiting = start(other, "AIS").id();
        awaitStatus(waiting, io.portolan.onboarding.Onboarding.Status.WAITING_FOR_BANK);
        return waiting;
    }

    private void openActs(String onboarding) {
        open("/onboardings/" + onboarding);
        browser.findElements(By.cssSelector("details")).forEach(each -> browser.executeScript("arguments[0].open = true", each));
    }

    private static void awaitError() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(browser.findElements(By.id("back-to-form"))).hasSize(1));
    }

    @Test
    void leadsNobodyToAPageThatIsNotOurs() {
        var nobody = Visitor.nobody(port);
        nobody.form("/tasks/" + task + "/comments", Map.of("text", "x"));
        for (var referer : new String[] {"https://elsewhere.example/tasks", "http://localhost:" + port + "//elsewhere.example/", "javascript:alert(1)", "http://localhost:" + port + "/sign-out", "%%"}) {
            var someone = Visitor.nobody(port);
            assertThat(someone.send("/tasks/" + task + "/comments", "application/x-www-form-urlencoded", "text=x".getBytes(), "Referer", referer).header("Location")).endsWith("/sign-in?ended");
            assertThat(someone.submit("/sign-in", "/sign-in", Map.of("username", "admin", "password", "for-these-stories-only")).header("Location")).as(referer).endsWith("/");
        }
        assertThat(admin().get("/tasks/" + task + "/completion", "Accept", "text/html").header("Location")).endsWith("/tasks/" + task);
    }

    private static WebElement field(String name) {
        return browser.findElement(By.name(name));
    }

    private static String stored() {
        return (String) browser.executeScript("return sessionStorage.getItem('portolan-typed')");
    }

    private static void endSession() {
        browser.manage().deleteAllCookies();
    }

    private static void signInHere() {
        browser.findElement(By.id("username")).sendKeys("admin", Keys.TAB, "for-these-stories-only", Keys.ENTER);
    }
}
