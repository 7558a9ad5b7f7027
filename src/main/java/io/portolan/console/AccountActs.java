package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.account.PortalAccounts;
import io.portolan.account.RenewPortalAccount;
import io.portolan.journal.Act;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.worklist.Worklist;
import io.portolan.worklist.WorklistSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows secrets of portal accounts, and keeps renewed ones. What shows one answers with the page itself and no redirect, so that the secret is
 * nowhere but in this answer.
 */
@Controller
class AccountActs {

    private final Worklist worklist;
    private final TaskScreen task;
    private final PortalAccounts accounts;
    private final PortalAccountsPage page;
    private final AccountReveals reveals;
    private final RenewPortalAccount renew;
    private final WorklistSettings settings;
    private final Actors actors;

    AccountActs(Worklist worklist, TaskScreen task, PortalAccounts accounts, PortalAccountsPage page, AccountReveals reveals,
            RenewPortalAccount renew, WorklistSettings settings, Actors actors) {
        this.settings = settings;
        this.renew = renew;
        this.actors = actors;
        this.worklist = worklist;
        this.task = task;
        this.accounts = accounts;
        this.page = page;
        this.reveals = reveals;
    }

    @PostMapping("/tasks/{id}/account/{what}/reveal")
    String onTask(@PathVariable String id, @PathVariable String what, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response) {
        var asked = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", say("account.there-is-no-task", id)));
        reveals.show(asked, what, reason, model, response);
        return task.show(id, model);
    }

    @PostMapping("/portal-accounts/{tpp}/{portal}/{environment}/{what}/reveal")
    String onList(@PathVariable String tpp, @PathVariable String portal, @PathVariable String environment, @PathVariable String what,
            @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response) {
        var account = accounts.find(tpp, portal, environment).orElseThrow(() -> Refused.notFound("unknown-portal-account",
                say("account.has-no-account-at-the", tpp, portal, environment)));
        reveals.show(account, new AccountReveals.Wish(what, reason, Act.HOUSE, PortalAccountsPage.path(account), PortalAccountsPage.only(account.key())), model, response);
        return page.one(account.key(), model);
    }

    /** A day as the form gives it, or nothing for without end. */
    @PostMapping("/portal-accounts/{tpp}/{portal}/{environment}/renewal")
    String renew(@PathVariable String tpp, @PathVariable String portal, @PathVariable String environment, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String seed, @RequestParam(defaultValue = "") String expires, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        try (var kept = password.isEmpty() ? null : Secret.of(password); var codes = seed.isBlank() ? null : Secret.of(seed.strip())) {
            var account = renew.with(tpp, portal, environment, new RenewPortalAccount.Renewed(kept, codes, end(expires)), actors.current().name());
            flash.addFlashAttribute("said", List.of(say("account.kept-what-is-new-of", account.login())));
            return "redirect:" + PortalAccountsPage.only(account.key());
        } catch (Refused refusal) {
            if (refusal.kind() == Refused.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var key = tpp + "/" + portal + "/" + environment;
            model.addAttribute("unrenewed", key);
            model.addAttribute("notRenewed", refusal.getMessage());
            model.addAttribute("typedEnd", expires);
            return page.one(key, model);
        }
    }

    private Instant end(String given) {
        return given.isBlank() ? null : settings.endOfLast(Days.read(given).orElseThrow(() -> Refused.invalid("invalid-values", say("account.the-expiry-is-no-day"),
                Map.of("expires", say("account.is-no-day")))));
    }
}
