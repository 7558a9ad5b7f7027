package io.portolan.console;

import io.portolan.leg.AwaitedLeg;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A wait as the page of an onboarding shows it: for whom, since when, and what is done about it by itself and when.
 *
 * @param approval the request for a second person that it waits for, or null
 * @param theirZone the zone of the bank's clocks, and {@code ourZone} that of ours; the latter is null where both show the same time
 */
record WaitView(String leg, String title, String whom, String approval, TimeView since, String theirZone, String ourZone, List<Line> lines, String reminded) {

    /** What is done, and when by the bank's clocks and by ours; the last is null where both show the same time. */
    record Line(String what, String theirs, String ours, TimeView at) { }

    /** Whether nobody has to move, and only a time has to come. */
    public boolean isHeldBack() {
        return since == null && approval == null;
    }

    /** @param whom who must move, by name */
    static WaitView of(AwaitedLeg leg, String whom, String approval, ZoneId ours, Instant now) {
        var same = leg.zone().getRules().getOffset(now).equals(ours.getRules().getOffset(now));
        var lines = new ArrayList<Line>();
        add(lines, "More is promised by", leg.promise(), leg, same ? null : ours, now);
        add(lines, approval != null ? "Asks a person, where nobody has decided" : leg.since() == null ? "Goes on by itself" : "Looks again", leg.look(), leg, same ? null : ours, now);
        add(lines, "Reminds the bank", leg.reminder(), leg, same ? null : ours, now);
        add(lines, "Asks us, since it usually is over by then", leg.asking(), leg, same ? null : ours, now);
        add(lines, "Calls on us to talk to the bank", leg.escalation(), leg, same ? null : ours, now);
        add(lines, "Called on us to talk to the bank", leg.escalatedAt(), leg, same ? null : ours, now);
        add(lines, leg.backTo() == null ? "Deadline: what it waits with is no longer good" : "Deadline: begins again at “" + leg.backTo() + "”",
                leg.deadline(), leg, same ? null : ours, now);
        return new WaitView(leg.leg(), leg.title(), whom, approval, TimeView.of(leg.since(), now), leg.zone().getId(), same ? null : ours.getId(),
                lines.stream().sorted(Comparator.comparing(line -> Instant.parse(line.at().iso()))).toList(), leg.reminders() == 0 ? null : leg.reminders() == 1 ? "It was reminded by letter once."
                        : "It was reminded by letter " + leg.reminders() + " times.");
    }

    private static void add(List<Line> lines, String what, Instant at, AwaitedLeg leg, ZoneId ours, Instant now) {
        if (at != null) {
            lines.add(new Line(what, TimeView.words(at, leg.zone()), ours == null ? null : TimeView.words(at, ours), TimeView.of(at, now)));
        }
    }
}
