package io.portolan.leg;

import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.util.Optional;

/**
 * What the bank has answered to what a leg intended, in the vault from when it came until the leg is done. It is forgotten before
 * the next intent: it never counts as the answer to a later act.
 */
final class WholeAnswer {

    /** No capture has a name with a dot. */
    private static final String NAME = "answer.whole";

    private final Vault vault;
    private final LegRecord row;
    private final String tpp;
    private final SecretName name;
    private boolean used;

    WholeAnswer(Vault vault, LegRecord row, String tpp) {
        this.vault = vault;
        this.row = row;
        this.tpp = tpp;
        this.name = SecretName.of("onboarding", row.onboarding(), row.leg(), String.valueOf(row.round()), NAME);
    }

    void keep(Secret whole) {
        used = true;
        vault.keep(name, tpp, whole);
    }

    Optional<Secret> kept() {
        var kept = vault.reveal(name, Vault.Purpose.leg(row.onboarding(), row.leg()));
        used = used || kept.isPresent();
        return kept;
    }

    void forget() {
        vault.forget(name);
    }

    /** Forgets it where this run has had to do with it. */
    void forgetIfUsed() {
        if (used) {
            forget();
        }
    }
}
