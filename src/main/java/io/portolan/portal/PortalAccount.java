package io.portolan.portal;

import io.portolan.vault.SecretName;
import java.time.Instant;

/**
 * An account of a TPP at a portal, shared by the banks of a group.
 *
 * @param password the name under which the vault keeps its password
 * @param adopted whether it was there before us
 */
record PortalAccount(String tpp, String portal, String environment, String login, SecretName password, String owner,
        Instant created, Instant lastLogIn, boolean adopted) {
}
