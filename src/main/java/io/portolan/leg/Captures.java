package io.portolan.leg;

import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the legs of an onboarding have brought back; secrets are in the vault, and only their names are here. */
public interface Captures {

    /** Keeps a value that may be seen, in place of an earlier one of the leg's present round; an expiry may be null. */
    void keep(String onboarding, String leg, String name, String value, Instant expires);

    /** The same for a run, in whose round it is kept: what comes back late is no value of a later one. */
    void keep(String onboarding, String leg, int round, String name, String value, Instant expires);

    /** Keeps a secret of this TPP in a round of the leg: it is in the vault, and its name is here, when this returns; an expiry may be null. */
    void keepSecret(String onboarding, String tpp, String leg, int round, String name, Secret value, Instant expires);

    /** Keeps the name of a secret that is in the vault already, for another registration of the same TPP; an expiry may be null. */
    void keepReference(String onboarding, String leg, String name, SecretName inVault, Instant expires);

    /** The same for a run, in its round. */
    void keepReference(String onboarding, String leg, int round, String name, SecretName inVault, Instant expires);

    /** Lets an onboarding use what another of the same TPP has brought back, by the name of the leg that did. */
    void inherit(String onboarding, Captured kept);

    /** What this leg last brought back for another onboarding that worked with this portal account, unless it has run out. */
    Optional<Captured> earlier(String onboarding, String portalAccount, String leg, String name);

    /** What this leg has brought back in its present round. */
    Optional<Captured> find(String onboarding, String leg, String name);

    /** What it has brought back in this round. */
    Optional<Captured> find(String onboarding, String leg, int round, String name);

    /** What was last brought back under this name, by whichever leg; of a leg in its present round rather than in an earlier one. */
    Optional<Captured> latest(String onboarding, String name);

    /** All that an onboarding has brought back, oldest first; of several rounds the last. */
    List<Captured> of(String onboarding);

    /** All secrets that an onboarding has brought back, in every round: none of them may show anywhere. */
    List<Captured> secretsOfAllRounds(String onboarding);

    /** The names of all secrets that whichever onboarding with this portal account has brought back: its pages may show any of them. */
    List<SecretName> secretsAround(String portalAccount);
}
