package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.leg.LegRun.Progress;

/** How far this leg has got with what cannot be taken back, over all its runs. */
final class Acts {

    private final LegRun run;
    private Progress progress;

    Acts(LegRun run) {
        this.run = run;
        this.progress = run.progress();
    }

    Progress progress() {
        return progress;
    }

    /** Writes the intent down before the click; throws {@link LegRun.LeaseLost}. */
    void intend(String act) {
        run.intend(act);
        progress = Progress.INTENDED;
    }

    void happened() {
        run.happened();
        progress = Progress.HAPPENED;
    }
}
