package io.portolan.leg;

import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Repeat;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does what is due while a leg waits: reminds the bank, calls a person beside the wait, and ends a wait whose deadline has passed. */
@Component
class WhileWaiting {

    /** What was found due; the notice may be null. */
    record Due(Outcome outcome, Notice notice, boolean reminded, boolean byLetter) {

        static Due nothing(Outcome outcome) {
            return new Due(outcome, null, false, false);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(WhileWaiting.class);
    private static final String BY_HAND = "Please remind the bank, and answer \"handed in\" when that is done.";

    private final RunStores stores;
    private final JdbcWaits waits;
    private final ObjectProvider<Reminders> reminders;

    WhileWaiting(RunStores stores, JdbcWaits waits, ObjectProvider<Reminders> reminders) {
        this.stores = stores;
        this.waits = waits;
        this.reminders = reminders;
    }

    /** Does what is due now for a leg whose look has said that it has to wait. */
    Due see(OpenRun run, LegOrder order, Outcome.NotYet outcome, Waited waited, Instant now) {
        var row = run.row();
        if (row.waitingSince() == null) {
            return Due.nothing(outcome);
        }
        var rhythm = new WaitRhythm(order.leg().waiting(), row.waitingSince(), row.remindedAt(), waited);
        if (rhythm.isTooLate(now)) {
            return Due.nothing(tooLate(order));
        }
        var notice = rhythm.notice(now).orElse(null);
        if (row.waited().reminding() != null) {
            return new Due(outcome, notice != null ? notice : new Notice(Outcome.Reason.REMINDER_DUE,
                    "A reminder was being sent to the bank and was cut off: nobody knows whether it left. Please see, and remind the bank if it did not."),
                    true, false);
        }
        var due = rhythm.reminder(now);
        return due.isEmpty() ? new Due(outcome, notice, false, false) : remind(run, order, outcome, notice, due.get());
    }

    /** The intent is committed before the letter leaves, so that none is sent twice for the same date. */
    private Due remind(OpenRun run, LegOrder order, Outcome outcome, Notice notice, Instant due) {
        var row = run.row();
        var letters = reminders.getIfAvailable();
        if (letters == null) {
            return byHand(outcome, notice, BY_HAND);
        }
        if (!Boolean.TRUE.equals(stores.transactions().execute(status -> waits.reminding(LegKey.of(row), row.holder(), due)))) {
            throw new LegRun.LeaseLost(row.leg());
        }
        try {
            var to = letters.remind(order, new Reminders.Reminder(row.waited().reminders() + 1, row.waitingSince(), row.waited().reference()));
            if (to.isEmpty()) {
                return byHand(outcome, notice, BY_HAND);
            }
            run.journal("bank-reminded", "Reminder " + (row.waited().reminders() + 1) + " to " + to.get());
            return new Due(outcome, notice, true, true);
        } catch (RuntimeException unknown) {
            LOG.warn("Onboarding {}, leg {}: a reminder could not be sent: {}", order.onboarding(), order.leg().id(), unknown.getClass().getName());
            return byHand(outcome, notice, "A reminder to the bank failed while it was being sent: nobody knows whether it left. Please remind the bank if it did not.");
        }
    }

    private static Due byHand(Outcome outcome, Notice notice, String question) {
        return new Due(outcome, notice != null ? notice : new Notice(Outcome.Reason.REMINDER_DUE, question), true, false);
    }

    private Outcome tooLate(LegOrder order) {
        var wait = order.leg().waiting();
        var passed = "The deadline of " + wait.deadline() + " has passed.";
        if (wait.backTo() == null) {
            return new Outcome.NeedsPerson(Outcome.Reason.DEADLINE_PASSED, passed + " How shall this go on?", null);
        }
        var title = order.route().leg(wait.backTo()).orElseThrow().title();
        return isSafeFrom(wait.backTo(), order)
                ? new Outcome.BackTo(wait.backTo(), passed + " It begins again at \"" + title + "\".")
                : new Outcome.NeedsPerson(Outcome.Reason.DEADLINE_PASSED, passed + " Answer \"again\" to begin again at \"" + title
                        + "\"; please see first that nothing is done twice by that.", null);
    }

    /** Nothing that may be done only once has been begun since, and no credential has been brought back that works. */
    private boolean isSafeFrom(String back, LegOrder order) {
        var legs = stores.legs().of(order.onboarding()).stream().dropWhile(row -> !row.leg().equals(back))
                .takeWhile(row -> row.ordinal() <= ordinal(order)).toList();
        var isRepeatable = legs.stream().allMatch(row -> row.progress() == LegRun.Progress.NOTHING
                || order.route().leg(row.leg()).orElseThrow().repeat() != Repeat.NEVER);
        return isRepeatable && legs.stream().noneMatch(row -> hasCredential(row, order));
    }

    private int ordinal(LegOrder order) {
        return stores.legs().find(new LegKey(order.onboarding(), order.leg().id())).orElseThrow().ordinal();
    }

    private boolean hasCredential(LegRecord row, LegOrder order) {
        return order.route().leg(row.leg()).orElseThrow().captures().entrySet().stream()
                .filter(capture -> capture.getValue().credential(capture.getKey()) != CredentialKind.NONE)
                .map(capture -> stores.captures().find(order.onboarding(), row.leg(), capture.getKey())).anyMatch(Optional::isPresent);
    }
}
