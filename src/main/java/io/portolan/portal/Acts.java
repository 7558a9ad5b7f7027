package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.playbook.Step;
import java.util.Set;
import java.util.stream.Collectors;

/** How far this leg has got: with what cannot be taken back, over all its runs, and with its steps in this one. */
final class Acts {

    private final LegRun run;
    private final Progress before;
    private Progress progress;
    private Set<String> heldAtTheAct;
    private Step last;

    Acts(LegRun run) {
        this.run = run;
        this.before = run.progress();
        this.progress = before;
        this.heldAtTheAct = held();
    }

    /** Whether any capture has come to be held since the act was done, or since this run began after it. */
    boolean hasBrought() {
        return progress == Progress.HAPPENED && !heldAtTheAct.containsAll(held());
    }

    private Set<String> held() {
        return run.order().leg().captures().keySet().stream().filter(run::has).collect(Collectors.toSet());
    }

    /** Says which step is taken now. */
    void taking(Step step) {
        last = step;
    }

    /** The step that was taken last, or could not be taken; null where none was. */
    Step last() {
        return last;
    }

    Progress progress() {
        return progress;
    }

    /** How far the runs before this one had got. */
    Progress before() {
        return before;
    }

    /** Takes back an intent that has had no effect at the bank, for this reason. */
    void averted(String why) {
        run.averted(why);
        progress = Progress.NOTHING;
    }

    /** Writes the intent down before the click; throws {@link LegRun.LeaseLost}. */
    void intend(String act) {
        run.intend(act);
        progress = Progress.INTENDED;
    }

    void happened() {
        run.happened();
        heldAtTheAct = held();
        progress = Progress.HAPPENED;
    }
}
