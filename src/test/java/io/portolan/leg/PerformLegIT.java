package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.DeriveWork;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Template;
import io.portolan.playbook.WaitingFor;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is kept and told of a run, whatever comes of it. */
class PerformLegIT extends LegAtWork {

    @Test
    void keepsTheResultBeforeAnybodyIsTold() {
        var result = perform().orElseThrow();
        assertThat(result.outcome()).isEqualTo(new Outcome.Done("seen"));
        assertThat(database.row(key)).matches(row -> !row.settled() && row.result().equals("DONE") && row.holder() != null);
        assertThat(settlement.told).isEmpty();
        assertThat(journal.acts()).containsExactly("leg-done");
    }

    @Test
    void triesAFaultAgainWithGrowingPausesAndThenAsksAPerson() {
        work = run -> new Outcome.Fault("The portal does not answer.");
        assertThat(perform()).isEmpty();
        assertThat(perform()).isEmpty();
        var details = journal.of(onboarding).stream().map(entry -> entry.act().detail()).toList();
        assertThat(details).anyMatch(detail -> detail.endsWith("in 3 s.")).anyMatch(detail -> detail.endsWith("in 6 s."));
        assertThat(perform().orElseThrow().outcome()).isEqualTo(new Outcome.NeedsPerson(Outcome.Reason.OUTSIDE_FAULT,
                "This was tried 3 times in vain. How shall it go on?", "The portal does not answer."));
    }

    @Test
    void leavesABankAloneForAsLongAsItAsks() {
        work = run -> new Outcome.Fault("The bank has put us off.", Duration.ofMinutes(10));
        assertThat(perform()).isEmpty();
        assertThat(journal.of(onboarding)).extracting(entry -> entry.act().detail()).containsExactly("The bank has put us off. It is tried again in 600 s.");
    }

    @Test
    void knowsThatWhatAnEarlierRoundHasBroughtMayBeInUse() {
        captures.keepSecret(onboarding, "demo", "leg", 1, "client-secret", Secret.of("s3cret-value"), null);
        database.byWord.beginAnew(onboarding, List.of("leg"));
        database.offered(onboarding, "leg");
        work = run -> new Outcome.Done(run.has("client-secret") + " " + run.mayBeInUse("client-secret") + " " + run.mayBeInUse("api-key"));
        assertThat(perform().orElseThrow().outcome()).isEqualTo(new Outcome.Done("false true false"));
    }

    @Test
    void keepsNothingThatAnExceptionSays() {
        work = run -> {
            throw new IllegalStateException("s3cret-of-the-page");
        };
        perform();
        perform();
        var outcome = (Outcome.NeedsPerson) perform().orElseThrow().outcome();
        assertThat(outcome.detail()).contains("IllegalStateException", "PerformLegIT.java").doesNotContain("s3cret");
        assertThat(journal.of(onboarding)).noneMatch(entry -> entry.act().toString().contains("s3cret"));
        assertThat(database.row(key).toString()).doesNotContain("s3cret");
    }

    @Test
    void survivesAStackThatOverflows() {
        work = run -> {
            throw new StackOverflowError();
        };
        assertThat(perform()).isEmpty();
        assertThat(database.row(key).faults()).isEqualTo(1);
    }

    @Test
    void asksAPersonForWhatIsMissing() {
        work = run -> new Outcome.Done(run.fill(new Template("{{ask.register-url}}")).text());
        assertThat(perform().orElseThrow().outcome()).isEqualTo(new Outcome.NeedsPerson(Outcome.Reason.MISSING_DATA,
                "Something is missing that this leg needs: ask.register-url.", null));
    }

    @Test
    void masksWhatThisOnboardingKnowsAsSecret() {
        captures.keepSecret(onboarding, "demo", "leg", 1, "client-secret", Secret.of("s3cret-value"), null);
        work = run -> new Outcome.Done("The page says s3cret-value.");
        perform();
        assertThat(journal.of(onboarding)).extracting(entry -> entry.act().detail()).contains("The page says •••.");
    }

    @Test
    void masksInWhatItKeepsAndTellsWhatTheRunHasCapturedAfterTheWordsWereMade() {
        var said = "Active, client secret: s3cret-value";
        var outcomes = List.of(new Outcome.Done(said), new Outcome.NotYet(WaitingFor.BANK, said, null), new Outcome.Rejected(said), new Outcome.BackTo("leg", said),
                new Outcome.NeedsPerson(Outcome.Reason.CAPTCHA, said, said), new Outcome.Fault(said));
        outcomes.forEach(outcome -> {
            work = run -> {
                run.keepSecret("client-secret", Secret.of("s3cret-value"), null);
                return outcome;
            };
            assertThat(perform().toString()).doesNotContain("s3cret");
            assertThat(database.row(key).toString()).doesNotContain("s3cret");
            database.jdbc.sql("update legs set settled = true, holder = null, until = null, due = now()").update();
        });
        assertThat(journal.of(onboarding)).noneMatch(entry -> entry.act().toString().contains("s3cret"))
                .extracting(entry -> entry.act().detail()).contains("Active, client secret: •••", "Active, client secret: ••• Active, client secret: •••");
    }

    @Test
    void masksWhatTheVaultHoldsForItsPortalAccountAndItsRegistration() {
        var sibling = database.onboarding(LegDatabase.portal("leg", "demo/portal/test"), LegDatabase.api("token"));
        var stranger = database.onboarding(LegDatabase.portal("leg", "other/portal/test"));
        captures.keepSecret(onboarding, "demo", "leg", 1, "client-secret", Secret.of("s3cret-first-round"), null);
        captures.keepSecret(sibling, "demo", "token", 1, "api-key", Secret.of("k3y-of-another-application"), null);
        captures.keepSecret(stranger, "other", "leg", 1, "api-key", Secret.of("k3y-of-a-stranger"), null);
        var handedIn = SecretName.of("registration", "r", "password");
        vault.keep(handedIn, "demo", Secret.of("pa55-handed-in"));
        secretsOfRegistration.add(handedIn.value());
        database.byWord.beginAnew(onboarding, List.of("leg"));
        database.jdbc.sql("update legs set portal_account = 'demo/portal/test' where onboarding = :id").param("id", onboarding).update();
        database.offered(onboarding, "leg");
        work = run -> new Outcome.Done(String.join(", ", run.masks().values())
                + " and s3cret-first-round, k3y-of-another-application, pa55-handed-in, k3y-of-a-stranger.");
        perform();
        assertThat(journal.of(onboarding)).extracting(entry -> entry.act().detail()).contains("•••, •••, ••• and •••, •••, •••, k3y-of-a-stranger.");
    }

    @Test
    void keepsAResultThoughASecretIsNoLongerInTheVault() {
        captures.keepSecret(onboarding, "demo", "leg", 1, "client-secret", Secret.of("s3cret-value"), null);
        vault.names().forEach(vault::forget);
        assertThat(perform()).isPresent();
    }

    @Test
    void readsAnAnswerOnceAndNotOneThatIsForALaterLegOnly() {
        leg = AnswerRuleTest.leg(Stage.SIGN_UP, new DeriveWork(), Map.of());
        said(BankAnswer.Kind.ACKNOWLEDGED, "We have it.");
        said(BankAnswer.Kind.REJECTED, "No licence.");
        assertThat(new AnswerReading(answers).isUnreadFor(order(onboarding))).isTrue();
        assertThat(perform().orElseThrow().outcome()).isEqualTo(new Outcome.Rejected("No licence."));
        assertThat(answers.unread(onboarding)).extracting(BankAnswer::kind).containsExactly(BankAnswer.Kind.ACKNOWLEDGED);
    }

    @Test
    void leavesAnAnswerUnreadWhereTheLookAfterItFailed() {
        leg = AnswerRuleTest.leg(Stage.APPROVAL, new io.portolan.playbook.PortalWork(List.of(), List.of(), List.of(), null, List.of(), List.of()), Map.of());
        said(BankAnswer.Kind.APPROVED, null);
        work = run -> run.answer().isPresent() ? new Outcome.Fault("The portal is away.") : new Outcome.Done("never");
        perform();
        assertThat(answers.unread(onboarding)).hasSize(1);
    }

    @Test
    void leavesAnAnswerUnreadWhereTheLeaseWasLostBeforeWhatItDecidedWasKept() {
        said(BankAnswer.Kind.REJECTED, "No licence.");
        var lost = database.claimed("slow");
        database.expire();
        database.legs.releaseExpired();
        assertThat(performLeg.perform(lost)).isEmpty();
        assertThat(answers.unread(onboarding)).hasSize(1);
        assertThat(perform().orElseThrow().outcome()).isEqualTo(new Outcome.Rejected("No licence."));
        assertThat(answers.unread(onboarding)).isEmpty();
    }

    @Test
    void putsASecretIntoTheVaultOutsideOfAnyTransaction() {
        vault.wheneverUsed(() -> assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse());
        work = run -> {
            run.keepSecret("client-secret", Secret.of("s3cret-value"), null);
            run.keep("client-id", "c-1", null);
            return new Outcome.Done("The page says s3cret-value.");
        };
        assertThat(perform().orElseThrow().outcome()).isInstanceOf(Outcome.Done.class);
        assertThat(vault.names()).hasSize(1);
    }

    @Test
    void tellsEachResultOnceWhoeverComesFirst() {
        var row = new LegRecord[1];
        work = run -> new Outcome.Done("seen");
        row[0] = database.claimed("node");
        var result = performLeg.perform(row[0]).orElseThrow();
        database.expire();
        database.legs.releaseExpired();
        settleResult.again(key);
        settleResult.again(key);
        assertThat(settleResult.now(result, row[0], "node")).isEmpty();
        assertThat(settlement.told).containsExactly(result);
        assertThat(database.row(key).state()).isEqualTo(LegState.DONE);
    }

    @Test
    void tellsLaterWhatCannotBeToldNow() {
        var row = database.claimed("node");
        var result = performLeg.perform(row).orElseThrow();
        settlement.failing = true;
        assertThat(settleResult.now(result, row, "node")).isEmpty();
        assertThat(database.legs.unsettled()).hasSize(1);
        settleResult.again(key);
        assertThat(database.legs.unsettled()).isEmpty();
        settlement.failing = false;
        settleResult.again(key);
        assertThat(settlement.told).containsExactly(result);
    }
}
