package io.portolan.rehearsal;

import io.portolan.leg.Rehearsed.Cue;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Signs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a leg is shown, one after the other: in the first walk all that asks for a person and all that rejects, then one sign to wait, then one
 * that it is done, by which it stays. Further signs of these two kinds are for further walks. A leg that asks a person in any case only comes to its end.
 */
final class LegScript {

    private final Deque<Cue> cues = new ArrayDeque<>();
    private final Cue last;

    LegScript(Leg leg, int walk) {
        var signs = leg.signs();
        var isAsking = Judgement.asksByItself(leg);
        if (walk == 0 && !isAsking) {
            signs.askWhen().forEach(sign -> cues.add(new Cue(Cue.Kind.ASK, sign)));
            signs.rejectedWhen().forEach(sign -> cues.add(new Cue(Cue.Kind.REJECTED, sign)));
        }
        if (!signs.waitWhen().isEmpty() && !isAsking) {
            cues.add(new Cue(Cue.Kind.WAIT, one(signs.waitWhen(), walk)));
        }
        last = new Cue(Cue.Kind.DONE, signs.doneWhen().isEmpty() ? null : one(signs.doneWhen(), walk));
    }

    /** How many walks it takes to show all of these signs. */
    static int walks(Signs signs) {
        return Math.max(1, Math.max(signs.waitWhen().size(), signs.doneWhen().size()));
    }

    private static Sign one(List<Sign> signs, int walk) {
        return signs.get(Math.min(walk, signs.size() - 1));
    }

    synchronized Cue next() {
        return cues.isEmpty() ? last : cues.poll();
    }

    /** Shows it once more, since the leg did not come to look at it. */
    synchronized void unseen(Cue cue) {
        if (cue != last) {
            cues.addFirst(cue);
        }
    }

    /** Whether there is more to show before it is done. */
    synchronized boolean hasMore() {
        return !cues.isEmpty();
    }
}
