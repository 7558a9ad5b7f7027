package io.portolan.registration;

import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the value of a credential to somebody who may see it and says why; the journal knows before they do. */
@Component
public class RevealCredential {

    private static final int SHORTEST_REASON = 3;

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
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw Refused.invalid("reason-required", "Say why you need to see it; the reason is kept.",
                    Map.of("reason", "A reason is required."));
        }
        return credentials.reveal(registration, name, reason.strip(), actor);
    }
}
