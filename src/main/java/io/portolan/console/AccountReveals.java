package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.account.PortalAccount;
import io.portolan.account.RevealPortalAccount;
import io.portolan.refusal.Refused;
import io.portolan.worklist.AccountsOfTasks;
import io.portolan.worklist.Task;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a person signs in to a portal with: its log-in, and for those who may see them, its password and one-time codes, each with a reason. */
@Component
class AccountReveals {

    private static final String PASSWORD = "password";
    private static final String CODE = "code";
    private static final String REFUSED = "refusedReveal";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final AccountsOfTasks accounts;
    private final RevealPortalAccount reveal;
    private final Actors actors;

    AccountReveals(AccountsOfTasks accounts, RevealPortalAccount reveal, Actors actors) {
        this.accounts = accounts;
        this.reveal = reveal;
        this.actors = actors;
    }

    /** An account beside a task, with the forms that show its secrets; none for those who may not see them. */
    record AccountView(String login, String portal, String environment, List<RevealForm> forms) { }

    /** A form that shows one secret; {@code wrong} says why it did not. */
    record RevealForm(String label, String action, String id, String wrong) { }

    /** What is shown this once, and when a code counts, or null. */
    record Shown(String title, String value, String counts, String back) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "Shown[title=" + title + "]";
        }
    }

    private record Refusal(String action, String sentence) { }

    /** The account that a task is done with. */
    Optional<AccountView> of(Task task, Model model) {
        return accounts.of(task).map(account -> new AccountView(account.login(), account.portal(), account.environment(),
                forms(account, onTask(task), "account", model)));
    }

    /** The forms for an account, below this path; their ids begin with the given word. */
    List<RevealForm> forms(PortalAccount account, String path, String word, Model model) {
        if (!actors.current().may(Role.APPROVER)) {
            return List.of();
        }
        var password = form(say("account.show-the-password"), path, PASSWORD, word, model);
        return account.secondFactor() == null ? List.of(password) : List.of(password, form(say("account.show-a-one-time-code"), path, CODE, word, model));
    }

    private static RevealForm form(String label, String path, String what, String word, Model model) {
        var action = action(path, what);
        return new RevealForm(label, action, word + "-" + what,
                model.getAttribute(REFUSED) instanceof Refusal refusal && refusal.action().equals(action) ? refusal.sentence() : null);
    }

    private static String action(String path, String what) {
        return path + "/" + what + "/reveal";
    }

    private static String onTask(Task task) {
        return "/tasks/" + task.id() + "/account";
    }

    /** Shows a secret of the account that a task is done with; the journal of its onboarding keeps it. */
    void show(Task task, String what, String reason, Model model, HttpServletResponse response) {
        var account = accounts.of(task).orElseThrow(() -> Refused.notFound("unknown-portal-account", say("account.there-is-no-account-at")));
        show(account, new Wish(what, reason, task.onboarding(), onTask(task), "/tasks/" + task.id()), model, response);
    }

    /** What is to be shown and why, which chain keeps it, below which path its form is, and where one goes to hide it. */
    record Wish(String what, String reason, String chain, String path, String back) { }

    /** Shows it on the page that is the answer, and nowhere else; or says on that page why not. */
    void show(PortalAccount account, Wish wish, Model model, HttpServletResponse response) {
        if (!actors.current().may(Role.APPROVER)) {
            throw Refused.forbidden("may-not-reveal", say("account.your-role-does-not-let"));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            model.addAttribute("shown", shown(account, wish));
        } catch (Refused refusal) {
            if (refusal.kind() == Refused.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute(REFUSED, new Refusal(action(wish.path(), wish.what()), refusal.getMessage()));
            model.addAttribute("typedWhy", wish.reason());
        }
    }

    private Shown shown(PortalAccount account, Wish wish) {
        var asked = new RevealPortalAccount.Asked(account.tpp(), account.portal(), account.environment(), wish.reason(), actors.current().name(),
                wish.chain());
        var of = say("account.of-at", account.login(), account.portal(), account.environment());
        if (wish.what().equals(PASSWORD)) {
            try (var password = reveal.password(asked)) {
                return new Shown(say("account.password-2", of), password.reveal(CharSequence::toString), null, wish.back());
            }
        }
        if (!wish.what().equals(CODE)) {
            throw Refused.notFound("unknown-secret", say("account.an-account-has-a-password"));
        }
        try (var code = reveal.code(asked)) {
            return new Shown(say("account.one-time-code", of), code.value().reveal(CharSequence::toString),
                    say("account.it-counts-from-to-utc", time(code.from()), time(code.until())), wish.back());
        }
    }

    private static String time(Instant at) {
        return SECONDS.format(at);
    }
}
