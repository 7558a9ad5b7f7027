package io.portolan.leg;

import io.portolan.vault.Vault;
import org.springframework.stereotype.Component;

/** What masks the secrets of an onboarding outside of a run. */
@Component
public class SecretsOfOnboarding {

    private final Captures captures;
    private final Vault vault;

    SecretsOfOnboarding(Captures captures, Vault vault) {
        this.captures = captures;
        this.vault = vault;
    }

    /** Masks that know every secret which the onboarding has brought back, in whichever round. */
    public Masks masks(String onboarding) {
        var masks = new KnownSecrets();
        captures.secretsOfAllRounds(onboarding).forEach(kept ->
                vault.reveal(kept.secret(), Vault.Purpose.leg(onboarding, kept.leg())).ifPresent(secret -> {
                    try (secret) {
                        secret.<Void>reveal(text -> {
                            masks.add(text);
                            return null;
                        });
                    }
                }));
        return masks;
    }

    /** Masks that know nothing yet. */
    public static Masks none() {
        return new KnownSecrets();
    }
}
