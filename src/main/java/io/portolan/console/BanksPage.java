package io.portolan.console;

import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The banks that Portolan knows, and what each asks. */
@Controller
class BanksPage {

    private final Playbooks playbooks;

    BanksPage(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    @GetMapping("/banks")
    String list(Model model) {
        model.addAttribute("banks", playbooks.all().stream().map(BankView::of).toList());
        model.addAttribute("problems", playbooks.problems());
        return "banks";
    }

    @GetMapping("/banks/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("bank", playbooks.current(id).map(BankView::of)
                .orElseThrow(() -> Refused.notFound("unknown-bank", "There is no bank " + id + ".")));
        return "bank";
    }
}
