package io.portolan.worklist;

import io.portolan.account.AdoptPortalAccount;
import io.portolan.account.PortalAccount;
import io.portolan.account.PortalAccounts;
import io.portolan.leg.AccountFound;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Orders;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Stage;
import io.portolan.playbook.ValueType;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Totp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks a person who is to sign us up at a portal whether we have an account there, and takes in the one that they tell of. */
@Component
class SignUpQuestion {

    private static final Set<String> BEFORE_SIGNING_UP = Set.of(Outcome.Reason.BY_DESIGN.name(), Outcome.Reason.PAGE_CHANGED.name(),
            Outcome.Reason.CAPTCHA.name(), Outcome.Reason.NO_BROWSER.name());
    /** The names of its fields begin so, as those of no capture do. */
    static final String OF_ACCOUNT = "account.";
    static final String LOGIN = OF_ACCOUNT + "login";
    static final String PASSWORD = OF_ACCOUNT + "password";
    static final String SEED = OF_ACCOUNT + "totp";

    private final Orders orders;
    private final PortalAccounts accounts;
    private final AdoptPortalAccount adopt;
    private final AccountFound found;
    private final Clock clock;

    SignUpQuestion(Orders orders, PortalAccounts accounts, AdoptPortalAccount adopt, AccountFound found, Clock clock) {
        this.orders = orders;
        this.accounts = accounts;
        this.adopt = adopt;
        this.found = found;
        this.clock = clock;
    }

    /** Whether it is asked in this task; what the bank has answered or lacks afterwards is another matter. */
    boolean isAsked(TaskRow row, LegOrder order) {
        return row.kind() == Task.Kind.LEG && BEFORE_SIGNING_UP.contains(String.valueOf(row.reason()))
                && !row.question().startsWith("The bank has approved") && order.leg().stage() == Stage.SIGN_UP
                && (order.leg().work() instanceof OperatorWork || order.leg().work() instanceof PortalWork);
    }

    /** The account that was there before this onboarding; one that was only made ready for it is none yet. */
    private Optional<PortalAccount> known(LegOrder order) {
        return accounts.find(order.tpp(), order.portalName(), order.environmentName()).filter(account -> account.isFromBefore(order.startedAt()));
    }

    /** The question of a task with this one before it. */
    String before(String question, LegOrder order) {
        return known(order).map(account -> "We have an account at this portal, which Portolan knows: " + account.login() + ", " + (account.adopted() ? "taken in" : "made")
                + " on " + LocalDate.ofInstant(account.created(), ZoneOffset.UTC) + ". If it is the one for this, answer \"We have an account\"; nobody has to sign up then. Else: ")
                .orElse("First: do we have an account at this portal already? Portolan knows of none. If not: ") + question;
    }

    /** What to tell of an account that is not known here. */
    List<Task.Field> fields(LegOrder order) {
        return known(order).isPresent() ? List.of() : List.of(
                new Task.Field(LOGIN, "Log-in of our account at the portal", ValueType.LINE, false, false),
                new Task.Field(PASSWORD, "Password of that account", ValueType.LINE, true, false),
                new Task.Field(SEED, "Seed of its one-time codes", ValueType.LINE, true, false));
    }

    /** What is wrong or missing in what is told of the account, by field; {@code kept} are the secrets that the vault has. */
    Map<String, String> wrong(Task task, Worklist.Completion completion, Map<String, SecretName> kept) {
        var wrong = new LinkedHashMap<String, String>();
        if (task.fields().stream().noneMatch(field -> field.name().equals(LOGIN)) || !takes(completion.outcome())) {
            return wrong;
        }
        var login = completion.values().getOrDefault(LOGIN, "");
        var isTold = completion.outcome() == PersonAnswer.ACCOUNT_EXISTS || !login.isBlank() || kept.containsKey(PASSWORD) || kept.containsKey(SEED);
        if (isTold && login.isBlank()) {
            wrong.put(LOGIN, "Log-in of our account at the portal is needed");
        }
        if (isTold && !kept.containsKey(PASSWORD)) {
            wrong.put(PASSWORD, "Password of that account is needed");
        }
        try (var seed = completion.values().getOrDefault(SEED, "").isBlank() ? null : Secret.of(completion.values().get(SEED))) {
            if (seed != null) {
                Totp.of(seed);
            }
        } catch (IllegalArgumentException noSeed) {
            wrong.put(SEED, "This is no seed of one-time codes");
        }
        return wrong;
    }

    private static boolean takes(PersonAnswer outcome) {
        return outcome == PersonAnswer.ACCOUNT_EXISTS || outcome == PersonAnswer.DONE || outcome == PersonAnswer.HANDED_IN;
    }

    /** Looks what else is not to be done where the account was there, and takes over what earlier onboardings know; not within a transaction. */
    AccountFound.Rest look(TaskRow row) {
        return found.look(orders.order(row.onboarding(), row.leg()));
    }

    /** Takes the account in that was told of, its secrets being in the vault, and passes the rest of signing up by; in the transaction that completes the task. */
    void keep(LegOrder order, Worklist.Completion completion, Map<String, SecretName> secrets, AccountFound.Rest rest, String user) {
        var login = completion.values().get(LOGIN);
        if (takes(completion.outcome()) && login != null && !login.isBlank()) {
            adopt.instead(new PortalAccount(order.tpp(), order.portalName(), order.environmentName(), login.strip(), secrets.get(PASSWORD), secrets.get(SEED), user,
                    clock.instant(), null, null, true), user);
        }
        if (completion.outcome() == PersonAnswer.ACCOUNT_EXISTS) {
            found.passBy(order, rest, user);
        }
    }
}
