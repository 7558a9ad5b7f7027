package io.portolan.console;

import static io.portolan.console.Messages.say;

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
        add(lines, say("onboarding.wait-promise"), leg.promise(), leg, same ? null : ours, now);
        add(lines, approval != null ? say("onboarding.wait-asks-a-person") : leg.since() == null ? say("onboarding.wait-goes-on") : say("onboarding.wait-looks"), leg.look(), leg, same ? null : ours, now);
        add(lines, say("onboarding.wait-reminds"), leg.reminder(), leg, same ? null : ours, now);
        add(lines, say("onboarding.wait-asks-us"), leg.asking(), leg, same ? null : ours, now);
        add(lines, say("onboarding.wait-calls"), leg.escalation(), leg, same ? null : ours, now);
        add(lines, say("onboarding.wait-called"), leg.escalatedAt(), leg, same ? null : ours, now);
        add(lines, leg.backTo() == null ? say("onboarding.wait-deadline") : say("onboarding.wait-deadline-back", leg.backTo()),
                leg.deadline(), leg, same ? null : ours, now);
        return new WaitView(leg.leg(), leg.title(), whom, approval, TimeView.of(leg.since(), now), leg.zone().getId(), same ? null : ours.getId(),
                lines.stream().sorted(Comparator.comparing(line -> Instant.parse(line.at().iso()))).toList(), leg.reminders() == 0 ? null : say("onboarding.wait-reminded", leg.reminders()));
    }

    private static void add(List<Line> lines, String what, Instant at, AwaitedLeg leg, ZoneId ours, Instant now) {
        if (at != null) {
            lines.add(new Line(what, TimeView.words(at, leg.zone()), ours == null ? null : TimeView.words(at, ours), TimeView.of(at, now)));
        }
    }
}
