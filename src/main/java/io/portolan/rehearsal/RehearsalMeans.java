package io.portolan.rehearsal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.playbook.MeansName;

/** Stands in an application that is only there to rehearse, in the place of a means that would reach outside. */
record RehearsalMeans(MeansName name, Cast cast) implements Means {

    @Override
    public Outcome perform(LegRun run) {
        return cast.perform(run);
    }
}
