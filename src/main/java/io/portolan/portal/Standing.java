package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Leg;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a leg stands, by what the page shows and by what is held already. */
final class Standing {

    /** For how long a page that has loaded is given to show a sign before we go elsewhere to look. */
    private static final Duration SETTLING = Duration.ofMillis(300);

    private final LegRun run;
    private final Leg leg;
    private final PortalWork work;
    private final Browser browser;
    private final SignReader signs;
    private final Quotes quotes;
    private final Patience patience;
    private final Finder finder;
    private final Finder.Watch watch;
    private String saidAfterTheAct = "";

    Standing(LegRun run, Browser browser, SignReader signs, Quotes quotes, Patience patience, Finder finder, Finder.Watch watch) {
        this.run = run;
        this.leg = run.order().leg();
        this.work = (PortalWork) leg.work();
        this.browser = browser;
        this.signs = signs;
        this.quotes = quotes;
        this.patience = patience;
        this.finder = finder;
        this.watch = watch;
    }

    /** What the signs of the leg say, read in the order done, rejected, wait, ask. */
    static Optional<Outcome> read(Leg leg, SignReader signs, Quotes quotes, Page page, boolean withDone) {
        var of = leg.signs();
        if (of == null) {
            return Optional.empty();
        }
        var done = withDone ? signs.first(of.doneWhen(), page) : Optional.<Sign>empty();
        if (done.isPresent()) {
            return Optional.of(new Outcome.Done(quotes.seen(done.get(), page)));
        }
        var rejected = signs.first(of.rejectedWhen(), page);
        if (rejected.isPresent()) {
            return Optional.of(new Outcome.Rejected(quotes.around(rejected.get(), page)));
        }
        var wait = signs.first(of.waitWhen(), page);
        if (wait.isPresent()) {
            return Optional.of(new Outcome.NotYet(leg.waitsFor(), quotes.seen(wait.get(), page), null));
        }
        return signs.first(of.askWhen(), page).map(sign -> new Outcome.NeedsPerson(Reason.ASKED_BY_PLAYBOOK,
                "The portal shows what only a person can decide", quotes.around(sign, page)));
    }

    boolean hasDoneSigns() {
        return leg.signs() != null && leg.signs().doneWhen() != null && !leg.signs().doneWhen().isEmpty();
    }

    /** What shows once the page has settled, and has the answers to what it has asked its server. */
    Optional<Outcome> settled() {
        var shown = shown(patience.atMost(SETTLING));
        return shown.isEmpty() && finder.letThePageFinish() ? shown(patience.atMost(SETTLING)) : shown;
    }

    /** What shows, with all the patience there is. */
    Optional<Outcome> awaited() {
        return hasSigns() ? shown(patience) : shown(patience.atMost(SETTLING));
    }

    private Optional<Outcome> shown(Patience howLong) {
        var shown = hasSigns() ? howLong.until(() -> read(browser.page()))
                : Optional.<Outcome>empty();
        if (shown.isEmpty()) {
            watch.check(browser.page(), false);
            return atHome(howLong);
        }
        return shown;
    }

    /** Nothing is believed elsewhere; a page may lead on through a host that is not the bank's, and must come back from it. */
    private Optional<Outcome> atHome(Patience howLong) {
        if (signs.believes(browser.page())) {
            return Optional.empty();
        }
        var back = patience.until(() -> Optional.of(browser.page()).filter(signs::believes));
        return back.isPresent() ? shown(howLong) : Optional.of(finder.elsewhere(browser.page()));
    }

    /** The page says that it is not there, and nothing else of it. */
    boolean isAbsent() {
        var page = sound(browser.page());
        return signs.first(work.absentWhen(), page).isPresent() && !saysAnything(page);
    }

    /** The page says nothing at all, not even that it is not there, though the playbook knows how that shows. */
    boolean isUnclear() {
        var page = sound(browser.page());
        return !work.absentWhen().isEmpty() && signs.first(work.absentWhen(), page).isEmpty() && !saysAnything(page);
    }

    private boolean saysAnything(Page page) {
        return ofTheLeg().anyMatch(list -> signs.first(list, page).isPresent());
    }

    /** A secret was shown, says the page, and we do not hold it. */
    boolean isSecretLost() {
        return leg.secretCaptures().stream().anyMatch(name -> !run.has(name)) && work.lostWhen() != null
                && !work.lostWhen().isEmpty() && signs.first(work.lostWhen(), sound(browser.page())).isPresent();
    }

    /** The same, asked once more after a sign was read; where that sign shows, the loss may be drawn later than it. */
    boolean isSecretLostAfterAll(boolean signShows) {
        boolean canBe = leg.secretCaptures().stream().anyMatch(name -> !run.has(name)) && work.lostWhen() != null
                && !work.lostWhen().isEmpty();
        return canBe && (signShows ? patience : patience.atMost(Duration.ZERO))
                .until(() -> isSecretLost() ? Optional.of(true) : Optional.empty()).isPresent();
    }

    /** Gives a bank that is slow the time to show what came of a click. */
    void letTheBankFinish() {
        patience.until(Optional::empty);
    }

    /** Whether we hold something that a reset would take from us: a secret that the portal shows only after its point of no return. */
    boolean holdsWhatIsShownOnce() {
        var steps = work.steps() == null ? List.<Step>of() : work.steps();
        int click = 0;
        while (click < steps.size() && !(steps.get(click) instanceof Step.Click each && each.pointOfNoReturn())) {
            click++;
        }
        var shownOnce = click == steps.size() ? steps : steps.subList(click, steps.size());
        return shownOnce.stream().anyMatch(step -> step instanceof Step.CaptureValue capture
                && leg.secretCaptures().contains(capture.as()) && run.has(capture.as()));
    }

    /** The secrets that a reset would end though they may be in use: this leg has not brought them in this round, and we hold them all the same. */
    List<String> whatAResetWouldTake() {
        return leg.secretCaptures().stream().filter(name -> !run.has(name) && run.mayBeInUse(name)).toList();
    }

    /**
     * Whether the act is known to have happened and all it brings is held, so that no sign is needed any more; where there are signs,
     * what was there before the act does not stand in for them.
     */
    boolean isComplete(Acts acts) {
        return acts.progress() == LegRun.Progress.HAPPENED && !leg.captures().isEmpty() && missing().isEmpty()
                && (!hasDoneSigns() || acts.hasBrought() || holdsWhatOnlyTheActShows());
    }

    /** What steps take behind the point of no return alone was not there before it, in whatever run it was taken. */
    private boolean holdsWhatOnlyTheActShows() {
        var before = beforeTheAct().map(Step.CaptureValue::as).toList();
        return captures(work).map(Step.CaptureValue::as).anyMatch(name -> run.has(name) && !before.contains(name));
    }

    /** The captures of looks, and of the steps up to the click that cannot be taken back. */
    private Stream<Step.CaptureValue> beforeTheAct() {
        var steps = work.steps() == null ? List.<Step>of() : work.steps();
        var upTo = work.pointOfNoReturn().map(click -> steps.subList(0, steps.indexOf(click))).orElse(steps);
        return Stream.concat(upTo.stream(), work.look() == null ? Stream.of() : work.look().stream())
                .filter(Step.CaptureValue.class::isInstance).map(Step.CaptureValue.class::cast);
    }

    /** The page says that it is not there, whatever else it says. */
    boolean saysAbsent() {
        return signs.first(work.absentWhen(), browser.page()).isPresent();
    }

    /** What the leg must bring back and has not. */
    List<String> missing() {
        return leg.captures().entrySet().stream().filter(each -> !each.getValue().optional())
                .map(java.util.Map.Entry::getKey).filter(name -> !run.has(name)).toList();
    }

    /** Takes those missing captures whose values show on this very page. */
    void takeWhatShows(StepRunner steps) {
        captures(work).filter(capture -> !run.has(capture.as())).forEach(capture ->
                finder.now(steps.look(capture))
                        .ifPresent(element -> steps.capture(capture, element)));
    }

    /** All capture steps of a leg, wherever they stand. */
    static Stream<Step.CaptureValue> captures(PortalWork work) {
        return Stream.of(work.steps(), work.look(), work.ifLost()).filter(java.util.Objects::nonNull)
                .flatMap(List::stream).filter(Step.CaptureValue.class::isInstance).map(Step.CaptureValue.class::cast);
    }

    /** Remembers what the page called out right after the act, before a look leads away from it. */
    void remember(String alerts) {
        saidAfterTheAct = alerts;
    }

    /** None of the signs shows; {@code last} is the step that was taken last, or null. */
    Outcome unknown(Step last) {
        var page = browser.pageInDetail();
        if (page.captcha()) {
            return new Outcome.NeedsPerson(Reason.CAPTCHA, "The portal asks for a captcha", null);
        }
        boolean mayTell = !watch.mayShowASecret(last);
        var said = !saidAfterTheAct.isEmpty() ? "; right after the click it said: \"" + saidAfterTheAct + "\""
                : mayTell && !page.alerts().isEmpty() ? "; it says: \"" + page.alerts() + "\"" : "";
        return new Outcome.NeedsPerson(Reason.PAGE_CHANGED, "Nothing on the portal shows how this leg stands" + run.masks().masked(said),
                "Looked for the signs of the leg.\n" + (mayTell ? "Page: \"" + run.masks().masked(page.title()) + "\"" : Finder.LEFT_OUT));
    }

    private boolean hasSigns() {
        return ofTheLeg().anyMatch(list -> !list.isEmpty());
    }

    private Stream<List<Sign>> ofTheLeg() {
        var of = leg.signs();
        return of == null ? Stream.empty()
                : Stream.of(of.doneWhen(), of.rejectedWhen(), of.waitWhen(), of.askWhen()).filter(java.util.Objects::nonNull);
    }

    /** Where the page itself is an error, only a sign that the leg is done counts: some banks show a success like that. */
    private Optional<Outcome> read(Page page) {
        if (!page.isOutOfOrder() || leg.signs() == null || signs.first(leg.signs().doneWhen(), page).isEmpty()) {
            sound(page);
        }
        return read(leg, signs, quotes, page, true);
    }

    private static Page sound(Page page) {
        if (page.isOutOfOrder()) {
            throw new Stop(new Outcome.Fault("The bank's page answered with status " + page.status()));
        }
        return page;
    }
}
