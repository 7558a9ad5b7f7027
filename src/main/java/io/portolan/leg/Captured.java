package io.portolan.leg;

import io.portolan.vault.SecretName;
import java.time.Instant;

/**
 * A value that a leg has brought back.
 *
 * @param value the value, or null where it is a secret
 * @param secret the name of the secret in the vault, or null where it is none
 * @param expiresAt when it expires, or null
 * @param capturedAt when it was brought back
 */
public record Captured(String leg, int round, String name, String value, SecretName secret, Instant expiresAt,
        Instant capturedAt) {
}
