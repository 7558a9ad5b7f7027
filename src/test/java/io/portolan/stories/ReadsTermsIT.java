package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Evidence;
import io.portolan.leg.ChangedTerms;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person who is asked about changed terms reads both versions side by side, with what differs. */
class ReadsTermsIT extends ApiStory {

    @Test
    void showsBothVersionsOfChangedTermsAndAcceptsThemByTryingAgain() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", run -> {
            var before = run.evidence(Evidence.Kind.TERMS, "text/plain", bytes("Use is free.\nDo <b>not</b> share keys."));
            var now = run.evidence(Evidence.Kind.TERMS, "text/plain", bytes("Use costs money.\nDo <b>not</b> share keys."));
            return new Outcome.NeedsPerson(Outcome.Reason.ASKED_BY_PLAYBOOK, "The bank's terms have changed. Do we accept the new ones?",
                    new ChangedTerms(new ChangedTerms.Version("a".repeat(64), before, Instant.parse("2026-10-01T08:00:00Z")), null,
                            new ChangedTerms.Version("b".repeat(64), now, null)).detail());
        });
        var id = start(tpp, "AIS").id();
        var task = awaitTask(id);
        var person = admin();

        var page = person.get("/tasks/" + task.id()).text();
        assertThat(page).contains("What differs in the terms", "<del>is free.</del>", "<ins>costs money.</ins>", "Do &lt;b&gt;not&lt;/b&gt; share keys.")
                .contains("The terms that we accepted", "The terms as they are now", "Accept these terms", "href=\"#terms\"").doesNotContain("Try again");
        var link = page.replaceAll("(?s).*href=\"(/evidence/\\d+)\">The terms as they are now.*", "$1");
        assertThat(person.get(link).text()).contains("Use costs money.");

        assertThat(person.submit("/tasks/" + task.id(), "/tasks/" + task.id() + "/completion", Map.of("outcome", "again")).status()).isEqualTo(302);
        awaitStatus(id, Status.DONE);
    }

    @Test
    void showsNoOtherEvidenceThoughADetailNamesIt() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "create-application", run -> {
            var mail = run.evidence(Evidence.Kind.MAIL, "text/plain", bytes("Something else"));
            return new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER, "What is this?", new ChangedTerms(new ChangedTerms.Version("a".repeat(64), mail,
                    Instant.parse("2026-10-01T08:00:00Z")), null, new ChangedTerms.Version("b".repeat(64), mail, null)).detail());
        });
        var task = awaitTask(start(tpp, "AIS").id());
        assertThat(admin().get("/tasks/" + task.id()).text()).doesNotContain("What differs in the terms");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
