package io.portolan.registration;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the value of a credential to somebody who may see it and says why; the journal knows before they do. */
@Component
public class RevealCredential {

    private final JdbcCredentials credentials;

    RevealCredential(JdbcCredentials credentials) {
        this.credentials = credentials;
    }

    /**
     * The value of the current credential of this name, which the caller closes; whether the actor may see it is for the
     * caller to check.
     *
     * @throws Refused with codes {@code reason-required}, {@code unknown-credential} or {@code credential-not-held}
     */
    @Transactional
    public Secret of(String registration, String name, String reason, String actor) {
        return credentials.reveal(registration, name, Vault.Purpose.said(reason), actor);
    }
}
