package io.portolan.api;

import io.portolan.account.PortalAccount;
import java.time.Instant;

/** An account at a portal, without any of its secrets. */
record PortalAccountView(String tpp, String portal, String environment, String login, String owner, String secondFactor,
        boolean adopted, Instant createdAt, Instant lastLogIn, Instant expires) {

    static PortalAccountView of(PortalAccount account) {
        return new PortalAccountView(account.tpp(), account.portal(), account.environment(), account.login(), account.owner(),
                account.secondFactor() == null ? null : "totp", account.adopted(), account.created(), account.lastLogIn(), account.expires());
    }
}
