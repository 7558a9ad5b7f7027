package io.portolan.leg;

import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.util.Optional;

/**
 * What the bank has answered to what a leg intended, in the vault from when it came until the leg is done. Its row says that it is
 * held, and the next intent takes that back as it is committed: it never counts as the answer to a later act.
 */
final class WholeAnswer {

    /** No capture has a name with a dot. */
    private static final String NAME = "answer.whole";

    private final RunStores stores;
    private final LegRecord row;
    private final String tpp;
    private final SecretName name;
    private boolean held;

    WholeAnswer(RunStores stores, LegRecord row, String tpp) {
        this.stores = stores;
        this.row = row;
        this.tpp = tpp;
        this.name = name(row);
        this.held = row.answerHeld();
    }

    private static SecretName name(LegRecord row) {
        return name(row.onboarding(), row.leg(), row.round());
    }

    static SecretName name(String onboarding, String leg, int round) {
        return SecretName.of("onboarding", onboarding, leg, String.valueOf(round), NAME);
    }

    /** Says first that it is held, so that none which is in the vault is overlooked; it is kept whether that can be said or not. */
    void keep(Secret whole) {
        held = true;
        try {
            say(true);
        } finally {
            stores.vault().keep(name, tpp, whole);
        }
    }

    Optional<Secret> kept() {
        if (!held) {
            return Optional.empty();
        }
        var kept = stores.vault().reveal(name, Vault.Purpose.leg(row.onboarding(), row.leg()));
        if (kept.isEmpty()) {
            held = false;
            say(false);
        }
        return kept;
    }

    /** What was held was the answer to an earlier intent. */
    void forget() {
        held = false;
        stores.vault().forget(name);
    }

    /** The leg is done: what it was good for is taken from it. */
    void taken() {
        if (held) {
            forget();
            say(false);
        }
    }

    private void say(boolean isHeld) {
        stores.legs().answerHeld(LegKey.of(row), row.round(), isHeld);
    }
}
