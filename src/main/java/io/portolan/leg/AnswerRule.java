package io.portolan.leg;

import io.portolan.playbook.Leg;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Service;
import io.portolan.playbook.Stage;
import io.portolan.playbook.WaitingFor;
import io.portolan.playbook.OperatorWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an answer of the bank means for the leg that reads it. */
final class AnswerRule {

    private AnswerRule() { }

    /**
     * Whether this leg is one that the bank's answer is for: an approval is for a leg that waits for one, be it seen by a sign or
     * told by a person, or that proves access, which may wait until the approval works; a rejection or a question is for whichever leg comes to it.
     */
    static boolean isReadBy(Leg leg, BankAnswer answer) {
        return answer.leg() != null ? answer.leg().equals(leg.id()) : !isGoodNews(answer) || leg.stage() == Stage.VERIFY_ACCESS && canLook(leg)
                || leg.work() instanceof MailWork mail && mail.letter() != null || !leg.signs().waitWhen().isEmpty() || leg.stage() == Stage.APPROVAL
                || leg.waiting() != null && !canLook(leg) || leg.work() instanceof OperatorWork operator && operator.thenWait();
    }

    /** Whether it asks nothing of us. */
    static boolean isGoodNews(BankAnswer answer) {
        return answer.kind() == BankAnswer.Kind.APPROVED || answer.kind() == BankAnswer.Kind.ACKNOWLEDGED;
    }

    /**
     * What the answer decides by itself; empty where the means has to look. What the leg has still to bring back is named. An answer may be about some of the services only: a leg
     * is approved once each service that is still wanted was approved, in whichever answer since the leg's present round began.
     */
    static Optional<Outcome> decide(Leg leg, BankAnswer answer, List<String> missing, Set<Service> wanted, List<BankAnswer> all, Instant since) {
        if (canLook(leg) && (isGoodNews(answer) || isAboutOthers(answer, wanted))) {
            return Optional.empty();
        }
        return switch (answer.kind()) {
            case REJECTED -> Optional.of(isAboutOthers(answer, wanted) ? joined(leg, answer, missing, wanted, all, since)
                    : new Outcome.Rejected(said(answer, "The bank has rejected.")));
            case QUESTION -> Optional.of(new Outcome.NeedsPerson(Outcome.Reason.BANK_ASKS,
                    said(answer, "The bank has asked a question."), reference(answer)));
            case APPROVED -> Optional.of(joined(leg, answer, missing, wanted, all, since));
            case ACKNOWLEDGED -> Optional.of(new Outcome.NotYet(WaitingFor.BANK, said(answer, "The bank has acknowledged."), answer.expectedBy()));
        };
    }

    /** Whether none of the services that are still wanted is what the answer is about. */
    private static boolean isAboutOthers(BankAnswer answer, Set<Service> wanted) {
        return !answer.services().isEmpty() && answer.services().stream().noneMatch(wanted::contains);
    }

    private static Outcome joined(Leg leg, BankAnswer answer, List<String> missing, Set<Service> wanted, List<BankAnswer> all, Instant since) {
        var open = new TreeSet<>(wanted);
        Stream.concat(all.stream(), Stream.of(answer)).filter(each -> each.kind() == BankAnswer.Kind.APPROVED && !each.at().isBefore(since))
                .forEach(each -> open.removeAll(each.services().isEmpty() ? wanted : each.services()));
        return open.isEmpty() ? approved(leg, answer, missing) : new Outcome.NotYet(WaitingFor.BANK, said(answer, "The bank has decided in part.")
                + " " + open.stream().map(Enum::name).collect(Collectors.joining(" and ")) + " is still open.", null);
    }

    private static Outcome approved(Leg leg, BankAnswer answer, List<String> missing) {
        var bringsBack = leg.captures().values().stream().anyMatch(capture -> !capture.optional());
        return bringsBack
                ? new Outcome.NeedsPerson(Outcome.Reason.BY_DESIGN, "The bank has approved. Please enter what it gave"
                        + (missing.isEmpty() ? "." : ": " + String.join(", ", missing) + "."), reference(answer))
                : new Outcome.Done(said(answer, "The bank has approved."));
    }

    /** Whether the means of the leg sees for itself how things stand. */
    static boolean canLook(Leg leg) {
        return leg.by() == MeansName.PORTAL || leg.by() == MeansName.API
                || leg.work() instanceof MailWork mail && mail.reads();
    }

    private static String said(BankAnswer answer, String otherwise) {
        return answer.note() == null || answer.note().isBlank() ? otherwise : answer.note();
    }

    private static String reference(BankAnswer answer) {
        return answer.reference() == null ? null : "The bank's reference: " + answer.reference();
    }
}
