package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.Captures;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.ProveAsDue;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.playbook.Service;
import io.portolan.playbook.WaitingFor;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.worklist.Task;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Services that are granted one by one, added later, or rejected while others go on. */
class AsksForServicesIT extends ScriptedStory {

    private static final Function<LegRun, Outcome> PENDING = run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null);
    @Autowired AnswerForBank answerForBank;
    @Autowired Registrations registrations;
    @Autowired Captures captures;
    @Autowired WithdrawOnboarding withdrawOnboarding;
    @Autowired Journal journal;
    @Autowired JdbcClient database;
    @Autowired ProveAsDue proveAsDue;

    @Test
    void addsPaymentsLaterByTheLegsThatTheyNeed() {
        var tpp = aTpp();
        var first = awaitStatus(startAt(tpp, "xx-jetty", "AIS").id(), Status.DONE);
        assertThatThrownBy(() -> startAt(tpp, "xx-jetty", "AIS")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("already-registered"));
        ScriptedMeans.next(tpp, "approval", PENDING);

        var further = startAt(tpp, "xx-jetty", "AIS", "PIS");

        assertThat(further.services()).containsExactly(Service.PIS);
        assertThat(further.registration()).isEqualTo(first.registration());
        awaitStatus(further.id(), Status.WAITING_FOR_BANK);
        assertThat(registrations.find(first.registration()).orElseThrow().effective()).containsExactly(Service.AIS);
        say(further.id(), BankAnswer.Kind.APPROVED, null);
        awaitStatus(further.id(), Status.DONE);
        assertThat(onboardings.legs(further.id())).extracting(leg -> leg.id() + " " + leg.state()).containsExactly("register SKIPPED",
                "subscribe-payments DONE", "approval DONE", "payments-key DONE", "verify-access DONE");
        assertThat(ScriptedMeans.runs(tpp, "register")).isEqualTo(1);
        assertThat(captures.latest(further.id(), "client-id").orElseThrow().value()).isEqualTo("value-of-client-id");
        var registration = registrations.find(first.registration()).orElseThrow();
        assertThat(registration.granted()).containsExactlyInAnyOrder(Service.AIS, Service.PIS);
        assertThat(registration.standing()).isEqualTo(Registration.Standing.ACTIVE);
    }

    @Test
    void keepsTheRegistrationWhereAFurtherServiceIsWithdrawn() {
        var tpp = aTpp();
        var first = awaitStatus(startAt(tpp, "xx-jetty", "AIS").id(), Status.DONE);
        ScriptedMeans.next(tpp, "approval", PENDING);
        var further = startAt(tpp, "xx-jetty", "PIS");
        awaitStatus(further.id(), Status.WAITING_FOR_BANK);

        withdrawOnboarding.with(further.id(), "Payments can wait.", "user:ada");

        var registration = registrations.find(first.registration()).orElseThrow();
        assertThat(registration.standing()).isEqualTo(Registration.Standing.ACTIVE);
        assertThat(registration.granted()).containsExactly(Service.AIS);
        assertThat(journal.of(registration.id())).extracting(entry -> entry.act().name()).contains("registration-not-extended");
    }

    @Test
    void joinsApprovalsThatComeServiceByServiceAndProvesEachFromItsOwnDayOn() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var proven = new CopyOnWriteArrayList<Set<Service>>();
        Function<LegRun, Outcome> proves = run -> {
            proven.add(run.order().services());
            return ScriptedMeans.asAsked(run);
        };
        ScriptedMeans.next(tpp, "verify-access", proves);
        var id = startAt(tpp, "xx-jetty", "AIS", "PIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        say(id, BankAnswer.Kind.APPROVED, null, Service.AIS);
        await().until(() -> leg(id, "approval").why() != null && leg(id, "approval").why().contains("PIS is still open"));
        awaitStatus(id, Status.WAITING_FOR_BANK);
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        say(id, BankAnswer.Kind.APPROVED, tomorrow, Service.PIS);

        var registration = awaitStatus(id, Status.DONE).registration();
        assertThat(registrations.find(registration).orElseThrow().effective()).containsExactly(Service.AIS);
        assertThat(registrations.find(registration).orElseThrow().health()).isEqualTo(Registration.Health.OK);
        assertThat(proven).containsExactly(Set.of(Service.AIS));
        proveAsDue.prove();
        assertThat(proven).as("not yet").hasSize(1);
        ScriptedMeans.next(tpp, "verify-access", run -> new Outcome.Fault("503"));
        ScriptedMeans.next(tpp, "verify-access", proves);

        database.sql("update service_grants set effective_from = now() - interval '1 minute' where registration = :id and service = 'PIS'")
                .param("id", registration).update();
        proveAsDue.prove();
        assertThat(proven).as("the bank could not answer").hasSize(1);
        proveAsDue.prove();

        assertThat(proven).containsExactly(Set.of(Service.AIS), Set.of(Service.AIS, Service.PIS));
        assertThat(registrations.find(registration).orElseThrow().health()).isEqualTo(Registration.Health.OK);
        var runs = ScriptedMeans.runs(tpp, "verify-access");
        proveAsDue.prove();
        assertThat(ScriptedMeans.runs(tpp, "verify-access")).isEqualTo(runs);
    }

    @Test
    void goesOnWithWhatTheBankHasApprovedAndTellsPeopleWhatItHasRejected() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = startAt(tpp, "xx-jetty", "AIS", "PIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        say(id, BankAnswer.Kind.REJECTED, null, Service.PIS);
        awaitStatus(id, Status.WAITING_FOR_BANK);
        assertThat(awaitTask(id).kind()).isEqualTo(Task.Kind.NOTICE);
        say(id, BankAnswer.Kind.APPROVED, null, Service.AIS);

        var done = awaitStatus(id, Status.DONE);
        assertThat(done.rejected()).containsExactly(Service.PIS);
        assertThat(leg(id, "payments-key").state()).isEqualTo(LegState.SKIPPED);
        assertThat(ScriptedMeans.runs(tpp, "payments-key")).isZero();
        assertThat(registrations.find(done.registration()).orElseThrow().granted()).containsExactly(Service.AIS);
        assertThat(journal.of(id)).extracting(entry -> entry.act().name()).contains("services-rejected");
    }

    private void say(String id, BankAnswer.Kind kind, Instant effectiveFrom, Service... services) {
        answerForBank.with(id, new AnswerForBank.Said(kind, Set.of(services), null, null, null, effectiveFrom), "user:story");
    }
}
