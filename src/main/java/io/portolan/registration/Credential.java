package io.portolan.registration;

import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.Set;

/**
 * What a bank has handed out to let us in, without its value.
 *
 * @param services the services that it is for; none for all
 * @param secret whether its value is in the vault
 * @param expires when it ends, or null
 */
public record Credential(String registration, String name, CredentialKind kind, Set<Service> services, boolean secret, State state, Instant expires,
        Instant issuedAt, Instant changedAt) {

    /** What has become of it. */
    public enum State {
        /** The bank has handed it out. */
        ISSUED,
        /** A call has worked with it. */
        USABLE,
        /** A newer one has taken its place. */
        SUPERSEDED,
        /** It counts no longer. */
        REVOKED,
        /** The bank has handed it out and we do not have it. */
        LOST;

        /** Whether it may be used. */
        public boolean isCurrent() {
            return this == ISSUED || this == USABLE;
        }
    }
}
