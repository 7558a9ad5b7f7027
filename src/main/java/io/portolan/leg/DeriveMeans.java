package io.portolan.leg;

import io.portolan.playbook.MeansName;
import org.springframework.stereotype.Component;

/** Computes the captures of a leg from our certificate or profile. */
@Component
class DeriveMeans implements Means {

    @Override
    public MeansName name() {
        return MeansName.DERIVE;
    }

    @Override
    public Outcome perform(LegRun run) {
        run.order().leg().captures().forEach((name, capture) -> run.keep(name, run.fill(capture.from()).text(), null));
        return new Outcome.Done("computed from our own data");
    }
}
