package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.playbook.Places;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Step;
import java.time.Instant;
import java.util.List;

/** Takes the steps of a leg, one after the other; a step that cannot be taken ends the run by {@link Stop}. */
final class StepRunner implements AutoCloseable {

    private final LegRun run;
    private final Browser browser;
    private final RunPlaces places;
    private final Acts acts;
    private final Finder finder;
    private final Hands hands;
    private final Takings takings;
    private final Terms terms;
    private final Instant signsInSince;

    /** {@code signsInSince} is when signing in began, or null for the steps of a leg. */
    StepRunner(LegRun run, Browser browser, RunPlaces places, Acts acts, Finder finder, Desk desk, Instant signsInSince) {
        this.run = run;
        this.browser = browser;
        this.places = places;
        this.acts = acts;
        this.finder = finder;
        this.hands = new Hands(browser, places, finder, desk.patience());
        this.takings = new Takings(run, browser, places, finder, desk.patience(), desk.mails(), desk.patienceWithMails());
        this.terms = new Terms(run, browser, places, finder, desk.terms(), desk.clock());
        this.signsInSince = signsInSince;
    }

    /** Takes all these steps that are for the services of this onboarding. */
    void take(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (isAsked(step)) {
                if (!(step instanceof Step.CaptureValue)) {
                    takings.settle();
                }
                hands.settle(step);
                acts.taking(step);
                try {
                    take(step);
                } catch (Stop stop) {
                    takeWhatShows(steps, i);
                    throw stop;
                } catch (BrowserTrouble trouble) {
                    throw trouble.at(step.described());
                }
            }
        }
        hands.settle(null);
        takings.settle();
    }

    /** The step that was taken last, or could not be taken; null where none was. */
    Step last() {
        return acts.last();
    }

    /** What this very page may show for the last time is taken before the run ends at a step on it. */
    private void takeWhatShows(List<Step> steps, int failed) {
        var behind = steps.subList(failed, steps.size()).stream();
        var ofThisPage = isBroughtByUs(steps, failed) ? behind.takeWhile(step -> !(step instanceof Step.Open))
                : behind.takeWhile(Step.CaptureValue.class::isInstance);
        try {
            takings.takeWhatShows(ofThisPage.filter(this::isAsked).filter(Step.CaptureValue.class::isInstance).map(Step.CaptureValue.class::cast).toList());
        } catch (BrowserTrouble trouble) {
            run.journal("not-taken", "The browser failed when the page was to be read once more");
        }
    }

    /** Whether a click that cannot be taken back, or the way back from a lost secret, has led here, and no address that was opened since. */
    private boolean isBroughtByUs(List<Step> steps, int failed) {
        boolean isWayBack = run.order().leg().work() instanceof PortalWork work && steps.equals(work.ifLost());
        boolean brought = false;
        for (var step : steps.subList(0, failed)) {
            brought = !(step instanceof Step.Open) && (brought || step instanceof Step.Click click && (click.pointOfNoReturn() || isWayBack));
        }
        return brought;
    }

    private void take(Step step) {
        if (step instanceof Step.Open open) {
            open(places.fill(open.open()).text());
        } else if (step instanceof Step.Fill fill) {
            hands.fill(step, fill.target(), places.fill(fill.with()).text());
        } else if (step instanceof Step.Choose choose) {
            hands.choose(step, choose.target(), places.fill(choose.option()).text());
        } else if (step instanceof Step.Tick tick) {
            hands.tick(step, tick.target());
        } else if (step instanceof Step.Click click) {
            click(click);
        } else if (step instanceof Step.Upload upload) {
            hands.upload(step, upload);
        } else if (step instanceof Step.Download download) {
            takings.download(download, () -> hands.click(step, download.target()));
        } else if (step instanceof Step.Expect expect) {
            finder.await(step, expect.sign());
        } else if (step instanceof Step.WaitFor wait) {
            finder.await(step, wait.sign());
        } else if (step instanceof Step.CaptureValue capture) {
            takings.captureAtOnce(capture);
        } else if (step instanceof Step.ReadMail mail) {
            takings.readMail(mail, signsInSince == null ? run.round().since() : signsInSince, signsInSince != null);
        } else if (step instanceof Step.EnterCode enter) {
            hands.enterCode(step, enter.target(), places.fill(enter.code()).text());
        } else if (step instanceof Step.AcceptTerms accept) {
            terms.accept(accept, () -> hands.tick(step, accept.target()));
        } else if (step instanceof Step.AskOperator ask) {
            throw Stop.person(Reason.ASKED_BY_PLAYBOOK, ask.question(), null);
        }
    }

    /** Keeps what an element shows as this capture; a secret is in the vault when this returns. */
    void capture(Step.CaptureValue step, Element element) {
        takings.capture(step, element);
    }

    /** The look for what a capture takes. */
    Look look(Step.CaptureValue step) {
        return places.look(step.target(), Look.Use.VALUE);
    }

    private void open(String url) {
        finder.requireOurs(url);
        finder.letThePageFinish();
        browser.open(url);
    }

    private void click(Step.Click step) {
        browser.answerDialogs(step.dialog() != Step.Dialog.DISMISS);
        if (!step.pointOfNoReturn()) {
            hands.click(step, step.target());
            return;
        }
        finder.await(step, places.look(step.target(), Look.Use.CLICK), false);
        acts.intend(step.described());
        try {
            hands.click(step, step.target());
        } catch (Stop notClicked) {
            acts.averted("It could not be clicked");
            throw notClicked;
        }
        var page = browser.page();
        if (page.isOutOfOrder() && !finder.shows(run.order().leg().signs(), page)) {
            throw new Stop(new Outcome.Fault("The bank's server failed at: " + step.described()));
        }
        acts.happened();
    }

    /** A code that the account does not have yet is not asked for either: the portal lets us in to enrol. */
    private boolean isAsked(Step step) {
        boolean isOwnCode = step instanceof Step.EnterCode enter && enter.code().places().contains(Places.TOTP);
        if (signsInSince != null && isOwnCode && places.account().secondFactor() == null) {
            return false;
        }
        return isFor(run, step);
    }

    /** Whether a step is for any of the services of this onboarding. */
    static boolean isFor(LegRun run, Step step) {
        return step.onlyFor() == null || step.onlyFor().isEmpty() || step.onlyFor().stream().anyMatch(run.order().services()::contains);
    }

    @Override
    public void close() {
        hands.close();
    }
}
