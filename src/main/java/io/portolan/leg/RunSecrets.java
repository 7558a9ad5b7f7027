package io.portolan.leg;

import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The secrets that a run has in its hands, which it learns for masking, and once something is masked all others that the vault holds for
 * its onboarding, its registration and its portal account.
 */
final class RunSecrets {

    private final RunStores stores;
    private final LegRecord row;
    private final LegOrder order;
    private final KnownSecrets known;
    private boolean knowsAll;

    RunSecrets(RunStores stores, LegRecord row, LegOrder order, KnownSecrets known) {
        this.stores = stores;
        this.row = row;
        this.order = order;
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
        return revealed(kept.secret());
    }

    private Optional<Secret> revealed(SecretName name) {
        var secret = stores.vault().reveal(name, Vault.Purpose.leg(row.onboarding(), row.leg()));
        secret.ifPresent(this::learn);
        return secret;
    }

    Masks all() {
        if (!knowsAll) {
            knowsAll = true;
            names().forEach(name -> revealed(name).ifPresent(Secret::close));
        }
        return known;
    }

    private Set<SecretName> names() {
        var names = new LinkedHashSet<SecretName>();
        stores.captures().secretsOfAllRounds(row.onboarding()).forEach(kept -> names.add(kept.secret()));
        stores.ourData().secrets(order).forEach(name -> names.add(new SecretName(name)));
        if (row.portalAccount() != null) {
            names.addAll(stores.captures().secretsAround(row.portalAccount()));
        }
        return names;
    }
}
