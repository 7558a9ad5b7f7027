package io.portolan.adoption;

import io.portolan.account.PortalAccounts;
import io.portolan.account.Totp;
import io.portolan.adoption.Line.Account;
import io.portolan.vault.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads which account at the bank's portal a registration was made with; the banks of a group share one. */
@Component
class ReadAccount {

    private final PortalAccounts accounts;

    ReadAccount(PortalAccounts accounts) {
        this.accounts = accounts;
    }

    void read(Line line) {
        var login = line.word(Columns.LOGIN);
        if (login == null) {
            List.of(Columns.PASSWORD, Columns.TOTP, Columns.OWNER).stream().filter(column -> line.word(column) != null)
                    .forEach(column -> line.wrong(column, "invalid-values", "This is of an account, and there is no " + Columns.LOGIN + ".", "Say what one signs in with."));
            return;
        }
        if (login.length() > 200 || login.chars().anyMatch(Character::isISOControl)) {
            line.wrong(Columns.LOGIN, "invalid-values", "This is no log-in.", "One line of 200 characters at most.");
        }
        if (line.word(Columns.TOTP) != null) {
            try (var seed = Secret.of(line.word(Columns.TOTP))) {
                Totp.of(seed);
            } catch (IllegalArgumentException e) {
                line.wrong(Columns.TOTP, "invalid-values", "This is no seed of one-time codes.", "Base32, or an otpauth address, as the portal has shown it.");
            }
        }
        if (line.opening != null) {
            var portal = line.playbook.environments().get(line.opening.environment()).portal();
            line.account = new Account(line.opening.tpp(), portal == null ? line.opening.bank() : portal.name(), line.opening.environment(), login,
                    line.word(Columns.PASSWORD), line.word(Columns.TOTP), line.word(Columns.OWNER));
        }
    }

    /** What several lines tell of one account has to be the same, and one of them has to bring the password of one that is not known. */
    void together(List<Line> lines) {
        var first = new HashMap<String, Line>();
        for (var line : lines) {
            if (line.account == null) {
                continue;
            }
            var before = first.get(line.account.key());
            if (before == null) {
                first.put(line.account.key(), line);
            } else if (!before.account.login().equals(line.account.login())) {
                line.wrong(Columns.LOGIN, "portal-account-differs", "Line " + before.told.line() + " has another log-in for the same account.", one(line));
            } else if (differs(before.account.password(), line.account.password())) {
                line.wrong(Columns.PASSWORD, "portal-account-differs", "Line " + before.told.line() + " has another password for the same account.", one(line));
            } else if (differs(before.account.seed(), line.account.seed())) {
                line.wrong(Columns.TOTP, "portal-account-differs", "Line " + before.told.line() + " has another seed for the same account.", one(line));
            } else if (before.account.password() == null && line.account.password() != null) {
                first.put(line.account.key(), line);
            }
        }
        first.values().forEach(this::alone);
    }

    private static String one(Line line) {
        return "A TPP has one account at " + line.account.portal() + ", " + line.account.environment() + ".";
    }

    private static boolean differs(String one, String other) {
        return one != null && other != null && !Objects.equals(one, other);
    }

    private void alone(Line line) {
        var account = line.account;
        accounts.find(account.tpp(), account.portal(), account.environment()).ifPresentOrElse(there -> {
            if (!there.login().equals(account.login())) {
                line.wrong(Columns.LOGIN, "portal-account-exists", account.tpp() + " has an account at " + account.portal() + ", " + account.environment()
                        + " already, with another log-in: " + there.login() + ".", "Leave the account out, or renew it on the page of the accounts.");
            } else if (account.password() != null && line.there == null) {
                line.notes.add("The account " + there.login() + " is known already and stays as it is.");
            }
        }, () -> {
            line.bringsAccount = true;
            if (account.password() == null) {
                line.wrong(Columns.PASSWORD, "missing-values", "The account is not known here, and its password is missing.", "It goes to the vault.");
            }
        });
    }
}
