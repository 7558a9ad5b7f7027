package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.onboarding.Onboarding.Status;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The journal for auditors, and signed files of it and of single onboardings. */
class HandsOutFilesIT extends ApiStory {

    @TempDir Path folder;
    @Autowired EvidenceStore evidence;
    @Autowired JdbcTemplate jdbc;

    @Test
    void letsAuditorsLookThroughTheJournal() {
        var tpp = aTpp();
        var id = awaitStatus(start(tpp, "AIS").id(), Status.DONE).id();
        var auditor = holding(Role.AUDITOR);

        var found = ok(auditor.get(API + "journal?about=onboarding&act=onboarding-done&chain=" + id)).get("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("href").asText()).isEqualTo("/api/v1/onboardings/" + id);
        assertThat(found.get(0).get("about").asText()).isEqualTo("onboarding");
        assertThat(ok(auditor.get(API + "journal?limit=1")).get("next").asText()).isNotBlank();
        problem(auditor.get(API + "journal?about=weather"), 422, "invalid-values");
        problem(auditor.get(API + "journal?cursor=what"), 422, "invalid-cursor");
        for (var path : new String[] {"journal", "journal/export", "journal/verification", "journal/verification/progress"}) {
            problem(operator.get(API + path), 403, "not-permitted");
        }
        problem(operator.post(API + "journal/verification", null), 403, "not-permitted");
    }

    @Test
    void handsOutWhatASearchFindsAsAFileThatCanBeCheckedWithoutUs() throws Exception {
        var tpp = aTpp();
        var id = awaitStatus(start(tpp, "AIS").id(), Status.DONE).id();
        var auditor = holding(Role.AUDITOR);

        var answer = auditor.get(API + "journal/export?chain=" + id);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).contains("portolan-journal.zip");
        var zip = UnpackedZip.of(answer.bytes());
        zip.fits(Visitor.nobody(port).get("/jwks/portolan").text());
        var entries = journal.of(id);
        assertThat(zip.text("journal.jsonl").lines()).hasSize(entries.size());
        assertThat(zip.text("index.html")).contains("onboarding-done", "chain " + id);
        assertThat(zip.checked(folder)).satisfiesAnyOf(said -> assertThat(said).isEmpty(),
                said -> assertThat(said).contains(entries.size() + " entries were checked", "Everything fits."));
        assertThat(ok(auditor.get(API + "journal?act=journal-exported&words=" + id)).get("items")).isNotEmpty();
    }

    @Test
    void showsTheJournalAsAPage() {
        var id = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).id();
        var person = admin();

        assertThat(person.get("/journal?chain=" + id + "&act=onboarding-done").text())
                .contains("/onboardings/" + id, "/api/v1/journal/export?act=onboarding-done&amp;chain=" + id, "All is done").doesNotContain("Older ones");
        assertThat(person.get("/journal?words=nothing-is-called-so").text()).contains("No entry is like that");
        assertThat(person.get("/journal").text()).contains("Older ones", "href=\"/journal?cursor=");
        assertThat(person.submit("/journal", "/journal/verification", Map.of()).status()).isEqualTo(302);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(person.get("/journal/verification").text()).contains("Journal intact"));
        assertThat(ok(holding(Role.AUDITOR).get(API + "journal/verification/progress")).get("state").asText()).isEqualTo("intact");
    }

    @Test
    void tellsACaseToSomebodyWhoKnowsNothingOfUs() throws Exception {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        ok(operator.post(API + "onboardings/" + id + "/bank-answer", "{\"answer\": \"acknowledged\", \"note\": \"It takes <long>.\", \"reference\": \"CASE-77\"}"));
        await().atMost(Duration.ofMinutes(1)).until(() -> journal.of(id).stream().filter(entry -> "leg-waits".equals(entry.act().name())).count() == 2);
        awaitStatus(id, Status.WAITING_FOR_BANK);
        assertThat(admin().get("/onboardings/" + id).text()).contains("/api/v1/onboardings/" + id + "/case-file");

        var answer = viewer.get(API + "onboardings/" + id + "/case-file");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var zip = UnpackedZip.of(answer.bytes());
        zip.fits(Visitor.nobody(port).get("/jwks/portolan").text());
        assertThat(zip.text("index.html")).contains("Case file: Example TPP " + tpp + " at Quay Bank", "BaFin, 100200", "account information (AIS)",
                "The bank has to act, and has not yet.", "How long the applicant has waited", "Approval by the bank", "still waiting", "Acknowledgement", "CASE-77",
                "on the bank&#39;s portal", "It takes &lt;long&gt;.").doesNotContain("<long>", "<script", "src=");
        assertThat(zip.text("case.json")).contains("\"happenings\"", "\"acknowledgement\"", "\"waiting-for-bank\"", "\"workingDays\"");
        assertThat(zip.checked(folder)).satisfiesAnyOf(said -> assertThat(said).isEmpty(), said -> assertThat(said).contains("Everything fits."));
        problem(viewer.get(API + "onboardings/nothing/case-file"), 404, "unknown-onboarding");
    }

    @Test
    void leavesNoPictureInABrowserThatItsReaderMayNotSeeAnyMore() throws Exception {
        var id = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).id();
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        var piece = evidence.keep(id, Evidence.Kind.SCREENSHOT, "image/png", png.toByteArray());
        var person = admin();
        for (var path : List.of("/evidence/" + piece + "/picture", "/evidence/" + piece + "/thumbnail")) {
            var shown = person.get(path);
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.header("Cache-Control")).contains("no-cache", "private").doesNotContain("max-age");
            assertThat(person.get(path, "If-None-Match", shown.header("ETag")).status()).as("quick for lists").isEqualTo(304);
            assertThat(Visitor.nobody(port).get(path, "If-None-Match", shown.header("ETag")).status()).as("signed out").isNotIn(200, 304);
        }
        var tag = person.get("/evidence/" + piece + "/picture").header("ETag");
        jdbc.update("update evidence set body = null, erased_at = now() where id = ?", piece);
        assertThat(person.get("/evidence/" + piece + "/picture", "If-None-Match", tag).status()).as("erased").isEqualTo(404);
    }

    @Test
    void keepsTheHashOfWhatRetentionHasErasedInTheCaseAsATombstone() throws Exception {
        var tpp = aTpp();
        var kept = new long[2];
        ScriptedMeans.next(tpp, "create-application", run -> {
            kept[0] = run.evidence(Evidence.Kind.PAGE_TEXT, "text/plain", "Your application was received.".getBytes(StandardCharsets.UTF_8));
            kept[1] = run.evidence(Evidence.Kind.PAGE_TEXT, "text/plain", "Number 4711.".getBytes(StandardCharsets.UTF_8));
            return ScriptedMeans.asAsked(run);
        });
        var id = awaitStatus(start(tpp, "AIS").id(), Status.DONE).id();
        var sha256 = evidence.find(kept[0]).orElseThrow().sha256();
        // as the rule of retention does, but for this one alone
        jdbc.update("update evidence set body = null, erased_at = now() where id = ?", kept[0]);

        var zip = UnpackedZip.of(viewer.get(API + "onboardings/" + id + "/case-file").bytes());

        zip.fits(Visitor.nobody(port).get("/jwks/portolan").text());
        assertThat(zip.text("index.html")).contains("erased on", sha256, kept[0] + " (erased)").doesNotContain("Your application was received.");
        assertThat(zip.text("case.json")).contains(sha256, "\"erasedAt\"");
        assertThat(zip.files().keySet()).noneMatch(name -> name.startsWith("evidence/" + kept[0] + "-")).anyMatch(name -> name.startsWith("evidence/" + kept[1] + "-"));
        assertThat(zip.checked(folder)).satisfiesAnyOf(said -> assertThat(said).isEmpty(), said -> assertThat(said).contains("Everything fits."));
        assertThat(journal.verify(id).intact()).isTrue();
    }
}
