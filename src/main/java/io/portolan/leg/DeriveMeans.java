package io.portolan.leg;

import io.portolan.playbook.Capture;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Places;
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
        run.order().leg().work().generate().keySet().forEach(name -> make(run, name));
        run.order().leg().captures().forEach((name, capture) -> keep(run, name, capture));
        return new Outcome.Done("computed from our own data");
    }

    private static void make(LegRun run, String name) {
        if (run.value(Places.GENERATED + name) instanceof Value.Hidden key) {
            key.secret().close();
        }
    }

    /** What is computed from a secret is one. */
    private static void keep(LegRun run, String name, Capture capture) {
        var filled = run.fill(capture.from());
        var computed = capture.taken(filled.text()).orElseThrow(() -> new LegRun.MissingData(name));
        if (filled.hidden() || capture.secret()) {
            try (var secret = Secret.of(computed)) {
                run.keepSecret(name, secret, null);
            }
        } else {
            run.keep(name, computed, null);
        }
    }
}
