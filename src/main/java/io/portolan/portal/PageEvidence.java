package io.portolan.portal;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.LegRun;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.Leg;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Step;
import io.portolan.playbook.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the page showed at the end of a leg, as picture and text, without any secret, be it one that a later leg takes or that stands
 * in another application's row; where one might be on the page that we cannot point at, only its outline.
 */
final class PageEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(PageEvidence.class);

    /** What is shorter is no secret, and hiding it would tear words apart. */
    private static final int SHORTEST = 4;

    private final LegRun run;
    private final Browser browser;
    private final RunPlaces places;
    private final Acts acts;
    private final List<Step.CaptureValue> secretSteps;
    private final List<Step.CaptureValue> secretStepsOfOthers;

    PageEvidence(LegRun run, Browser browser, RunPlaces places, Acts acts) {
        this.run = run;
        this.browser = browser;
        this.places = places;
        this.acts = acts;
        this.secretSteps = secretSteps(run.order().leg()).toList();
        this.secretStepsOfOthers = run.order().route().legs().stream().filter(leg -> !leg.id().equals(run.order().leg().id()))
                .flatMap(PageEvidence::secretSteps).toList();
    }

    private static Stream<Step.CaptureValue> secretSteps(Leg leg) {
        return leg.work() instanceof PortalWork work
                ? Standing.captures(work).filter(step -> leg.secretCaptures().contains(step.as())) : Stream.empty();
    }

    /** Keeps it; {@code failed} is the step that could not be taken, or null. A person is told what the page is made of. */
    void keep(Step failed, boolean needsPerson) {
        var page = browser.pageInDetail();
        boolean pointedAt = true;
        browser.valuesOf(targets()).stream().filter(value -> value.strip().length() >= SHORTEST).forEach(places::hide);
        for (var step : secretSteps) {
            var element = found(step);
            element.ifPresent(each -> places.hide(each.value()));
            pointedAt &= element.isPresent() || run.has(step.as());
        }
        boolean mayShow = acts.progress() != Progress.NOTHING || failed != null && secretSteps.contains(failed);
        if (mayShow && !pointedAt) {
            text("At " + Hosts.named(page.url()) + ", without texts, since a secret may be among them:\n"
                    + String.join("\n", page.skeleton()));
            return;
        }
        browser.maskedPicture(places.secrets(), targets())
                .ifPresent(picture -> run.evidence(Evidence.Kind.SCREENSHOT, "image/png", picture));
        text(places.masked(page.title() + "\n\n" + page.text()));
        if (needsPerson) {
            outline(page);
        }
    }

    /** Keeps what the page shows right after the act, and says what it calls out; a browser that fails at it has done its work. */
    String ofTheAct() {
        try {
            keep(null, false);
            return browser.pageInDetail().alerts();
        } catch (BrowserTrouble trouble) {
            LOG.info("No evidence of the page after the act could be taken: {}", trouble.getMessage());
            return "";
        }
    }

    private Optional<Element> found(Step.CaptureValue step) {
        return filled(step.target()).flatMap(target -> browser.find(Look.forUse(target, Look.Use.VALUE)));
    }

    private List<Target> targets() {
        return Stream.concat(secretSteps.stream(), secretStepsOfOthers.stream()).map(step -> filled(step.target()))
                .flatMap(Optional::stream).distinct().toList();
    }

    /** Empty where its places have no value yet: what is found by something that only comes later is not on this page. */
    private Optional<Target> filled(Target target) {
        try {
            return Optional.of(places.filled(target));
        } catch (LegRun.MissingData notYet) {
            return Optional.empty();
        }
    }

    /** Headings, landmarks, fields, buttons and links, for the person who has to see what has changed. */
    private void outline(Page page) {
        var lines = page.named().stream().map(each -> each.kind() + (each.name().isEmpty() ? "" : ": " + each.name())).toList();
        run.evidence(Evidence.Kind.OUTLINE, "text/plain",
                places.masked(String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
    }

    private void text(String text) {
        run.evidence(Evidence.Kind.PAGE_TEXT, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
