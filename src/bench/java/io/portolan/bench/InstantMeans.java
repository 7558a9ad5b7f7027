package io.portolan.bench;

import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.ProofLevel;
import io.portolan.vault.Secret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A means that has everything at once: what a leg asks for is brought back without any work outside. */
final class InstantMeans implements Means {

    /** When an onboarding was first acted on, by its id, as {@link System#nanoTime}. */
    static final Map<String, Long> FIRST_ACT = new ConcurrentHashMap<>();

    private final MeansName name;

    InstantMeans(MeansName name) {
        this.name = name;
    }

    @Override
    public MeansName name() {
        return name;
    }

    @Override
    public Outcome perform(LegRun run) {
        FIRST_ACT.putIfAbsent(run.order().onboarding(), System.nanoTime());
        run.order().leg().captures().forEach((capture, kind) -> {
            if (kind.secret()) {
                try (var secret = Secret.of("secret-of-" + capture)) {
                    run.keepSecret(capture, secret, null);
                }
            } else {
                run.keep(capture, "value-of-" + capture, null);
            }
        });
        if (name == MeansName.API) {
            run.order().services().forEach(service -> run.proves(new ProofOfAccess(ProofLevel.DATA, true, service)));
        }
        return new Outcome.Done("at once");
    }
}
