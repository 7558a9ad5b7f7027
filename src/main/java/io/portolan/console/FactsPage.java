package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.onboarding.AskedFacts;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The facts that a bank's playbook asks for in one environment: who would know, what was supplied, and a form for each. */
@Controller
class FactsPage {

    private final AskedFacts facts;
    private final Actors actors;
    private final Clock clock;

    FactsPage(AskedFacts facts, Actors actors, Clock clock) {
        this.facts = facts;
        this.actors = actors;
        this.clock = clock;
    }

    /** A fact as the page shows it; {@code wrong} says by field what is wrong with what was typed. */
    record FactView(String name, String branch, boolean list, String whoWouldKnow, String value, String source, String by, TimeView at, Map<String, String> wrong) {

        /** What it is called among all on the page. */
        public String id() {
            return branch == null ? name : name + "-" + branch;
        }

        /** The id of its box. */
        public String box() {
            return FactsPage.box(name, branch);
        }

        /** Whether nobody has supplied it. */
        public boolean isOpen() {
            return at == null;
        }
    }

    /** The id of the box of a fact; the branch is null where it is of the whole bank. */
    static String box(String name, String branch) {
        return "fact-" + name + (branch == null ? "" : "-" + branch);
    }

    @GetMapping("/banks/{id}/environments/{environment}/facts")
    String show(@PathVariable String id, @PathVariable String environment, Model model) {
        return show(id, environment, new Typed(null, null, null, null), Map.of(), model);
    }

    private record Typed(String name, String branch, String value, String source) { }

    private String show(String id, String environment, Typed typed, Map<String, String> wrong, Model model) {
        var now = clock.instant();
        model.addAttribute("bank", id);
        model.addAttribute("environment", environment);
        model.addAttribute("facts", facts.of(id, environment).stream().map(fact -> {
            var isTyped = fact.name().equals(typed.name()) && Objects.equals(fact.branch(), typed.branch());
            return new FactView(fact.name(), fact.branch(), fact.list(), fact.whoWouldKnow(), isTyped ? typed.value() : fact.value(), isTyped ? typed.source() : fact.source(),
                    fact.suppliedBy() == null ? null : Wording.actor(fact.suppliedBy()), fact.suppliedAt() == null ? null : TimeView.of(fact.suppliedAt(), now),
                    isTyped ? wrong : Map.of());
        }).toList());
        return "bank-facts";
    }

    @PostMapping("/banks/{id}/environments/{environment}/facts")
    String supply(@PathVariable String id, @PathVariable String environment, @RequestParam String name, @RequestParam(required = false) String branch,
            @RequestParam String value, @RequestParam String source, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var of = branch == null || branch.isEmpty() ? null : branch;
        try {
            facts.supply(id, environment, of, name, value, source, actors.current().name());
            flash.addFlashAttribute("said", List.of(of == null ? say("bank.fact-is-kept", name) : say("bank.fact-of-is-kept", name, of)));
            return "redirect:/banks/" + id + "/environments/" + environment + "/facts";
        } catch (Refused refusal) {
            if (refusal.kind() != Refused.Kind.INVALID) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, environment, new Typed(name, of, value, source), refusal.about(), model);
        }
    }
}
