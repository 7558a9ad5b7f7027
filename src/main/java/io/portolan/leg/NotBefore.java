package io.portolan.leg;

import io.portolan.playbook.AgreedTime;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Wait;
import io.portolan.playbook.WaitingFor;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds a leg back that has nothing to do yet: before an agreed time, before what it uses works at the bank, or before it is cleared. */
@Component
class NotBefore {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm VV", Locale.ENGLISH);

    private final EffectiveFrom effectiveFrom;
    private final Clearance clearance;
    private final Clock clock;

    NotBefore(EffectiveFrom effectiveFrom, Clearance clearance, Clock clock) {
        this.effectiveFrom = effectiveFrom;
        this.clearance = clearance;
        this.clock = clock;
    }

    /** What holds the leg back; empty where it may act. One that has begun is never held back. */
    Optional<Outcome> holds(LegRun run) {
        if (run.progress() != LegRun.Progress.NOTHING) {
            return Optional.empty();
        }
        var until = agreed(run);
        if (until.isPresent()) {
            return until;
        }
        if (run.order().leg().stage() == Stage.VERIFY_ACCESS && run.order().servicesOfLeg().isEmpty()) {
            return Optional.of(new Outcome.Done("What this proves works only later at the bank, and is proven then."));
        }
        return effectiveFrom.forLeg(run.order()).filter(at -> at.isAfter(clock.instant()))
                .<Outcome>map(at -> new Outcome.NotYet(WaitingFor.BANK, "What the bank has given works from "
                        + DAY_AND_TIME.format(ZonedDateTime.ofInstant(at, zone(run))) + " on.", at))
                .or(() -> clearance.holds(run));
    }

    /** The order for as much of it as can be done by now: access is proven for the services that work, if any does, and later for the others. */
    LegOrder asFarAsItWorks(LegOrder order) {
        if (order.leg().stage() != Stage.VERIFY_ACCESS || !EffectiveFrom.provesByCall(order.leg())) {
            return order;
        }
        var working = effectiveFrom.working(order, clock.instant());
        return working.isEmpty() || working.equals(order.services()) ? order : order.only(working);
    }

    private Optional<Outcome> agreed(LegRun run) {
        var wait = run.order().leg().waiting();
        if (wait == null || wait.until() == null) {
            return Optional.empty();
        }
        var written = run.fill(wait.until());
        var agreed = AgreedTime.read(written.text(), wait.zone());
        if (agreed.isEmpty()) {
            return Optional.of(new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER,
                    "The agreed time is no date and time such as 2026-11-30T10:00. When shall this be done?", written.toString()));
        }
        return agreed.filter(at -> at.isAfter(clock.instant())).map(at -> new Outcome.NotYet(
                run.order().leg().waitsFor(),
                "It waits for the agreed time, " + DAY_AND_TIME.format(ZonedDateTime.ofInstant(at, wait.zone())) + ".", at));
    }

    private static ZoneId zone(LegRun run) {
        var wait = run.order().leg().waiting();
        return wait == null ? Wait.USUAL_ZONE : wait.zone();
    }
}
