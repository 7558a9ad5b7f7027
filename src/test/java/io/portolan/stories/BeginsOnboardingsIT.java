package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.certificate.Certificate;
import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.FromAnother;
import io.portolan.onboarding.HoldOnboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.StartRequest;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.playbook.Service;
import io.portolan.playbook.WaitingFor;
import io.portolan.refusal.Refused;
import io.portolan.simulator.DemoTpp;
import io.portolan.vault.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an onboarding begins: when it is time, by the route that fits, from a sandbox, and not where a bank takes something only once; and what holds it. */
class BeginsOnboardingsIT extends ScriptedStory {

    private static final Function<LegRun, Outcome> PENDING = run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null);
    @Autowired AnswerForBank answerForBank;
    @Autowired WithdrawOnboarding withdrawOnboarding;
    @Autowired FromAnother fromAnother;
    @Autowired HoldOnboarding holdOnboarding;
    @Autowired Journal journal;
    @Autowired JdbcClient database;

    @Test
    void refusesWhatTheBankTakesOnlyOnceUnlessAPersonSaysWhy() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var first = startAt(tpp, "xx-jetty", "AIS");
        awaitStatus(first.id(), Status.WAITING_FOR_BANK);
        withdrawOnboarding.with(first.id(), "Not now.", "user:ada");

        assertThatThrownBy(() -> startAt(tpp, "xx-jetty", "AIS")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("unique-value-used");
            assertThat(refused.about()).containsEntry("registration", first.registration());
        });
        var again = startOnboarding.with(new StartRequest(tpp, "xx-jetty", null, "sandbox", null, List.of("AIS"), null, null, null,
                "The bank has deleted it."), "user:ada");
        awaitStatus(again.id(), Status.DONE);
        assertThat(journal.of(again.id())).anySatisfy(entry -> {
            assertThat(entry.act().name()).isEqualTo("unique-value-reused");
            assertThat(entry.act().detail()).contains("The bank has deleted it.");
        });
    }

    @Test
    void leavesFreeWhatNoActHasUsedYet() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "register", PENDING);
        var first = startAt(tpp, "xx-jetty", "AIS");
        awaitStatus(first.id(), Status.WAITING_FOR_BANK);
        withdrawOnboarding.with(first.id(), "Not now.", "user:ada");
        awaitStatus(startAt(tpp, "xx-jetty", "AIS").id(), Status.DONE);
    }

    @Test
    void takesTheRouteWhoseConditionsFit() {
        var tpp = aTpp();
        assertThat(startAt(tpp, "xx-jetty", "PIS").route()).isEqualTo("default");
        var sealed = aTpp();
        takeCertificate(sealed, "test", Certificate.Kind.QSEALC);
        var started = startAt(sealed, "xx-jetty", "PIS");
        assertThat(started.route()).isEqualTo("payments");
        assertThat(onboardings.find(started.id()).orElseThrow().route()).isEqualTo("payments");
    }

    @Test
    void makesAProductionOnboardingOfTheSandboxAndShowsWhatDiffers() {
        var tpp = aTpp();
        var sandbox = awaitStatus(startAt(tpp, "xx-jetty", "AIS").id(), Status.DONE);

        var differences = fromAnother.differences(sandbox.id(), null);

        assertThat(differences.environment()).isEqualTo("production");
        assertThat(differences.legs()).extracting(leg -> leg.leg() + " " + leg.what()).contains("register changed", "contract only-there",
                "verify-access changed", "payments-key only-here");
        assertThat(differences.facts()).containsKey("desk");
        assertThat(differences.missing()).extracting(finding -> finding.code()).contains("certificate-missing");
        takeCertificate(tpp, "live", Certificate.Kind.QWAC);
        var production = startOnboarding.with(new StartRequest(null, null, null, null, null, null, null, null, sandbox.id(), null), "user:ada");
        assertThat(production.environment()).isEqualTo("production");
        assertThat(production.from()).isEqualTo(sandbox.id());
        assertThat(production.services()).isEqualTo(sandbox.services());
    }

    @Test
    void actsOnNothingWhileOnHold() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = startAt(tpp, "xx-jetty", "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        assertThat(holdOnboarding.hold(id, "The lawyers look at the contract.", "user:ada").status()).isEqualTo(Status.ON_HOLD);

        say(id, BankAnswer.Kind.APPROVED, null);

        awaitLeg(id, "approval", LegState.READY);
        assertThat(onboardings.find(id).orElseThrow().status()).isEqualTo(Status.ON_HOLD);
        assertThat(ScriptedMeans.runs(tpp, "approval")).isEqualTo(1);
        assertThatThrownBy(() -> holdOnboarding.hold(id, "Twice.", "user:ada")).isInstanceOf(Refused.class);
        holdOnboarding.resume(id, "user:ada");
        awaitStatus(id, Status.DONE);
    }

    @Test
    void beginsWhenItIsTime() {
        var tpp = aTpp();
        var scheduled = startOnboarding.with(new StartRequest(tpp, "xx-jetty", null, "sandbox", null, List.of("AIS"), null,
                Instant.now().plusSeconds(3600), null, null), "user:ada");
        assertThat(scheduled.status()).isEqualTo(Status.SCHEDULED);
        assertThat(ScriptedMeans.runs(tpp, "register")).isZero();
        itIsTimeFor(scheduled.id());
        awaitStatus(scheduled.id(), Status.DONE);
        var later = startOnboarding.with(new StartRequest(aTpp(), "xx-jetty", null, "sandbox", null, List.of("AIS"), null,
                Instant.now().plusSeconds(3600), null, null), "user:ada");
        assertThat(withdrawOnboarding.with(later.id(), "Never mind.", "user:ada").onboarding().status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void tellsOnceWhatStandsInTheWayWhenItIsTime() {
        var tpp = aTpp();
        var id = startOnboarding.with(new StartRequest(tpp, "xx-jetty", null, "sandbox", null, List.of("AIS"), null,
                Instant.now().plusSeconds(3600), null, null), "user:ada").id();
        database.sql("update tpps set profile = jsonb_set(profile, '{roles}', '[\"PSP_PI\"]') where id = :id").param("id", tpp).update();

        putsOff(id);
        putsOff(id);

        assertThat(openTasks(id)).singleElement().satisfies(task -> assertThat(task.question()).contains("PSP_AI"));
    }

    private void putsOff(String id) {
        itIsTimeFor(id);
        await().atMost(Duration.ofSeconds(20)).until(() -> onboardings.find(id).orElseThrow().startAt().isAfter(Instant.now()));
    }

    private void itIsTimeFor(String id) {
        database.sql("update onboardings set start_at = now() where id = :id").param("id", id).update();
    }

    private void takeCertificate(String tpp, String environmentKind, Certificate.Kind kind) {
        var issued = kind == Certificate.Kind.QWAC ? authority().qwac(DemoTpp.example()) : authority().qseal(DemoTpp.example());
        try (var key = Secret.of(issued.keyPem())) {
            certificates.take(tpp, kind, environmentKind, kind + " of " + tpp, issued.chainPem(), key, "user:story");
        }
    }

    private void say(String id, BankAnswer.Kind kind, Instant effectiveFrom, Service... services) {
        answerForBank.with(id, new AnswerForBank.Said(kind, Set.of(services), null, null, null, effectiveFrom), "user:story");
    }
}
