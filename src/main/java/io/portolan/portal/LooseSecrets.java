package io.portolan.portal;

import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.LegRun;
import io.portolan.playbook.Leg;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Step;
import io.portolan.playbook.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows the secrets of the pages, be they this leg's, a later one's or of another application's row: hides those that can be pointed at,
 * and tells whether one may be there that cannot.
 */
final class LooseSecrets {

    /** What is shorter is no secret, and hiding it would tear words apart. */
    private static final int SHORTEST = 4;

    private final LegRun run;
    private final Browser browser;
    private final RunPlaces places;
    private final Acts acts;
    private final List<Step.CaptureValue> ours;
    private final List<Step.CaptureValue> ofOtherLegs;

    LooseSecrets(LegRun run, Browser browser, RunPlaces places, Acts acts) {
        this.run = run;
        this.browser = browser;
        this.places = places;
        this.acts = acts;
        this.ours = of(run.order().leg()).toList();
        this.ofOtherLegs = run.order().route().legs().stream().filter(leg -> !leg.id().equals(run.order().leg().id()))
                .flatMap(LooseSecrets::of).toList();
    }

    private static Stream<Step.CaptureValue> of(Leg leg) {
        return leg.work() instanceof PortalWork work
                ? Standing.captures(work).filter(step -> Takings.isSecret(leg, step.as())) : Stream.empty();
    }

    /** Where pages show secrets; without those that are found by something which only comes later. */
    List<Target> targets() {
        return Stream.concat(ours.stream(), ofOtherLegs.stream()).map(step -> filled(step.target()))
                .flatMap(Optional::stream).distinct().toList();
    }

    /**
     * Whether a secret of this leg may show that is neither held nor found where the playbook says; those that are found are hidden in all
     * that is masked from now on. {@code last} is the step of the leg that was taken last, or null where none was.
     */
    boolean mayShow(Step last) {
        browser.valuesOf(targets()).stream().filter(value -> value.strip().length() >= SHORTEST).forEach(places::hide);
        boolean any = false;
        for (var step : ours) {
            var element = filled(step.target()).flatMap(target -> browser.find(Look.forUse(target, Look.Use.VALUE)));
            element.ifPresent(each -> places.hide(each.value()));
            boolean pointedAt = run.has(step.as()) || element.filter(each -> Finder.isValue(each.value())).isPresent();
            any |= !pointedAt && StepRunner.isFor(run, step) && mayShow(step, last);
        }
        return any;
    }

    /** Before a click that cannot be taken back nothing shows that only it brings; the step's own list tells what pages we are on. */
    private boolean mayShow(Step.CaptureValue secret, Step last) {
        if (acts.progress() != Progress.NOTHING) {
            return true;
        }
        var work = (PortalWork) run.order().leg().work();
        var click = work.pointOfNoReturn();
        if (last == null || click.isEmpty()) {
            return last != null;
        }
        return Stream.of(work.steps().subList(0, work.steps().indexOf(click.get())), listed(work.look()), listed(work.ifLost()))
                .anyMatch(list -> list.contains(last) && list.contains(secret));
    }

    private static List<Step> listed(List<Step> list) {
        return list == null ? List.of() : list;
    }

    private Optional<Target> filled(Target target) {
        try {
            return Optional.of(places.filled(target));
        } catch (LegRun.MissingData notYet) {
            return Optional.empty();
        }
    }
}
