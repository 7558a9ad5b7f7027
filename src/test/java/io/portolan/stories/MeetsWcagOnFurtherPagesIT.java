package io.portolan.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.onboarding.Onboarding.Status;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pages that one comes to less often, with what makes them long or odd, by the rules of WCAG 2.2 AA that a machine can check. */
@Tag("browser")
class MeetsWcagOnFurtherPagesIT extends BrowserStory {

    @Autowired EvidenceStore evidence;
    @Autowired JdbcTemplate jdbc;

    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void signInFirst() {
        signIn();
    }

    @Test
    void breaksNoRuleWhereEvidenceIsShown() throws IOException {
        var id = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).id();
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB), "png", picture);
        var html = "<!DOCTYPE html>\n<html><body><h1>Apply</h1><script>alert(1)</script>" + "<p>Not broken anywhere</p>".repeat(60) + "</body></html>";
        var erased = evidence.keep(id, Evidence.Kind.PAGE_TEXT, "text/plain", "Gone.".getBytes(UTF_8));
        jdbc.update("update evidence set body = null, erased_at = now() where id = ?", erased);
        for (var piece : List.of(evidence.keep(id, Evidence.Kind.SCREENSHOT, "image/png", picture.toByteArray()), evidence.keep(id, Evidence.Kind.OUTLINE, "text/html", html.getBytes(UTF_8)),
                evidence.keep(id, Evidence.Kind.PAGE_TEXT, "text/plain", "Your application was received.\n".repeat(300).getBytes(UTF_8)),
                evidence.keep(id, Evidence.Kind.DOWNLOAD, "application/zip", new byte[100]), erased)) {
            look("/evidence/" + piece);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void breaksNoRuleWhereAPlaybookIsCheckedAndNothingIsWrong() throws IOException {
        open("/banks/check");
        browser.findElement(By.id("file")).sendKeys(Path.of("src/test/resources/stories/xx-quay.yaml").toAbsolutePath().toString());
        browser.findElement(By.xpath("//button[. = 'Check it']")).sendKeys(Keys.ENTER);
        assertFocus("result-title");
        assertThat(text("#check")).contains("No problem", "Quay Bank");
        browser.executeScript("document.querySelector('.diagram').scrollIntoView()");
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.cssSelector(".diagram[data-drawn]")).isEmpty());
        wrong.addAll(wrongAsItIs("checked, and nothing is wrong"));

        open("/banks/check");
        browser.findElement(By.xpath("//button[. = 'Check it']")).sendKeys(Keys.ENTER);
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.id("text-wrong")).isEmpty());
        wrong.addAll(wrongAsItIs("nothing to check"));

        var recording = Files.createTempFile("recording", ".json");
        Files.writeString(recording, "{ this is none");
        browser.findElement(By.id("recording")).sendKeys(recording.toString());
        browser.findElement(By.xpath("//button[. = 'Make the draft']")).sendKeys(Keys.ENTER);
        await().atMost(Duration.ofSeconds(20)).until(() -> !browser.findElements(By.id("recording-wrong")).isEmpty());
        wrong.addAll(wrongAsItIs("no recording"));
        Files.delete(recording);

        assertThat(wrong).isEmpty();
    }

    @Test
    void breaksNoRuleWhereAPlaybookIsRehearsed() {
        look("/banks/rehearsals/" + aRehearsal("RUNNING", 0, 0));
        look("/banks/rehearsals/" + aRehearsal("RUNNING", 7, 24));
        look("/banks/rehearsals/" + aRehearsal("CUT_OFF", 7, 24));
        look("/banks/rehearsals/" + aRehearsal("WRONG", 24, 24));
        jdbc.update("delete from rehearsals where id like 'seen-%'");

        assertThat(wrong).isEmpty();
    }

    private String aRehearsal(String state, int done, int legs) {
        var id = "seen-" + UUID.randomUUID();
        var isOver = !state.equals("RUNNING");
        jdbc.update("insert into rehearsals (id, bank, version, state, told, begun_by, begun_at, ended_at, done, legs, latest) values (?, 'xx-quay', ?, ?, ?, 'user:ada', now(),"
                + (isOver ? " now()" : " null") + ", ?, ?, ?)", id, "0".repeat(64), state,
                state.equals("WRONG") ? "xx-quay, version 000000000000\n  sandbox/default, AIS\n      sign-up: it is done -> done\n  WRONG  sandbox/default, leg approval (AIS): a dead end\n" : "",
                done, legs, done == 0 ? "" : "sandbox/default, AIS, sign-up: it is done -> done\nsandbox/default, AIS, approval: the bank says: approved -> it is told to the leg");
        return id;
    }

    @Test
    void breaksNoRuleWhereACertificateIsAskedForAndWhereAnOnboardingIsTakenElsewhere() {
        var tpp = aTpp();
        var request = operator.post(API + "tpps/" + tpp + "/certificates/requests", "{\"kind\": \"QWAC\", \"environment\": \"test\", \"keyType\": \"EC P-384\", \"commonName\": \"api.tpp.example\"}");
        look("/certificates/requests/" + request.json().get("id").asText());
        var done = awaitStatus(startAt(tpp, "xx-open-quay", "AIS").id(), Status.DONE);
        look("/onboardings/" + done.id() + "/elsewhere?environment=production");
        look("/search?q=quay");
        look("/search?q=nothing-is-called-so");

        assertThat(wrong).isEmpty();
    }

    @Test
    void breaksNoRuleWhereASecondPersonHasDecidedOrNobodyHasAndWhereARegistrationIsGivenUp() {
        var person = admin();
        var guarded = aGuardedTpp();
        var asked = certificate(person, guarded);
        look(asked);
        assertThat(text("#approval")).contains("Take the request back");
        look("/approvals?show=mine");
        look("/approvals");
        assertThat(ok(approver.post(API + asked.substring(1) + "/decision", "{\"decision\": \"declined\", \"reason\": \"It does not end before spring.\"}")).get("state").asText()).isEqualTo("declined");
        look(asked);
        jdbc.update("update approvals set state = 'EXPIRED', ended_at = now() where id = ?", asked.substring("/approvals/".length()));
        look(asked);
        look("/approvals?show=over");

        var registration = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).registration();
        open("/registrations/" + registration);
        browser.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertThat(browser.findElement(By.id("withdraw-reason")).isDisplayed()).isTrue();
        wrong.addAll(wrongAsItIs("a registration unfolded"));

        assertThat(wrong).isEmpty();
    }

    /** Where the request is that somebody asks for by the page of a certificate. */
    private String certificate(Visitor person, String tpp) {
        var page = "/certificates/" + takeLive(tpp);
        var led = Pattern.compile("/approvals/[0-9a-f-]{36}").matcher(person.submit(page, page + "/choice", Map.of("bank", "", "reason", "The old one ends.")).header("Location"));
        assertThat(led.find()).isTrue();
        return led.group();
    }

    private void look(String path) {
        wrong.addAll(wrongWideAndNarrow(path));
    }
}
