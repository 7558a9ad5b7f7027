package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Capture;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Repeat;
import io.portolan.playbook.Service;
import io.portolan.playbook.Signs;
import io.portolan.playbook.Stage;
import io.portolan.playbook.WaitingFor;
import io.portolan.playbook.Wait;
import io.portolan.playbook.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerRuleTest {

    private static final Work PORTAL = new PortalWork(List.of(), List.of(), List.of(), null, List.of(), List.of());
    private static final Work BY_HAND = new OperatorWork(List.of(), Map.of(), Map.of(), Map.of(), false);
    private static final Instant SOON = Instant.parse("2026-12-01T00:00:00Z");

    static Leg leg(Stage stage, Work work, Map<String, Capture> captures) {
        return new Leg("leg", stage, "The leg", null, Repeat.SAFE, Set.of(), new Signs(List.of(), List.of(), List.of(), List.of()),
                captures, null, null, null, null, work);
    }

    static BankAnswer answer(BankAnswer.Kind kind, String note) {
        return new BankAnswer(1, "o", kind, Set.of(), note, "REF-7", SOON, null, SOON, "user:test");
    }

    @ParameterizedTest
    @EnumSource(BankAnswer.Kind.class)
    void isReadByTheApprovalWhateverItSays(BankAnswer.Kind kind) {
        assertThat(AnswerRule.isReadBy(leg(Stage.APPROVAL, BY_HAND, Map.of()), answer(kind, null))).isTrue();
    }

    @Test
    void isReadByALegThatHandsInByHandAndThenWaits() {
        var waits = leg(Stage.SIGN_UP, new OperatorWork(List.of(), Map.of(), Map.of(), Map.of(), true), Map.of());
        assertThat(AnswerRule.isReadBy(waits, answer(BankAnswer.Kind.APPROVED, null))).isTrue();
    }

    @Test
    void letsALegThatDoesNotWaitReadOnlyRejectionsAndQuestions() {
        var leg = leg(Stage.SIGN_UP, PORTAL, Map.of());
        assertThat(AnswerRule.isReadBy(leg, answer(BankAnswer.Kind.REJECTED, null))).isTrue();
        assertThat(AnswerRule.isReadBy(leg, answer(BankAnswer.Kind.QUESTION, null))).isTrue();
        assertThat(AnswerRule.isReadBy(leg, answer(BankAnswer.Kind.APPROVED, null))).isFalse();
        assertThat(AnswerRule.isReadBy(leg, answer(BankAnswer.Kind.ACKNOWLEDGED, null))).isFalse();
    }

    @Test
    void leavesAnApprovalToTheLegThatWaitsForOneAndNotToOneThatWaitsForSomethingElse() {
        var mail = new MailWork(null, new MailWork.Expected("no-reply@bank.example", null, null), null);
        assertThat(AnswerRule.isReadBy(waiting(mail), answer(BankAnswer.Kind.APPROVED, null))).isFalse();
        assertThat(AnswerRule.isReadBy(waiting(PORTAL), answer(BankAnswer.Kind.APPROVED, null))).isFalse();
        assertThat(AnswerRule.isReadBy(waiting(BY_HAND), answer(BankAnswer.Kind.APPROVED, null))).isTrue();
    }

    private static Leg waiting(Work work) {
        return new Leg("leg", Stage.SIGN_UP, "The leg", null, Repeat.SAFE, Set.of(), new Signs(List.of(), List.of(), List.of(), List.of()),
                Map.of(), Wait.SILENT, null, null, null, work);
    }

    @Test
    void decidesARejectionAndAQuestionByWhatTheBankSaid() {
        var leg = leg(Stage.APPROVAL, PORTAL, Map.of());
        assertThat(decide(leg, answer(BankAnswer.Kind.REJECTED, "No licence."))).contains(new Outcome.Rejected("No licence."));
        assertThat(decide(leg, answer(BankAnswer.Kind.QUESTION, " "))).contains(new Outcome.NeedsPerson(
                Outcome.Reason.BANK_ASKS, "The bank has asked a question.", "The bank's reference: REF-7"));
    }

    @Test
    void leavesAnApprovalToTheMeansThatCanSeeForItself() {
        assertThat(decide(leg(Stage.APPROVAL, PORTAL, Map.of()), answer(BankAnswer.Kind.APPROVED, null))).isEmpty();
        assertThat(decide(leg(Stage.APPROVAL, PORTAL, Map.of()), answer(BankAnswer.Kind.ACKNOWLEDGED, null))).isEmpty();
    }

    @Test
    void takesAnApprovalAsDoneOnlyWhereNothingIsToBeBroughtBack() {
        assertThat(decide(leg(Stage.APPROVAL, BY_HAND, Map.of()), answer(BankAnswer.Kind.APPROVED, "Fine.")))
                .contains(new Outcome.Done("Fine."));
        var key = new Capture(null, true, null, null, null, null, null, null, null, null, false, null, null, null);
        assertThat(decide(leg(Stage.APPROVAL, BY_HAND, Map.of("api-key", key)), answer(BankAnswer.Kind.APPROVED, "Fine.")))
                .get().isInstanceOf(Outcome.NeedsPerson.class);
    }

    @Test
    void namesWhatAnApprovalLeavesToBeEntered() {
        var key = new Capture(null, true, null, null, null, null, null, null, null, null, false, null, null, null);
        var leg = leg(Stage.APPROVAL, BY_HAND, Map.of("client-id", key, "api-key", key));
        assertThat(AnswerRule.decide(leg, answer(BankAnswer.Kind.APPROVED, "Fine."), List.of("api-key"), Set.of(Service.AIS), List.of(), Instant.EPOCH))
                .contains(new Outcome.NeedsPerson(Outcome.Reason.BY_DESIGN, "The bank has approved. Please enter what it gave: api-key.",
                        "The bank's reference: REF-7"));
    }

    @Test
    void waitsUntilTheDayThatTheBankHasPromised() {
        assertThat(decide(leg(Stage.APPROVAL, BY_HAND, Map.of()), answer(BankAnswer.Kind.ACKNOWLEDGED, "Soon.")))
                .contains(new Outcome.NotYet(WaitingFor.BANK, "Soon.", SOON));
    }

    @Test
    void joinsApprovalsThatComeServiceByService() {
        var leg = leg(Stage.APPROVAL, BY_HAND, Map.of());
        var ais = about(BankAnswer.Kind.APPROVED, Service.AIS);
        var pis = about(BankAnswer.Kind.APPROVED, Service.PIS);
        var both = Set.of(Service.AIS, Service.PIS);

        assertThat(AnswerRule.decide(leg, ais, List.of(), both, List.of(ais), Instant.EPOCH)).get().isInstanceOfSatisfying(Outcome.NotYet.class,
                waits -> assertThat(waits.why()).contains("PIS is still open"));
        assertThat(AnswerRule.decide(leg, pis, List.of(), both, List.of(ais, pis), Instant.EPOCH)).get().isInstanceOf(Outcome.Done.class);
        assertThat(AnswerRule.decide(leg, pis, List.of(), both, List.of(ais, pis), SOON.plusSeconds(1))).get().isInstanceOf(Outcome.NotYet.class);
    }

    @Test
    void goesOnWithWhatWasApprovedWhereTheRestWasRejected() {
        var leg = leg(Stage.APPROVAL, BY_HAND, Map.of());
        var ais = about(BankAnswer.Kind.APPROVED, Service.AIS);
        var pis = about(BankAnswer.Kind.REJECTED, Service.PIS);

        assertThat(AnswerRule.decide(leg, pis, List.of(), Set.of(Service.AIS), List.of(ais, pis), Instant.EPOCH)).get().isInstanceOf(Outcome.Done.class);
        assertThat(AnswerRule.decide(leg, pis, List.of(), Set.of(Service.AIS), List.of(pis), Instant.EPOCH)).get().isInstanceOf(Outcome.NotYet.class);
        assertThat(AnswerRule.decide(leg, pis, List.of(), Set.of(Service.PIS), List.of(pis), Instant.EPOCH)).get().isInstanceOf(Outcome.Rejected.class);
    }

    private static BankAnswer about(BankAnswer.Kind kind, Service service) {
        return new BankAnswer(1, "o", kind, Set.of(service), null, null, null, null, SOON, "user:test");
    }

    private static Optional<Outcome> decide(Leg leg, BankAnswer answer) {
        return AnswerRule.decide(leg, answer, List.copyOf(leg.captures().keySet()), Set.of(Service.AIS), List.of(), Instant.EPOCH);
    }
}
