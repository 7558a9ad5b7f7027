package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Service;
import io.portolan.registration.Credentials;
import io.portolan.vault.Secret;
import io.portolan.worklist.Worklist;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of a registration tells of each service and credential how it stands and where it came from, and who leans on it. */
class ShowsRegistrationsIT extends ApiStory {

    @Autowired AnswerForBank answerForBank;
    @Autowired Credentials credentials;

    @Test
    void tellsServiceByServiceWhatWasGrantedAndWhatWasRejectedAndWhy() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = startAt(tpp, "xx-jetty", "AIS", "PIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.REJECTED, Set.of(Service.PIS), "No payments for newcomers.", null, null, null), "user:story");
        answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.APPROVED, Set.of(Service.AIS), null, null, null, null), "user:story");
        var registration = awaitStatus(id, Status.DONE).registration();

        var page = admin().get("/registrations/" + registration).text();

        assertThat(page).contains("Granted, in effect", "Rejected", "No payments for newcomers.", "/onboardings/" + id).doesNotContainPattern("</time>\\s*<time");
    }

    @Test
    void tellsWhyAllWasRejected() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", run -> new Outcome.Rejected("Not this year."));
        var id = start(tpp, "AIS").id();
        worklist.complete(awaitTask(id).id(), new Worklist.Completion(PersonAnswer.REJECTED, Map.of(), null), "user:story");
        var registration = awaitStatus(id, Status.REJECTED).registration();
        assertThat(admin().get("/registrations/" + registration).text()).contains("Rejected", "Not this year.");
    }

    @Test
    void tellsWhereEachCredentialCameFromAndShowsNoValue() {
        var tpp = aTpp();
        var registration = awaitStatus(start(tpp, "AIS").id(), Status.DONE).registration();
        try (var secret = Secret.of("handed-in-by-a-person-1")) {
            credentials.handIn(registration, "spare-key", CredentialKind.API_KEY, secret, null, "user:story");
        }
        var page = admin().get("/registrations/" + registration).text();
        assertThat(page).contains("client-secret", "Collect the credentials", "handed in, or adopted").doesNotContain("handed-in-by-a-person-1");
    }

    @Test
    void marksACredentialAsLostOnlyWithAReasonAndOnlyWhileItIsUsable() {
        var registration = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).registration();
        var page = "/registrations/" + registration;
        var act = page + "/credentials/client-secret/loss";
        var person = admin();
        assertThat(person.get(page).text()).contains(act, page + "/credentials/client-id/loss").doesNotContain("Say why; the reason");

        assertThat(person.submit(page, act, Map.of("reason", " ")).header("Location")).endsWith(page + "#lost-client-secret");
        assertThat(person.get(page).text()).contains("Say why; the reason is kept in the journal.");
        assertThat(credentials.find(registration, "client-secret").orElseThrow().state().isCurrent()).isTrue();

        assertThat(person.submit(page, act, Map.of("reason", " The vault was restored without it ")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("Kept: client-secret is lost.", ">Lost</span>", page + "/credentials/client-id/loss").doesNotContain(act);
        assertThat(journal.of(registration)).anySatisfy(entry -> {
            assertThat(entry.act().actor()).isEqualTo("user:admin");
            assertThat(entry.act().detail()).isEqualTo("client-secret: LOST: The vault was restored without it");
        });
        assertThat(person.submit(page, act, Map.of("reason", "Once more")).status()).isEqualTo(404);
        assertThat(person.submit(page, page + "/credentials/nothing/loss", Map.of("reason", "Why not")).status()).isEqualTo(404);
    }

    @Test
    void keepsAReasonThatIsTooShortInItsForm() {
        var registration = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).registration();
        var page = "/registrations/" + registration;

        var refused = admin().submit(page, page + "/credentials/client-secret/reveal", Map.of("reason", "M!"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("value=\"M!\"").doesNotContain("secret-of-client-secret");
    }

    @Test
    void tellsWhoLeansOnIt() {
        var tpp = aTpp();
        var hub = awaitStatus(startAt(tpp, "xx-basin", "AIS").id(), Status.DONE);
        var member = awaitStatus(startAt(tpp, "xx-basin-east", "AIS").id(), Status.DONE);
        assertThat(admin().get("/registrations/" + hub.registration()).text()).contains("/onboardings/" + member.id(), "Basin Bank east, sandbox");
        assertThat(admin().get("/registrations/" + member.registration()).text()).contains("It leans on", "/registrations/" + hub.registration());
    }

    @Test
    void keepsThatItIsDegradedOnlyWithAReason() {
        var registration = awaitStatus(start(aTpp(), "AIS").id(), Status.DONE).registration();
        var page = "/registrations/" + registration;
        var person = admin();
        person.submit(page, page + "/health", Map.of("health", "DEGRADED", "reason", " "));
        assertThat(person.get(page).text()).contains("It does not work as it should");
        assertThat(person.submit(page, page + "/health", Map.of("health", "DEGRADED", "reason", "Half of the calls fail")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("Degraded", "Half of the calls fail", "It is no longer degraded");
    }
}
