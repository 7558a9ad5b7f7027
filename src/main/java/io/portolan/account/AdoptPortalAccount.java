package io.portolan.account;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Totp;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in an account that a TPP has at a portal already, so that no second one is made. */
@Component
public class AdoptPortalAccount {

    private final PortalAccounts accounts;
    private final Tpps tpps;
    private final Vault vault;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    AdoptPortalAccount(PortalAccounts accounts, Tpps tpps, Vault vault, Journal journal, TransactionOperations transactions, Clock clock) {
        this.accounts = accounts;
        this.tpps = tpps;
        this.vault = vault;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An account as somebody tells of it.
     *
     * @param portal the name that the playbooks of its banks give the portal
     * @param password what it is signed in with
     * @param seed the seed of its one-time codes, in Base32 or as an otpauth address, or null
     * @param owner who answers for it
     */
    public record Told(String tpp, String portal, String environment, String login, Secret password, Secret seed, String owner) { }

    /** Keeps the account, its secrets in the vault; throws {@link Refused} where there is one already or something is wrong. */
    public PortalAccount with(Told told, String actor) {
        check(told);
        var account = kept(told);
        try {
            add(account, actor);
        } catch (RuntimeException notAdopted) {
            forget(account);
            throw notAdopted;
        }
        return accounts.find(told.tpp(), told.portal(), told.environment()).orElseThrow();
    }

    /** The account with its secrets in the vault, to be added later, or forgotten. */
    public PortalAccount kept(Told told) {
        var password = kept(told, "password", told.password());
        var seed = told.seed() == null ? null : kept(told, "totp-seed", told.seed());
        return new PortalAccount(told.tpp(), told.portal(), told.environment(), told.login(), password, seed, told.owner(), clock.instant(), null, null, true);
    }

    /** Forgets the secrets of an account that was not added. */
    public void forget(PortalAccount account) {
        Stream.of(account.password(), account.secondFactor()).filter(Objects::nonNull).forEach(vault::forget);
    }

    /** Under a name of its own: a run that makes an account at the same time has typed the password that it keeps under the usual one. */
    private SecretName kept(Told told, String what, Secret secret) {
        var name = PortalAccount.secret(told.tpp(), told.portal(), told.environment(), what + "-" + UUID.randomUUID());
        vault.keep(name, told.tpp(), secret);
        return name;
    }

    /** Adds an account whose secrets are in the vault, in the caller's transaction if there is one; {@code portal-account-exists} where one is there. */
    public void add(PortalAccount account, String actor) {
        transactions.executeWithoutResult(status -> {
            if (!accounts.add(account)) {
                throw alreadyThere(accounts.find(account.tpp(), account.portal(), account.environment()).orElseThrow());
            }
            journal.write(Act.by(actor, Act.HOUSE, "portal-account-adopted", "Account " + account.login() + " of "
                    + account.tpp() + " at the portal " + account.portal() + ", " + account.environment()));
        });
    }

    /** The same for one that takes the place of an account which was made ready for an onboarding and never used. */
    public void instead(PortalAccount account, String actor) {
        transactions.executeWithoutResult(status -> accounts.find(account.tpp(), account.portal(), account.environment()).ifPresentOrElse(ready -> {
            if (ready.adopted() || ready.lastLogIn() != null) {
                throw alreadyThere(ready);
            }
            accounts.replace(account);
            journal.write(Act.by(actor, Act.HOUSE, "portal-account-adopted", "Account " + account.login() + " of " + account.tpp() + " at the portal "
                    + account.portal() + ", " + account.environment() + ", in place of " + ready.login() + ", which was made ready and not used"));
        }, () -> add(account, actor)));
    }

    private static Refused alreadyThere(PortalAccount there) {
        return Refused.conflict("portal-account-exists", there.tpp() + " has an account at " + there.portal() + " already.",
                Map.of("login", there.login()));
    }

    private void check(Told told) {
        var wrong = new LinkedHashMap<String, String>();
        for (var named : Map.of("tpp", text(told.tpp()), "portal", text(told.portal()), "environment", text(told.environment())).entrySet()) {
            if (!named.getValue().matches("[a-z0-9][a-z0-9-]{0,62}")) {
                wrong.put(named.getKey(), "lower-case letters, digits and hyphens");
            }
        }
        if (text(told.login()).isBlank()) {
            wrong.put("login", "is missing");
        }
        if (told.password() == null || told.password().length() == 0) {
            wrong.put("password", "is missing");
        }
        try {
            if (told.seed() != null) {
                Totp.of(told.seed());
            }
        } catch (IllegalArgumentException e) {
            wrong.put("totp", e.getMessage());
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-values", "Not right: " + String.join(", ", wrong.keySet()) + ".", wrong);
        }
        tpps.find(told.tpp()).orElseThrow(() -> Refused.notFound("unknown-tpp", "There is no TPP " + told.tpp() + "."));
        accounts.find(told.tpp(), told.portal(), told.environment()).ifPresent(there -> {
            throw alreadyThere(there);
        });
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}
