package io.portolan.leg;

import io.portolan.journal.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A run of a leg that proves access, long after its onboarding: it uses what is held by now, and what it proves is only collected. */
final class ProvingRun extends SafeRun {

    private final Function<String, Optional<Captured>> held;
    private final Onlooker onlooker;
    private final List<ProofOfAccess> proven = new ArrayList<>();

    ProvingRun(LegRecord row, LegOrder order, RunStores stores, Renewal renewal, Function<String, Optional<Captured>> held, Onlooker onlooker) {
        super(row, order, stores, renewal);
        this.held = held;
        this.onlooker = onlooker;
    }

    /** The newest counts: a credential that was handed in since, or what was got again from the bank. */
    @Override
    Optional<Captured> kept(String name) {
        return Stream.concat(held.apply(name).stream(), super.kept(name).stream()).max(Comparator.comparing(Captured::capturedAt));
    }

    @Override
    public void proves(ProofOfAccess proof) {
        proven.add(proof);
    }

    @Override
    public void doing(String what) {
        onlooker.doing(masks().masked(what));
    }

    @Override
    public void came(String what) {
        onlooker.came(masks().masked(what));
    }

    @Override
    public long evidence(Evidence.Kind kind, String mediaType, byte[] body) {
        var id = super.evidence(kind, mediaType, body);
        onlooker.evidence(id);
        return id;
    }

    List<ProofOfAccess> proven() {
        return List.copyOf(proven);
    }
}
