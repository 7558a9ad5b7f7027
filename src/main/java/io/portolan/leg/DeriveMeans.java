package io.portolan.leg;

import io.portolan.playbook.Capture;
import io.portolan.playbook.MeansName;
import io.portolan.vault.Secret;
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
        run.order().leg().captures().forEach((name, capture) -> keep(run, name, capture));
        return new Outcome.Done("computed from our own data");
    }

    /** What is computed from a secret is one. */
    private static void keep(LegRun run, String name, Capture capture) {
        var computed = run.fill(capture.from());
        if (computed.hidden() || capture.secret()) {
            try (var secret = Secret.of(computed.text())) {
                run.keepSecret(name, secret, null);
            }
        } else {
            run.keep(name, computed.text(), null);
        }
    }
}
