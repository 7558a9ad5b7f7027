package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.onboarding.CorrectBank;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrects a bank that a person has named, or takes it back. */
@Controller
class CorrectBankPage {

    private final CorrectBank correct;
    private final Actors actors;

    CorrectBankPage(CorrectBank correct, Actors actors) {
        this.correct = correct;
        this.actors = actors;
    }

    /** What stands in the way, in a sentence, or null; and the version that what is typed began with. */
    record CorrectionView(String id, String name, long version, String refusal) { }

    @GetMapping("/banks/{id}/correction")
    String form(@PathVariable String id, Model model) {
        var bank = correct.named(id);
        return show(id, new NameBankPage.Typed(bank.bank().name(), bank.bank().country(), bank.bank().portal(), null), bank.version(), Map.of(), null, model);
    }

    @PostMapping("/banks/{id}/correction")
    String correct(@PathVariable String id, @ModelAttribute NameBankPage.Typed typed, @RequestParam long version, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var corrected = correct.to(id, version, typed.name(), typed.country(), typed.portal(), actors.current().name()).bank();
            flash.addFlashAttribute("said", List.of(corrected.id().equals(id) ? say("bank.is-corrected", corrected.name()) : say("bank.is-corrected-and-is", corrected.name(), corrected.id())));
            return "redirect:/banks/" + corrected.id();
        } catch (Refused refusal) {
            var isWrong = refusal.kind() == Refused.Kind.INVALID;
            return refused(id, typed, version, isWrong ? NameBankPage.sentences(refusal.about()) : Map.of(), refusal, model, response);
        }
    }

    @PostMapping("/banks/{id}/withdrawal")
    String withdraw(@PathVariable String id, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var bank = correct.named(id);
        try {
            correct.withdraw(id, actors.current().name());
            flash.addFlashAttribute("said", List.of(say("bank.is-withdrawn-the-journal-keeps", bank.bank().name())));
            return "redirect:/banks";
        } catch (Refused refusal) {
            return refused(id, new NameBankPage.Typed(bank.bank().name(), bank.bank().country(), bank.bank().portal(), null), bank.version(), Map.of(), refusal, model, response);
        }
    }

    private String refused(String id, NameBankPage.Typed typed, long version, Map<String, String> wrong, Refused refusal, Model model, HttpServletResponse response) {
        if (refusal.kind() == Refused.Kind.NOT_FOUND) {
            throw refusal;
        }
        response.setStatus((wrong.isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
        return show(id, typed, version, wrong, wrong.isEmpty() ? refusal.getMessage() : null, model);
    }

    private String show(String id, NameBankPage.Typed typed, long version, Map<String, String> wrong, String refusal, Model model) {
        model.addAttribute("correction", new CorrectionView(id, correct.named(id).bank().name(), version, refusal));
        model.addAttribute("form", new NameBankPage.FormView(typed, NameBankPage.countries(typed.country()), wrong, List.of(), say("bank.it-cannot-be-corrected-like")));
        return "bank-correct";
    }
}
