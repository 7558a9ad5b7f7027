package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal for auditors, and signed files of it. */
class HandsOutFilesIT extends ApiStory {

    @TempDir Path folder;

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
}
