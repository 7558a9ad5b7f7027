package io.portolan.portal;

import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Step;
import io.portolan.playbook.Target;
import java.time.Duration;
import java.util.Optional;

/** Works what is on a page as a person does, and sees to it that it took effect. */
final class Hands implements AutoCloseable {

    private static final Duration SHORTLY = Duration.ofMillis(1500);

    private final Browser browser;
    private final RunPlaces places;
    private final Finder finder;
    private final Patience patience;
    private final TemporaryFiles files = new TemporaryFiles();

    Hands(Browser browser, RunPlaces places, Finder finder, Patience patience) {
        this.browser = browser;
        this.places = places;
        this.finder = finder;
        this.patience = patience;
    }

    void fill(Step step, Target target, CharSequence text) {
        var look = places.look(target, Look.Use.FIELD);
        withoutCover(step, look, field -> field.type(text));
        leave(look);
    }

    void enterCode(Step step, Target target, CharSequence code) {
        withoutCover(step, places.look(target, Look.Use.CODE), field -> field.typeCode(code));
    }

    /** Clicks once; throws {@link Stop} where a captcha waits or the way cannot be cleared, and then has not clicked. */
    void click(Step step, Target target) {
        withoutCover(step, places.look(target, Look.Use.CLICK), element -> {
            if (element.isBehindCaptcha()) {
                throw Finder.captcha(step);
            }
            element.click();
        });
    }

    /** Sees to it that the box is ticked. */
    void tick(Step step, Target target) {
        turnOn(step, places.look(target, Look.Use.BOX));
    }

    private void turnOn(Step step, Look look) {
        var box = finder.await(step, look, false);
        if (box.isOn()) {
            return;
        }
        withoutCover(step, look, Element::click);
        patience.atMost(SHORTLY).until(() -> browser.find(look).filter(Element::isOn));
    }

    /** Chooses an option: of a list, of a group of buttons, or of what opens when it is clicked or typed into. */
    void choose(Step step, Target target, String option) {
        var list = places.look(target, Look.Use.OPTION);
        var wanted = new Look(list.target(), Look.Use.OPTION, option);
        var opener = list.as(Look.Use.OPENER);
        var first = patience.until(() -> browser.find(wanted).map(found -> new Choice(found, true))
                .or(() -> browser.find(opener).filter(Element::isExact).map(found -> new Choice(found, false))));
        if (first.isPresent() && !first.get().isOption()) {
            if (shows(first.get().element(), option)) {
                return;
            }
            open(step, opener, wanted, option);
            return;
        }
        turnOn(step, wanted);
    }

    private record Choice(Element element, boolean isOption) { }

    private void open(Step step, Look opener, Look wanted, String option) {
        var found = finder.await(step, opener, false);
        if (!found.isOpen()) {
            withoutCover(step, opener, Element::click);
        }
        var shown = finder.within(SHORTLY, step, wanted);
        if (shown.isEmpty()) {
            browser.find(wanted.as(Look.Use.FIELD)).ifPresent(field -> field.type(option));
        }
        withoutCover(step, wanted, Element::click);
        patience.atMost(SHORTLY).until(() -> browser.find(opener).filter(each -> !each.isOpen()));
        browser.find(opener).filter(Element::isOpen).ifPresent(Element::click);
        leave(opener);
    }

    /** A calendar or list that stays open would lie over what comes next. */
    private void leave(Look look) {
        browser.find(look).filter(Element::isOpen).ifPresent(Element::leave);
    }

    private static boolean shows(Element opener, String option) {
        return Seen.plain(opener.value()).equals(Seen.plain(option));
    }

    /** Hands one of our files to the page, be its field hidden behind a button or made by it. */
    void upload(Step step, Step.Upload upload) {
        var path = files.hold(places.file(upload.file()));
        var field = places.look(upload.target(), Look.Use.FILE);
        var button = field.as(Look.Use.CLICK);
        var found = patience.until(() -> browser.find(field).map(each -> new Choice(each, true))
                .or(() -> browser.find(button).map(each -> new Choice(each, false))));
        if (found.isPresent() && !found.get().isOption()) {
            browser.holdFileChooser();
            withoutCover(step, button, Element::click);
            var made = places.look(new Target(null, null, null, null, "input[data-portolan-file]", null, null), Look.Use.FILE);
            var held = patience.atMost(SHORTLY).until(() -> browser.find(made)).or(() -> browser.find(field));
            handOver(step, held.orElseThrow(() -> finder.unusable(step, field, Miss.NOT_THERE)), path);
            return;
        }
        handOver(step, finder.await(step, field, false), path);
    }

    private void handOver(Step step, Element field, java.nio.file.Path path) {
        if (!finder.isOurs(field.topUrl())) {
            throw Stop.person(Reason.PAGE_CHANGED, "The portal left the bank's hosts, so no file was handed in", "Step: " + step.described());
        }
        field.upload(path);
    }

    private interface Deed {

        void with(Element element);
    }

    /** Does it once nothing lies over the element any more; nothing was done as long as something does. */
    private void withoutCover(Step step, Look look, Deed deed) {
        Optional<BrowserTrouble> trouble = Optional.empty();
        long end = System.nanoTime() + patience.limit().toNanos();
        do {
            var element = finder.await(step, look, false);
            try {
                deed.with(element);
                return;
            } catch (BrowserTrouble covered) {
                if (!covered.isCovered()) {
                    throw covered;
                }
                trouble = Optional.of(covered);
                finder.clearTheWay();
            }
        } while (System.nanoTime() < end);
        throw trouble.map(last -> finder.unusable(step, look, Miss.COVERED)).orElseThrow();
    }

    @Override
    public void close() {
        files.close();
    }
}
