package io.portolan.leg;

import io.portolan.playbook.Wait;
import io.portolan.playbook.WaitingFor;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A leg that waits, and what will be done about it by itself and when; what will not be done is null.
 *
 * @param whom who must move
 * @param since since when it waits, or null where it is only held back until it may act
 * @param zone the zone of the bank's clocks
 * @param look when it is looked at again
 * @param reminder when the bank is reminded next
 * @param reminders how often it was reminded by letter
 * @param asking when a person of ours is asked because it takes longer than it usually does
 * @param escalation when somebody of ours is to talk to the bank
 * @param escalatedAt when somebody was told to
 * @param deadline when what is waited with is no longer good
 * @param backTo the title of the leg that begins again then
 * @param promise by when the bank has promised more
 */
public record AwaitedLeg(String leg, String title, WaitingFor whom, Instant since, ZoneId zone, Instant look, Instant reminder,
        int reminders, Instant asking, Instant escalation, Instant escalatedAt, Instant deadline, String backTo, Instant promise) {

    private static final String NOT_YET = "NOT_YET";

    static AwaitedLeg of(LegRecord row, LegOrder order) {
        var wait = order.leg().waiting();
        // where a person has handed it in, what its last run has found says that we were waited for
        var whom = NOT_YET.equals(row.result()) && row.waitingFor() != null ? WaitingFor.valueOf(row.waitingFor()) : order.leg().waitsFor();
        var zone = wait == null ? Wait.USUAL_ZONE : wait.zone();
        if (row.waitingSince() == null) {
            return new AwaitedLeg(row.leg(), order.leg().title(), whom, null, zone, row.lookAgainAt(), null, 0, null, null, null, null, null,
                    row.waited().promisedBy());
        }
        var rhythm = new WaitRhythm(wait, row.waitingSince(), row.remindedAt(), row.waited());
        var back = wait == null || wait.backTo() == null ? null : order.route().leg(wait.backTo()).orElseThrow().title();
        return new AwaitedLeg(row.leg(), order.leg().title(), whom, row.waitingSince(), zone, row.lookAgainAt(),
                rhythm.reminderDue().orElse(null), row.waited().reminders(), rhythm.askingDue().orElse(null), rhythm.escalationDue().orElse(null),
                row.waited().escalatedAt(), rhythm.deadline().orElse(null), back, row.waited().promisedBy());
    }
}
