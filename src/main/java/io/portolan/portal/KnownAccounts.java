package io.portolan.portal;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.AccountsAtPortals;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the accounts that there are, and takes in those that were made without us. */
@Component
class KnownAccounts implements AccountsAtPortals {

    private final PortalAccounts accounts;
    private final Vault vault;
    private final Journal journal;
    private final Clock clock;

    KnownAccounts(PortalAccounts accounts, Vault vault, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<Account> all() {
        return accounts.of(null).stream().map(KnownAccounts::shown).toList();
    }

    @Override
    public Account adopt(Adoption adoption, Secret password, Secret seed, String actor) {
        check(adoption, password, seed);
        if (accounts.find(adoption.tpp(), adoption.portal(), adoption.environment()).isPresent()) {
            throw Refused.conflict("account-exists", "This TPP has an account at this portal already.", Map.of("portal", adoption.portal()));
        }
        // a password that no account names yet harms nobody; an account without its password would
        var passwordName = PortalAccount.secret(adoption.tpp(), adoption.portal(), adoption.environment(), "password");
        vault.keep(passwordName, adoption.tpp(), password);
        var seedName = seed == null ? null : PortalAccount.secret(adoption.tpp(), adoption.portal(), adoption.environment(), "totp-seed");
        if (seedName != null) {
            vault.keep(seedName, adoption.tpp(), seed);
        }
        accounts.add(new PortalAccount(adoption.tpp(), adoption.portal(), adoption.environment(), adoption.login().strip(), passwordName,
                seedName, isBlank(adoption.owner()) ? actor : adoption.owner().strip(), clock.instant(), null, null, true));
        journal.write(Act.by(actor, Act.HOUSE, "portal-account-adopted", "Account " + adoption.login().strip() + " of " + adoption.tpp()
                + " at the portal " + adoption.portal() + ", " + adoption.environment()));
        return accounts.find(adoption.tpp(), adoption.portal(), adoption.environment()).map(KnownAccounts::shown).orElseThrow();
    }

    private void check(Adoption adoption, Secret password, Secret seed) {
        var wrong = new LinkedHashMap<String, String>();
        Map.of("tpp", or(adoption.tpp()), "portal", or(adoption.portal()), "environment", or(adoption.environment()), "login", or(adoption.login()))
                .forEach((name, value) -> {
                    if (value.isBlank()) {
                        wrong.put(name, "is missing");
                    }
                });
        if (password == null || password.length() == 0) {
            wrong.put("password", "is missing");
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("missing-values", "There is missing: " + String.join(", ", wrong.keySet()) + ".", wrong);
        }
        if (!(adoption.portal() + adoption.environment()).matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw Refused.invalid("invalid-values", "This is not the name of a portal and its environment.", Map.of("portal", "is no name of a portal"));
        }
        if (seed != null) {
            try {
                Totp.of(seed);
            } catch (IllegalArgumentException none) {
                throw Refused.invalid("invalid-values", "This is no seed of one-time codes.", Map.of("seed", "is neither base32 nor an otpauth address"));
            }
        }
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Account shown(PortalAccount account) {
        return new Account(account.tpp(), account.portal(), account.environment(), account.login(), account.owner(), account.created(),
                account.lastLogIn(), account.expires(), account.secondFactor() != null, account.adopted());
    }
}
