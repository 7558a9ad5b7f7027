package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.onboarding.Onboarding.Status;
import java.time.Duration;
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

    @BeforeEach
    void signInFirst() {
        signIn();
    }

    /** A second browser, in which somebody is signed in. */
    private ChromeDriver anotherBrowser() {
        var other = new ChromeDriver(new ChromeOptions().addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"));
        other.get("http://localhost:" + port + "/sign-in");
        other.switchTo().activeElement().sendKeys("admin", Keys.TAB, "for-these-stories-only", Keys.ENTER);
        await().until(() -> other.getCurrentUrl().endsWith("/"));
        return other;
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
        var other = anotherBrowser();
        try {
            other.get("http://localhost:" + port + "/tasks/" + task.id());
            other.findElement(By.id("answer-again")).sendKeys(Keys.ENTER);
            await().until(() -> worklist.find(task.id()).orElseThrow().state() != io.portolan.worklist.Task.State.OPEN);
        } finally {
            other.quit();
        }

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
    void followsARegistrationItsCredentialsAndItsChecks() {
        var registration = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).registration();
        var its = API + "registrations/" + registration;
        see("/registrations/" + registration);
        var proofs = browser.findElements(By.cssSelector("#proofs .timeline-list > li")).size();
        browser.findElement(By.cssSelector("#hand-in > summary")).click();
        var half = browser.findElement(By.id("hand-in-name"));
        half.sendKeys("half-a-na");

        ok(operator.post(its + "/health", "{\"health\": \"degraded\", \"reason\": \"Half of the calls fail.\"}"));
        awaitText("#registration .facts", "Half of the calls fail.");
        assertThat(operator.post(its + "/credentials", "{\"name\": \"spare-key\", \"kind\": \"api-key\", \"value\": \"seen-by-nobody\"}").status()).isLessThan(300);
        awaitText("#credentials tbody", "spare-key");
        ok(operator.post(its + "/verification", ""));
        await().atMost(AT_ONCE).until(() -> browser.findElements(By.cssSelector("#proofs .timeline-list > li")).size() > proofs);
        awaitText("#registration .facts", "OK");

        half.sendKeys("me");
        assertThat(half.getDomProperty("value")).as("typed on where it was").isEqualTo("half-a-name");
        assertThat(browser.findElements(By.id("hand-in"))).hasSize(1);
        assertThat(isSame()).isTrue();
    }

    @Test
    void leavesWhatIsShownOnceAndFollowsTheRest() {
        var registration = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).registration();
        see("/registrations/" + registration);
        browser.findElement(By.cssSelector("summary[aria-label='Show client-secret']")).click();
        browser.findElement(By.id("reason-client-secret")).sendKeys("To see that it stays.", Keys.ENTER);
        await().until(() -> !browser.findElements(By.id("shown-value")).isEmpty());
        mark();
        var shown = browser.findElement(By.id("shown-value")).getText();

        ok(operator.post(API + "registrations/" + registration + "/health", "{\"health\": \"degraded\", \"reason\": \"Half of the calls fail.\"}"));

        awaitText("#registration .facts", "Half of the calls fail.");
        assertThat(browser.findElement(By.id("shown-value")).getText()).isEqualTo(shown);
        assertThat(browser.findElements(By.cssSelector("#registration section"))).extracting(section -> section.getDomAttribute("id")).doesNotHaveDuplicates();
    }

    @Test
    void tellsBesideAnAnswerThatIsBeingTypedWhoHasTakenNotedAndFinishedTheTask() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        see("/tasks/" + task.id());
        var news = browser.findElement(By.id("task-news"));
        assertThat(news.getDomAttribute("role")).isEqualTo("status");
        assertThat(news.getText()).isEmpty();
        var note = browser.findElement(By.id("note"));
        note.sendKeys("half a wo");

        ok(operator.post(API + "tasks/" + task.id() + "/claim", null));
        awaitText("#task-news", "Taken");
        assertThat(operator.post(API + "tasks/" + task.id() + "/comments", "{\"text\": \"They do not answer before noon.\"}").status()).isLessThan(300);
        awaitText("#task-news", "Commented");
        note.sendKeys("rd");
        assertThat(focused().getDomProperty("value")).as("typed on where it was").isEqualTo("half a word");

        ok(complete(task.id(), "{\"outcome\": \"again\"}"));
        awaitText("#task-news", "has finished this task");
        assertThat(text("#task-news")).contains("goes nowhere").contains("Taken", "Commented", "Answered:");
        assertThat(browser.findElements(By.cssSelector("#task-news a[target=_blank][href='/tasks/" + task.id() + "']"))).hasSize(1);
        assertThat(focused().getDomProperty("value")).isEqualTo("half a word");
        assertThat(isSame()).isTrue();
        assertThat(wrong("a task that somebody else has finished", false)).isEmpty();
    }

    @Test
    void tellsBesideAnAnswerThatNobodyNeedsItAnyMore() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var task = awaitTask(start(tpp, "AIS").id());
        see("/tasks/" + task.id());
        ok(operator.post(API + "onboardings/" + task.onboarding() + "/withdrawal", "{\"reason\": \"No longer wanted.\"}"));
        awaitText("#task-news", "no longer needed");
        assertThat(browser.findElement(By.id("note")).isDisplayed()).isTrue();
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
        mark();
    }

    private static void mark() {
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
