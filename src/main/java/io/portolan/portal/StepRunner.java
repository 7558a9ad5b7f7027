package io.portolan.portal;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Value;
import io.portolan.playbook.Service;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Step;
import io.portolan.playbook.Target;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Takes the steps of a leg, one after the other; a step that cannot be taken ends the run by {@link Stop}. */
final class StepRunner implements AutoCloseable {

    private final LegRun run;
    private final Browser browser;
    private final RunPlaces places;
    private final Acts acts;
    private final Finder finder;
    private final TemporaryFiles files = new TemporaryFiles();
    private Step current;

    StepRunner(LegRun run, Browser browser, RunPlaces places, Acts acts, Finder finder) {
        this.run = run;
        this.browser = browser;
        this.places = places;
        this.acts = acts;
        this.finder = finder;
    }

    /** Takes all these steps that are for the services of this onboarding. */
    void take(List<Step> steps) {
        for (var step : steps) {
            if (isAsked(step)) {
                current = step;
                take(step);
            }
        }
        current = null;
    }

    /** The step that could not be taken, or null. */
    Step current() {
        return current;
    }

    private void take(Step step) {
        if (step instanceof Step.Open open) {
            open(places.fill(open.open()).text());
        } else if (step instanceof Step.Fill fill) {
            find(step, fill.target(), Look.Use.FIELD).type(places.fill(fill.with()).text());
        } else if (step instanceof Step.Choose choose) {
            choose(choose);
        } else if (step instanceof Step.Tick tick) {
            tick(find(step, tick.target(), Look.Use.BOX));
        } else if (step instanceof Step.Click click) {
            click(click);
        } else if (step instanceof Step.Upload upload) {
            upload(upload);
        } else if (step instanceof Step.Expect expect) {
            await(step, expect.sign());
        } else if (step instanceof Step.WaitFor wait) {
            await(step, wait.sign());
        } else if (step instanceof Step.CaptureValue capture) {
            capture(capture, finder.await(step, Look.forUse(capture.target(), Look.Use.VALUE), true));
        } else if (step instanceof Step.AcceptTerms accept) {
            acceptTerms(accept);
        } else if (step instanceof Step.AskOperator ask) {
            throw Stop.person(Outcome.Reason.ASKED_BY_PLAYBOOK, ask.question(), null);
        }
    }

    /** Keeps what an element shows as this capture; a secret is in the vault when this returns. */
    void capture(Step.CaptureValue step, Element element) {
        var capture = run.order().leg().captures().get(step.as());
        var value = element.value().strip();
        if (capture == null || capture.secret()) {
            places.hide(value);
            try (var secret = Secret.of(value)) {
                run.keepSecret(step.as(), secret, null);
            }
        } else {
            run.keep(step.as(), value, null);
        }
    }

    private void open(String url) {
        finder.requireOurs(url);
        browser.open(url);
    }

    private void choose(Step.Choose step) {
        var look = new Look(step.target(), Look.Use.OPTION, places.fill(step.option()).text());
        tick(finder.await(step, look, false));
    }

    private static void tick(Element box) {
        if (!box.isOn()) {
            box.click();
        }
    }

    private void click(Step.Click step) {
        var element = find(step, step.target(), Look.Use.CLICK);
        if (!step.pointOfNoReturn()) {
            element.click();
            return;
        }
        acts.intend(step.described());
        element.click();
        if (browser.page().isOutOfOrder()) {
            throw new Stop(new Outcome.Fault("The bank's server failed at: " + step.described()));
        }
        acts.happened();
    }

    private void upload(Step.Upload step) {
        var names = step.file().places();
        if (names.size() != 1 || !(places.value(names.get(0)) instanceof Value.File file)) {
            throw new LegRun.MissingData(names.isEmpty() ? step.file().written() : names.get(0));
        }
        find(step, step.target(), Look.Use.FILE).upload(files.hold(file));
    }

    private void acceptTerms(Step.AcceptTerms step) {
        var text = step.document() == null ? browser.page().text() : termsOf(step);
        run.evidence(Evidence.Kind.TERMS, "text/plain", places.masked(text).getBytes(StandardCharsets.UTF_8));
        tick(find(step, step.target(), Look.Use.BOX));
    }

    private String termsOf(Step.AcceptTerms step) {
        var document = find(step, step.document(), Look.Use.ANY);
        if (document.href() == null) {
            return document.value();
        }
        return finder.isOurs(document.href()) ? browser.textOf(document.href())
                : document.value() + "\n" + document.href() + "\n(on a host that is not the bank's: not opened)";
    }

    private void await(Step step, Sign sign) {
        finder.await(step, sign);
    }

    private Element find(Step step, Target target, Look.Use use) {
        return finder.await(step, Look.forUse(target, use), false);
    }

    private boolean isAsked(Step step) {
        var services = onlyFor(step);
        return services == null || services.isEmpty() || services.stream().anyMatch(run.order().services()::contains);
    }

    private static Set<Service> onlyFor(Step step) {
        if (step instanceof Step.Fill fill) {
            return fill.onlyFor();
        }
        if (step instanceof Step.Choose choose) {
            return choose.onlyFor();
        }
        if (step instanceof Step.Tick tick) {
            return tick.onlyFor();
        }
        return step instanceof Step.Click click ? click.onlyFor() : null;
    }

    @Override
    public void close() {
        files.close();
    }
}
