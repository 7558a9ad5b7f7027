package io.portolan.account;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Totp;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what somebody has renewed of an account at its portal: its password and the seed of its codes, which are in the vault first, and its expiry. */
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
     * What is new of an account.
     *
     * @param password what it is signed in with from now on, or null for the one that there is
     * @param seed the seed of its one-time codes from now on, or null for the one that there is, or none
     * @param expires when the password has to be new again, or null for never
     */
    public record Renewed(Secret password, Secret seed, Instant expires) { }

    /**
     * Keeps what is new, in place of what was; the steps whose codes were given count anew with a new seed.
     *
     * @throws Refused with codes {@code unknown-portal-account} and, for an expiry that is over or a seed that is none, {@code invalid-values}
     */
    public PortalAccount with(String tpp, String portal, String environment, Renewed renewed, String actor) {
        var account = accounts.find(tpp, portal, environment).orElseThrow(() -> Refused.notFound("unknown-portal-account",
                tpp + " has no account at the portal " + portal + ", " + environment + "."));
        check(renewed);
        var password = kept(account, "password", renewed.password());
        var seed = kept(account, "totp-seed", renewed.seed());
        try {
            transactions.executeWithoutResult(status -> {
                accounts.renewed(account, password == null ? account.password() : password, renewed.expires());
                if (seed != null) {
                    accounts.secondFactor(account, seed);
                }
                journal.write(Act.by(actor, Act.HOUSE, "portal-account-renewed", "Account " + account.login() + " of " + tpp + " at the portal " + portal
                        + ", " + environment + (password == null ? "" : ": a new password") + (seed == null ? "" : ": a new seed of its codes")
                        + "; expires: " + (renewed.expires() == null ? "never" : renewed.expires())));
                events.publishEvent(new PortalAccountRenewed(tpp, portal, environment));
            });
        } catch (RuntimeException notRenewed) {
            Stream.of(Optional.ofNullable(password), Optional.ofNullable(seed)).flatMap(Optional::stream).forEach(vault::forget);
            throw notRenewed;
        }
        if (password != null) {
            vault.forget(account.password());
        }
        if (seed != null && account.secondFactor() != null) {
            vault.forget(account.secondFactor());
        }
        return accounts.find(tpp, portal, environment).orElseThrow();
    }

    private void check(Renewed renewed) {
        if (renewed.expires() != null && !renewed.expires().isAfter(clock.instant())) {
            throw Refused.invalid("invalid-values", "The expiry lies in the past.", Map.of("expires", "lies in the past"));
        }
        try {
            if (renewed.seed() != null) {
                Totp.of(renewed.seed());
            }
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("invalid-values", "The seed is none: " + e.getMessage() + ".", Map.of("totp", e.getMessage()));
        }
    }

    private SecretName kept(PortalAccount account, String what, Secret secret) {
        if (secret == null) {
            return null;
        }
        var name = PortalAccount.secret(account.tpp(), account.portal(), account.environment(), what + "-" + UUID.randomUUID());
        vault.keep(name, account.tpp(), secret);
        return name;
    }
}
