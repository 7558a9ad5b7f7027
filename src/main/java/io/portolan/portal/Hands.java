package io.portolan.portal;

import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Step;
import io.portolan.playbook.Target;
import java.time.Duration;
import java.util.Optional;

/** Works what is on a page as a person does, and sees to it that it took effect. */
final class Hands implements AutoCloseable {

    static final Duration SHORTLY = Duration.ofMillis(1500);

    private static final Duration CLOSING = Duration.ofMillis(400);

    private final Browser browser;
    private final RunPlaces places;
    private final Finder finder;
    private final Patience patience;
    private final TemporaryFiles files = new TemporaryFiles();
    private final Choosing choosing;
    private Filled filled;
    /** The field that was filled last: what it opens late would cover what comes next. */
    private Look last;

    Hands(Browser browser, RunPlaces places, Finder finder, Patience patience) {
        this.browser = browser;
        this.places = places;
        this.finder = finder;
        this.patience = patience;
        this.choosing = new Choosing(browser, finder, patience, this);
    }

    /** Types into a field; {@link #settle} sees to it that the field keeps it once it is left. */
    void fill(Step step, Target target, CharSequence text) {
        var look = places.look(target, Look.Use.FIELD);
        if (mayLieOver(withoutCover(step, look, field -> field.type(text)))) {
            leave(look);
        }
        filled = new Filled(step, look, text);
        last = look;
    }

    /** What was typed last, while its field has not been left for good. */
    private record Filled(Step step, Look look, CharSequence text) { }

    /** Leaves the field that was filled last, unless what comes next may belong to it, and sees that it has kept what was typed. */
    void settle(Step next) {
        var was = filled;
        filled = null;
        boolean belongs = next instanceof Step.Click click && !click.pointOfNoReturn() && !"button".equals(click.target().role());
        if (was == null || belongs) {
            last = belongs ? null : last;
            return;
        }
        var field = browser.find(was.look());
        if (field.filter(Hands::mayLieOver).isPresent()) {
            awaitOpening(was.look(), field.get());
            leave(was.look());
            field = browser.find(was.look());
        }
        if (isKept(was, field)) {
            if (field.filter(Hands::mayLieOver).isPresent()) {
                leave(was.look());
            }
            return;
        }
        withoutCover(was.step(), was.look(), again -> again.type(was.text()));
        if (!isKept(was, browser.find(was.look()))) {
            throw finder.unusable(was.step(), was.look(), Miss.NOT_KEPT);
        }
    }

    /** Only what says that it opens something has to be looked at again and again. */
    private static boolean mayLieOver(Element field) {
        return field.opens() || field.isOpen();
    }

    private boolean isKept(Filled was, Optional<Element> field) {
        if (field.isEmpty() || !finder.isOurs(field.get().topUrl())) {
            return true;
        }
        var left = field.get().left();
        return left.isEmpty() || left.get().keeps(was.text()) || patience.atMost(SHORTLY)
                .until(() -> field.get().held().filter(held -> held.keeps(was.text()))).isPresent();
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
        choosing.turnOn(step, places.look(target, Look.Use.BOX));
    }

    /** Chooses an option: of a list, of a group of buttons, or of what opens when it is clicked or typed into. */
    void choose(Step step, Target target, String option) {
        choosing.choose(step, places.look(target, Look.Use.OPTION), option);
    }

    /** Some take what was typed only when what they open is closed again, and open it a moment after the last key. */
    private void awaitOpening(Look look, Element field) {
        if (field.opens() && !field.isOpen()) {
            patience.atMost(CLOSING).until(() -> isClosed(look) ? Optional.empty() : Optional.of(true));
        }
    }

    /** Closes a calendar that stays open, which would lie over what comes next. */
    private void leave(Look look) {
        close(look, Element.Closing.BESIDE, Element.Closing.TAB, Element.Closing.ESCAPE);
    }

    /** Closes what an element has opened, by leaving it or in these ways, until one of them does. */
    void close(Look look, Element.Closing... ways) {
        if (isClosed(look)) {
            return;
        }
        browser.find(look).ifPresent(Element::left);
        for (var way : ways) {
            if (patience.atMost(CLOSING).until(() -> isClosed(look) ? Optional.of(true) : Optional.empty()).isPresent()) {
                return;
            }
            browser.find(look).ifPresent(open -> open.close(way));
        }
    }

    private boolean isClosed(Look look) {
        return browser.find(look).filter(Element::isOpen).isEmpty();
    }

    /** Hands one of our files to the page, be its field hidden behind a button or made by it. */
    void upload(Step step, Step.Upload upload) {
        var path = files.hold(places.file(upload.file()));
        var field = places.look(upload.target(), Look.Use.FILE);
        var button = field.as(Look.Use.CLICK);
        var found = patience.until(() -> browser.find(field).map(each -> field).or(() -> browser.find(button).map(each -> button)));
        if (found.isPresent() && found.get().equals(button)) {
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

    interface Deed {

        void with(Element element);
    }

    /** Does it once nothing lies over the element any more, and gives it; nothing was done as long as something does. */
    Element withoutCover(Step step, Look look, Deed deed) {
        Optional<BrowserTrouble> trouble = Optional.empty();
        long end = System.nanoTime() + patience.limit().toNanos();
        do {
            var element = finder.await(step, look, false);
            try {
                deed.with(element);
                return element;
            } catch (BrowserTrouble covered) {
                if (!covered.isCovered()) {
                    throw covered;
                }
                trouble = Optional.of(covered);
                finder.clearTheWay();
                if (last != null && !last.equals(look)) {
                    leave(last);
                }
            }
        } while (System.nanoTime() < end);
        throw trouble.map(last -> finder.unusable(step, look, Miss.COVERED)).orElseThrow();
    }

    @Override
    public void close() {
        files.close();
    }
}
