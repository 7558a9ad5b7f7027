package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.FindBanks;
import io.portolan.playbook.BankSearch;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Problem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The banks that Portolan knows, and what each asks. */
@Controller
class BanksPage {

    private final Playbooks playbooks;
    private final FindBanks find;

    BanksPage(Playbooks playbooks, FindBanks find) {
        this.playbooks = playbooks;
        this.find = find;
    }

    @GetMapping("/banks")
    String list(@ModelAttribute BanksView.Filter filter, Model model) {
        var all = find.like(BankSearch.ALL, null);
        model.addAttribute("banks", BanksView.of(filter, filter.isSet() ? find.like(filter.search(), filter.wanted()) : all, all));
        model.addAttribute("problems", playbooks.problems());
        return "banks";
    }

    @PostMapping("/banks/reload")
    String reload(RedirectAttributes flash) {
        var reloaded = playbooks.reload();
        var lines = new ArrayList<String>();
        named(say("bank.new"), reloaded.added(), lines);
        named(say("bank.changed"), reloaded.changed(), lines);
        named(say("bank.gone"), reloaded.gone(), lines);
        if (lines.isEmpty()) {
            lines.add(say("bank.no-playbook-in-use-is"));
        }
        if (!reloaded.problems().isEmpty()) {
            lines.add(say("bank.files-that-cannot-be-used", String.join(", ", reloaded.problems().stream().map(Problem::file).distinct().toList())));
        }
        flash.addFlashAttribute("said", lines);
        return "redirect:/banks";
    }

    private static void named(String what, List<String> banks, List<String> lines) {
        if (!banks.isEmpty()) {
            lines.add(what + ": " + String.join(", ", banks) + ".");
        }
    }
}
