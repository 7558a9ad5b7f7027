package io.portolan.console;

import io.portolan.account.PortalAccounts;
import io.portolan.journal.Act;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows secrets of portal accounts; it answers with the page itself and no redirect, so that they are nowhere but in this answer. */
@Controller
class AccountActs {

    private final Worklist worklist;
    private final TaskScreen task;
    private final PortalAccounts accounts;
    private final PortalAccountsPage page;
    private final AccountReveals reveals;

    AccountActs(Worklist worklist, TaskScreen task, PortalAccounts accounts, PortalAccountsPage page, AccountReveals reveals) {
        this.worklist = worklist;
        this.task = task;
        this.accounts = accounts;
        this.page = page;
        this.reveals = reveals;
    }

    @PostMapping("/tasks/{id}/account/{what}/reveal")
    String onTask(@PathVariable String id, @PathVariable String what, @RequestParam(defaultValue = "") String reason, Model model,
            HttpServletResponse response) {
        var asked = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + id + "."));
        reveals.show(asked, what, reason, model, response);
        return task.show(id, model);
    }

    @PostMapping("/portal-accounts/{tpp}/{portal}/{environment}/{what}/reveal")
    String onList(@PathVariable String tpp, @PathVariable String portal, @PathVariable String environment, @PathVariable String what,
            @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response) {
        var account = accounts.find(tpp, portal, environment).orElseThrow(() -> Refused.notFound("unknown-portal-account",
                tpp + " has no account at the portal " + portal + ", " + environment + "."));
        reveals.show(account, new AccountReveals.Wish(what, reason, Act.HOUSE, PortalAccountsPage.path(account), "/portal-accounts"), model, response);
        return page.list(model);
    }
}
