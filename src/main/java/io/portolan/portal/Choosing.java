package io.portolan.portal;

import io.portolan.playbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ticks boxes and chooses options, and is content only when the page shows that it has. */
final class Choosing {

    /** A list of many options is scrolled at most so often. */
    private static final int MOST_ROLLS = 60;
    private static final int TRIES = 2;
    /** A list draws what it is scrolled to in less than this. */
    private static final Duration CLOSING = Duration.ofMillis(600);
    private static final Duration DRAWN = Duration.ofMillis(100);

    private final Browser browser;
    private final Finder finder;
    private final Patience patience;
    private final Hands hands;

    Choosing(Browser browser, Finder finder, Patience patience, Hands hands) {
        this.browser = browser;
        this.finder = finder;
        this.patience = patience;
        this.hands = hands;
    }

    /** Turns a box or an option on that is not on yet. */
    void turnOn(Step step, Look look) {
        var box = finder.await(step, look, false);
        if (box.isOn()) {
            return;
        }
        var before = box.held();
        for (int tries = 0; tries < TRIES; tries++) {
            hands.withoutCover(step, look, Element::click);
            if (patience.atMost(Hands.SHORTLY).until(() -> isOn(look, before) ? Optional.of(true) : Optional.empty()).isPresent()) {
                return;
            }
        }
        throw finder.unusable(step, look, Miss.NOT_KEPT);
    }

    /** What has gone has led on; what does not say if it is on shows it by looking otherwise. */
    private boolean isOn(Look look, Optional<Held> before) {
        var now = browser.find(look);
        return now.isEmpty() || now.get().isOn()
                || !now.get().hasState() && now.get().held().filter(held -> before.isPresent() && held.differsFrom(before.get())).isPresent();
    }

    /** Chooses an option of a list that shows, or of one that opens. */
    void choose(Step step, Look list, String option) {
        var wanted = new Look(list.target(), Look.Use.OPTION, option);
        var opener = list.as(Look.Use.OPENER);
        var first = patience.until(() -> browser.find(wanted).map(found -> wanted)
                .or(() -> browser.find(opener).filter(Element::isExact).map(found -> opener)));
        if (first.isEmpty() || first.get().equals(wanted)) {
            turnOn(step, wanted);
            return;
        }
        var control = finder.await(step, opener, false);
        var before = control.held();
        if (before.isPresent() && before.get().isJust(option)) {
            return;
        }
        var listed = new Look(list.target(), Look.Use.OPENED, option);
        for (int tries = 0; tries < TRIES; tries++) {
            var chosen = open(step, opener, listed, option);
            boolean isMarked = close(opener, listed);
            if (chosen.isCommand() || patience.atMost(Hands.SHORTLY)
                    .until(() -> hasTaken(control, opener, option, chosen.codes(), before, isMarked) ? Optional.of(true) : Optional.empty()).isPresent()) {
                return;
            }
        }
        throw finder.unusable(step, listed, Miss.NOT_KEPT);
    }

    private boolean hasTaken(Element control, Look opener, String option, List<String> codes, Optional<Held> before, boolean isMarked) {
        var now = control.held().or(() -> browser.find(opener).flatMap(Element::held));
        return now.isEmpty() || before.isEmpty() || now.get().hasTaken(option, codes, before.get())
                || isMarked && now.get().differsFrom(before.get());
    }

    /** Opens the list and clicks the option, which is typed for or scrolled to where it does not show at once. */
    private Element open(Step step, Look opener, Look listed, String option) {
        var found = finder.await(step, opener, false);
        if (!found.isOpen()) {
            hands.withoutCover(step, opener, Element::click);
        }
        if (finder.within(Hands.SHORTLY, step, listed, false).isEmpty()) {
            var field = browser.find(listed.as(Look.Use.SEARCH));
            field.ifPresent(each -> each.type(option));
            if (field.isEmpty() || finder.within(Hands.SHORTLY, step, listed, false).isEmpty()) {
                roll(found, listed);
            }
        }
        var chosen = finder.await(step, listed, false);
        hands.withoutCover(step, listed, Element::click);
        return chosen;
    }

    private void roll(Element opener, Look listed) {
        for (int rolls = 0; rolls < MOST_ROLLS && browser.find(listed).isEmpty() && opener.roll(); rolls++) {
            patience.atMost(DRAWN).until(() -> browser.find(listed));
        }
    }

    /** Sees the list closed; tells whether the option was marked as chosen while it was open. */
    private boolean close(Look opener, Look listed) {
        patience.atMost(CLOSING).until(() -> browser.find(opener).filter(each -> !each.isOpen()));
        boolean isMarked = browser.find(opener).filter(Element::isOpen).isPresent() && browser.find(listed).filter(Element::isOn).isPresent();
        hands.close(opener, Element.Closing.ESCAPE, Element.Closing.TAB);
        patience.atMost(CLOSING).until(() -> browser.find(listed).isPresent() ? Optional.empty() : Optional.of(true));
        return isMarked;
    }
}
