package io.portolan.playbook;

/** What a bank hands out to let a registered TPP in. */
public enum CredentialKind {
    CLIENT_ID, CLIENT_SECRET, API_KEY, SUBSCRIPTION_KEY, TPP_ID, REGISTRATION_ACCESS_TOKEN, REGISTRATION_CLIENT_URI,
    SOFTWARE_STATEMENT, APPLICATION_TOKEN, ORGANISATION_CODE, TOTP_SEED, PRIVATE_KEY, OTHER, NONE;

    /** Whether banks keep this kind secret where nothing else is said. */
    public boolean isUsuallySecret() {
        return this == CLIENT_SECRET || this == API_KEY || this == SUBSCRIPTION_KEY || this == REGISTRATION_ACCESS_TOKEN
                || this == APPLICATION_TOKEN;
    }

    /** Whether it is something that the registration holds; the seed of one-time codes is the portal account's. */
    public boolean isOfTheRegistration() {
        return this != NONE && this != TOTP_SEED;
    }

    /** What a capture of this name is where the playbook does not say, one for a single service such as client-id-ais, too; {@link #NONE} where the name tells nothing. */
    public static CredentialKind named(String capture) {
        return (CredentialKind) Shape.words(CredentialKind.class).getOrDefault(capture.replaceFirst("-(ais|pis|caf)$", ""), NONE);
    }
}
