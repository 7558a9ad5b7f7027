package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.onboarding.Onboarding.Status;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/** Pages that change while somebody looks at them, without a reload, and leave alone what is being typed. */
class FollowsWhatHappensIT extends BrowserStory {

    /** What people take for at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Autowired @Qualifier("eventStreams") SmartLifecycle streams;

    private ChromeDriver other;

    @BeforeEach
    void openAnotherBrowser() {
        other = new ChromeDriver(new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"));
        other.get("http://localhost:" + port + "/sign-in");
        other.switchTo().activeElement().sendKeys("admin", Keys.TAB, "for-these-stories-only", Keys.ENTER);
        await().until(() -> other.getCurrentUrl().endsWith("/"));
        signIn();
    }

    @AfterEach
    void closeTheOtherBrowser() {
        other.quit();
    }

    @Test
    void showsOneBrowserThatAnotherHasFinishedATask() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        see("/tasks?show=open&q=" + task.onboarding());
        var link = By.cssSelector("#tasks a[href='/tasks/" + task.id() + "']");
        assertThat(browser.findElements(link)).hasSize(1);
        var count = count();
        other.get("http://localhost:" + port + "/tasks/" + task.id());
        other.findElement(By.id("answer-again")).sendKeys(Keys.ENTER);
        await().until(() -> worklist.find(task.id()).orElseThrow().state() != io.portolan.worklist.Task.State.OPEN);

        await().atMost(AT_ONCE).pollInterval(Duration.ofMillis(50)).until(() -> browser.findElements(link).isEmpty());
        await().atMost(AT_ONCE).until(() -> count() < count || count >= 99);
        assertThat(isSame()).as("without a reload").isTrue();
        assertThat(browser.findElement(By.id("live-said")).getText()).isEqualTo("No task is shown.");
        assertThat(browser.findElement(By.id("live-lost")).isDisplayed()).isFalse();
    }

    @Test
    void leavesWhatIsHalfTypedAndTheFocusWhereTheyAre() {
        var tpp = aTpp();
        see("/tasks");
        var words = browser.findElement(By.id("q"));
        words.sendKeys("half a wo");
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());

        awaitInPage("/tasks/" + task.id());
        assertThat(words.getDomProperty("value")).isEqualTo("half a wo");
        words.sendKeys("rd");
        assertThat(focused().getDomProperty("value")).as("typing goes on where it was").isEqualTo("half a word");

        browser.findElement(By.cssSelector("a[href='/tasks/" + task.id() + "']")).sendKeys("");
        browser.executeScript("document.querySelector('a[href=\"/tasks/" + task.id() + "\"]').focus()");
        var second = aTpp();
        ScriptedMeans.next(second, "collect-credentials", CHANGED);
        var later = awaitTask(start(second, "AIS").id());
        awaitInPage("/tasks/" + later.id());
        assertThat(focused().getDomAttribute("href")).isEqualTo("/tasks/" + task.id());
        assertThat(isSame()).isTrue();
    }

    @Test
    void followsAnOnboardingItsLegsAndItsEnd() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        see("/onboardings/" + id);
        assertThat(browser.findElement(By.cssSelector("#live-head .status-line")).getText()).contains("Waiting for the bank");
        ok(operator.post(API + "onboardings/" + id + "/bank-answer", "{\"answer\": \"approved\", \"note\": \"By phone.\"}"));
        awaitStatus(id, Status.DONE);

        await().atMost(AT_ONCE).until(() -> String.valueOf(browser.executeScript("return document.querySelector('#live-head .status-line').textContent")).contains("Done"));
        assertThat(browser.findElements(By.cssSelector("#live tr[data-state=done]"))).isNotEmpty();
        assertThat(isSame()).isTrue();
    }

    @Test
    void followsListsAndFigures() {
        var tpp = aTpp();
        see("/registrations");
        var live = awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        awaitInPage("/registrations/" + live.registration());

        var second = aTpp();
        see("/?tpp=" + second);
        ScriptedMeans.next(second, "collect-credentials", CHANGED);
        awaitTask(start(second, "AIS").id());
        // what is counted is kept for five seconds
        await().atMost(Duration.ofSeconds(15)).until(() -> !browser.findElements(By.cssSelector("#dashboard .stage-matrix tbody tr")).isEmpty());
        assertThat(isSame()).isTrue();
    }

    @Test
    void saysThatItIsNotLiveAndCatchesUp() {
        var tpp = aTpp();
        see("/tasks");
        String task;
        streams.stop();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> browser.findElement(By.id("live-lost")).isDisplayed());
            ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
            task = awaitTask(start(tpp, "AIS").id()).id();
        } finally {
            streams.start();
        }

        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(browser.findElements(By.cssSelector("a[href='/tasks/" + task + "']"))).as(seen()).hasSize(1));
        assertThat(browser.findElement(By.id("live-lost")).isDisplayed()).isFalse();
        assertThat(isSame()).isTrue();
    }

    /** Opens a page and marks it, so that a reload would be seen; waits until it follows. */
    private void see(String path) {
        open(path);
        browser.executeScript("window.seenBefore = true");
        await().atMost(Duration.ofSeconds(10)).until(() -> "yes".equals(browser.executeScript("return document.documentElement.dataset.stream")));
    }

    private static boolean isSame() {
        return Boolean.TRUE.equals(((JavascriptExecutor) browser).executeScript("return window.seenBefore"));
    }

    private static void awaitInPage(String href) {
        await().atMost(AT_ONCE.plusSeconds(1)).until(() -> browser.findElements(By.cssSelector("a[href='" + href + "']")).size() == 1);
    }

    /** What the page has asked for, and how much it shows. */
    private static String seen() {
        return String.valueOf(browser.executeScript("return performance.getEntriesByType('resource').slice(-12).map(e => Math.round(e.startTime) + ' ' + e.name.slice(-60) + ' ' + e.responseStatus).join('\\n')"
                + " + '\\n' + document.querySelectorAll('#tasks tbody tr').length + ' rows, ' + document.documentElement.dataset.stream"));
    }

    private static int count() {
        var text = browser.findElement(By.id("task-count")).getText().replaceAll("\\D", "");
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
