package io.portolan.playbook;

import java.util.ArrayList;
import java.util.List;

/** How long a leg waits, for whom, and what is done meanwhile, as sentences. */
final class WaitInWords {

    private final Leg leg;
    private final Route route;

    WaitInWords(Leg leg, Route route) {
        this.leg = leg;
        this.route = route;
    }

    List<String> sentences() {
        var said = new ArrayList<String>();
        var wait = leg.waiting();
        boolean waits = wait != null || !leg.signs().waitWhen().isEmpty() || leg.work() instanceof OperatorWork work && work.thenWait();
        if (!waits) {
            return said;
        }
        var whom = switch (leg.waitsFor()) {
            case US -> "us";
            case BANK -> "the bank";
            case OTHER -> "a hub, directory or trust service provider";
        };
        if (wait == null) {
            said.add("It then waits for " + whom + "; nobody knows how long that takes.");
            return said;
        }
        said.add("It waits for " + whom + (wait.forUpTo() == null ? "; nobody knows how long that takes" : ", usually up to " + wait.forUpTo())
                + (wait.calendar() == null ? "" : " by the working days of " + wait.calendar()) + (wait.lookEvery() == null ? "" : ", and looks every " + wait.lookEvery()) + ".");
        add(said, wait.until() == null ? null : "It does not act before " + wait.until().inWords() + ".");
        add(said, wait.cutOff() == null ? null : "The bank acts on the same working day on what it has before " + wait.cutOff().before() + ", else the next.");
        add(said, wait.remindEvery() == null ? null : "The bank is reminded every " + wait.remindEvery() + ".");
        add(said, wait.escalateAfter() == null ? null : "After " + wait.escalateAfter() + " somebody of ours is to talk to the bank.");
        add(said, wait.deadline() == null ? null : "After " + wait.deadline() + " what it waits with is no longer good"
                + (wait.backTo() == null ? "." : ", and it begins again at \"" + LegInWords.title(route, wait.backTo()) + "\"."));
        return said;
    }

    private static void add(List<String> said, String sentence) {
        if (sentence != null) {
            said.add(sentence);
        }
    }
}
