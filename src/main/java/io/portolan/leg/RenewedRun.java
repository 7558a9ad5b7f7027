package io.portolan.leg;

import io.portolan.journal.Evidence;
import io.portolan.playbook.Places;
import java.util.Optional;
import java.util.UUID;

/** The run of an earlier leg within the run of the leg that needs anew what it brought; its evidence goes with that leg's. */
final class RenewedRun extends SafeRun {

    private final OpenRun within;
    private final String uuid = UUID.randomUUID().toString();

    RenewedRun(OpenRun within, LegRecord row, LegOrder order) {
        super(row, order, within);
        this.within = within;
    }

    /** Another call than the one whose answer has run out, so it has an id of its own. */
    @Override
    public Value value(String place) {
        return place.equals(Places.GENERATED + "uuid") ? new Value.Plain(uuid) : super.value(place);
    }

    @Override
    Optional<Captured> kept(String name) {
        return within.kept(name);
    }

    @Override
    public Masks masks() {
        return within.masks();
    }

    @Override
    public long evidence(Evidence.Kind kind, String mediaType, byte[] body) {
        return within.evidence(kind, mediaType, body);
    }

    /** What it proved when the onboarding came to it stands. */
    @Override
    public void proves(ProofOfAccess proof) {
    }
}
