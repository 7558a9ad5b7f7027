package io.portolan.leg;

import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.util.Optional;

/** The secrets that a run has in its hands, which it learns for masking, and all others of its onboarding once something is masked. */
final class RunSecrets {

    private final RunStores stores;
    private final LegRecord row;
    private final KnownSecrets known;
    private boolean knowsAll;

    RunSecrets(RunStores stores, LegRecord row, KnownSecrets known) {
        this.stores = stores;
        this.row = row;
        this.known = known;
    }

    KnownSecrets known() {
        return known;
    }

    void learn(Secret secret) {
        secret.reveal(text -> {
            known.add(text);
            return null;
        });
    }

    /** What was captured, revealed for the leg; empty where it is no longer in the vault. The caller closes it. */
    Optional<Secret> revealed(Captured kept) {
        var secret = stores.vault().reveal(kept.secret(), Vault.Purpose.leg(row.onboarding(), row.leg()));
        secret.ifPresent(this::learn);
        return secret;
    }

    Masks all() {
        if (!knowsAll) {
            knowsAll = true;
            stores.captures().secretsOfAllRounds(row.onboarding()).forEach(kept -> revealed(kept).ifPresent(Secret::close));
        }
        return known;
    }
}
