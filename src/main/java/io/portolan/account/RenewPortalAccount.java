package io.portolan.account;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what somebody has renewed of an account at its portal: its password, which is in the vault first, and until when that counts. */
@Component
public class RenewPortalAccount {

    private final PortalAccounts accounts;
    private final Vault vault;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    RenewPortalAccount(PortalAccounts accounts, Vault vault, Journal journal, ApplicationEventPublisher events,
            TransactionOperations transactions, Clock clock) {
        this.accounts = accounts;
        this.vault = vault;
        this.journal = journal;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Keeps a new password, or for null the one that there is, and when it has to be new again, null for never.
     *
     * @throws Refused with codes {@code unknown-portal-account} and, for an expiry that is over, {@code invalid-values}
     */
    public PortalAccount with(String tpp, String portal, String environment, Secret password, Instant expires, String actor) {
        var account = accounts.find(tpp, portal, environment).orElseThrow(() -> Refused.notFound("unknown-portal-account",
                tpp + " has no account at the portal " + portal + ", " + environment + "."));
        if (expires != null && !expires.isAfter(clock.instant())) {
            throw Refused.invalid("invalid-values", "The expiry lies in the past.", Map.of("expires", "lies in the past"));
        }
        var name = account.password();
        if (password != null) {
            name = PortalAccount.secret(tpp, portal, environment, "password-" + UUID.randomUUID());
            vault.keep(name, tpp, password);
        }
        var kept = name;
        transactions.executeWithoutResult(status -> {
            accounts.renewed(account, kept, expires);
            journal.write(Act.by(actor, Act.HOUSE, "portal-account-renewed", "Account " + account.login() + " of " + tpp + " at the portal " + portal
                    + ", " + environment + (password == null ? "" : ": a new password") + "; expires: " + (expires == null ? "never" : expires)));
            events.publishEvent(new PortalAccountRenewed(tpp, portal, environment));
        });
        if (password != null) {
            vault.forget(account.password());
        }
        return accounts.find(tpp, portal, environment).orElseThrow();
    }
}
