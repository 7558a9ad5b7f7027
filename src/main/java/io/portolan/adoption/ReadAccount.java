package io.portolan.adoption;

import io.portolan.account.PortalAccount;
import io.portolan.account.PortalAccounts;
import io.portolan.adoption.Line.Account;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.vault.Secret;
import io.portolan.vault.Totp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads which account at the bank's portal a registration was made with; the banks of a group share one. */
@Component
class ReadAccount {

    private final PortalAccounts accounts;
    private final Playbooks playbooks;

    ReadAccount(PortalAccounts accounts, Playbooks playbooks) {
        this.accounts = accounts;
        this.playbooks = playbooks;
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
            place(line, login);
        }
    }

    /** The one of the line, or what it is by now for a line that was taken in before; null where that lacks its environment. */
    private Playbook playbook(Line line) {
        if (line.playbook != null) {
            return line.playbook;
        }
        return playbooks.current(line.opening.bank()).map(Playbooks.Versioned::playbook)
                .filter(playbook -> playbook.environments().containsKey(line.opening.environment())).orElse(null);
    }

    /** Under the name at which a leg that signs up at this branch would look. */
    private void place(Line line, String login) {
        var playbook = playbook(line);
        if (playbook == null) {
            line.notes.add("The account is left out: the playbook of " + line.opening.bank() + " has no environment " + line.opening.environment() + " any more.");
            return;
        }
        var portal = playbook.at(line.opening.environment(), line.branch).portal();
        line.account = new Account(line.opening.tpp(), portal == null ? line.opening.bank() : portal.name(), line.opening.environment(), login,
                line.word(Columns.PASSWORD), line.word(Columns.TOTP), line.word(Columns.OWNER));
    }

    /** What several lines tell of one account has to be the same, and one of them has to bring the password of one that is not known. */
    void together(List<Line> lines) {
        var byAccount = new LinkedHashMap<String, List<Line>>();
        lines.stream().filter(line -> line.account != null).forEach(line -> byAccount.computeIfAbsent(line.account.key(), key -> new ArrayList<>()).add(line));
        byAccount.values().forEach(of -> {
            agree(of, Columns.LOGIN, "log-in", Account::login);
            agree(of, Columns.PASSWORD, "password", Account::password);
            agree(of, Columns.TOTP, "seed", Account::seed);
            var account = of.get(0).account;
            accounts.find(account.tpp(), account.portal(), account.environment()).ifPresentOrElse(there -> of.forEach(line -> known(line, there)), () -> fresh(of));
        });
    }

    private static void agree(List<Line> lines, String column, String what, Function<Account, String> told) {
        var first = first(lines, told);
        lines.stream().filter(line -> told.apply(line.account) != null && !told.apply(line.account).equals(told.apply(first.account))).forEach(line ->
                line.wrong(column, "portal-account-differs", "Line " + first.told.line() + " has another " + what + " for the same account.",
                        "A TPP has one account at " + line.account.portal() + ", " + line.account.environment() + "."));
    }

    /** The first line that tells this, or else the first of all. */
    private static Line first(List<Line> lines, Function<Account, String> told) {
        return lines.stream().filter(line -> told.apply(line.account) != null).findFirst().orElse(lines.get(0));
    }

    private static void known(Line line, PortalAccount there) {
        var account = line.account;
        if (there.login().equals(account.login())) {
            var left = new ArrayList<String>();
            left(left, Columns.PASSWORD, account.password());
            left(left, Columns.TOTP, account.seed());
            left(left, Columns.OWNER, there.owner().equals(account.owner()) ? null : account.owner());
            if (!left.isEmpty()) {
                line.notes.add("The account " + there.login() + " is known already and stays as it is: " + String.join(", ", left)
                        + (left.size() == 1 ? " is" : " are") + " not taken over. It is renewed on the page of the accounts.");
            }
        } else if (line.there != null) {
            line.notes.add(said(account) + " has an account already, with another log-in: " + there.login() + ". It stays as it is, and this one is not taken in.");
        } else {
            line.wrong(Columns.LOGIN, "portal-account-exists", said(account) + " has an account already, with another log-in: " + there.login() + ".",
                    "Leave the account out, or renew it on the page of the accounts.");
        }
    }

    private static String said(Account account) {
        return account.tpp() + " at " + account.portal() + ", " + account.environment() + ",";
    }

    private static void left(List<String> left, String column, String told) {
        if (told != null) {
            left.add(column);
        }
    }

    /** One line brings it in, with all that the others tell of it. */
    private static void fresh(List<Line> lines) {
        var password = first(lines, Account::password).account.password();
        if (password == null) {
            lines.stream().filter(line -> line.there == null).findFirst().ifPresentOrElse(
                    line -> line.wrong(Columns.PASSWORD, "missing-values", "The account is not known here, and its password is missing.", "It goes to the vault."),
                    () -> lines.forEach(line -> line.notes.add("The account is not known here, and is not taken in without its password.")));
            return;
        }
        var owner = first(lines, Account::owner);
        lines.stream().filter(line -> line.account.owner() != null && !line.account.owner().equals(owner.account.owner())).forEach(line ->
                line.notes.add("The " + Columns.OWNER + " of line " + owner.told.line() + " is kept, and not this one."));
        var brings = first(lines, Account::password);
        brings.account = brings.account.with(first(lines, Account::seed).account.seed(), owner.account.owner());
        brings.bringsAccount = true;
        if (brings.there != null) {
            brings.notes.add("The account " + brings.account.login() + " at the portal " + brings.account.portal() + ", " + brings.account.environment() + ", is taken in.");
        }
    }
}
