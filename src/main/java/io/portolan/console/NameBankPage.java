package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.onboarding.AlikeBanks;
import io.portolan.onboarding.FindBanks;
import io.portolan.onboarding.NameBank;
import io.portolan.playbook.BankEntry;
import io.portolan.playbook.NewBank;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes in a bank that is not here, once it is sure that it is not here by another name. */
@Controller
class NameBankPage {

    private final NameBank nameBank;
    private final FindBanks find;
    private final Actors actors;

    NameBankPage(NameBank nameBank, FindBanks find, Actors actors) {
        this.nameBank = nameBank;
        this.find = find;
        this.actors = actors;
    }

    /** What was typed; {@code none} says that it is none of those that are called alike. */
    record Typed(String name, String country, String portal, Boolean none) { }

    /** A bank that is here already and is called alike. */
    record Alike(String id, String name, String countries) { }

    /**
     * The form.
     *
     * @param wrong what is wrong, by field, in sentences
     * @param alike the banks that may be meant
     * @param summary what stands above all that is wrong
     */
    record FormView(Typed typed, List<BanksView.Choice> countries, Map<String, String> wrong, List<Alike> alike, String summary) {

        /** Whether nothing was handed in yet. */
        public boolean isFresh() {
            return wrong.isEmpty() && alike.isEmpty();
        }
    }

    @GetMapping("/banks/new")
    String form(@ModelAttribute Typed typed, Model model) {
        return show(typed, Map.of(), List.of(), model);
    }

    @PostMapping("/banks")
    String name(@ModelAttribute Typed typed, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            var named = nameBank.with(NewBank.of(typed.name(), typed.country(), typed.portal()), Boolean.TRUE.equals(typed.none()), actors.current().name());
            flash.addFlashAttribute("said", List.of(say("bank.is-taken-in-as-nothing", named.name(), named.bank())));
            return "redirect:/onboardings/new?bank=" + named.bank();
        } catch (AlikeBanks refusal) {
            return show(typed, Map.of(), refusal.banks().stream().map(NameBankPage::alike).toList(), model);
        } catch (Refused refusal) {
            response.setStatus(refusal.kind().status());
            var there = find.one(refusal.about().getOrDefault("bank", "")).map(found -> List.of(alike(found.entry()))).orElse(List.of());
            return show(typed, there.isEmpty() ? sentences(refusal.about()) : Map.of("name", say("bank.a-bank-of-this-name")), there, model);
        }
    }

    static Map<String, String> sentences(Map<String, String> wrong) {
        var sentences = new LinkedHashMap<String, String>();
        wrong.keySet().stream().sorted(Comparator.comparing(List.of("name", "country", "portal")::indexOf)).forEach(field -> sentences.put(field,
                field.equals("country") ? say("bank.choose-the-country") : say("bank.for-the-give", field, wrong.get(field))));
        return sentences;
    }

    private static Alike alike(BankEntry entry) {
        return new Alike(entry.bank(), entry.name(), BanksView.countries(entry));
    }

    private static String show(Typed typed, Map<String, String> wrong, List<Alike> alike, Model model) {
        model.addAttribute("form", new FormView(typed, countries(typed.country()), wrong, alike, say("bank.it-cannot-be-taken-in")));
        return "bank-new";
    }

    static List<BanksView.Choice> countries(String chosen) {
        return Arrays.stream(Locale.getISOCountries()).map(code -> new BanksView.Choice(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH), code.equalsIgnoreCase(chosen)))
                .sorted(Comparator.comparing(BanksView.Choice::label)).toList();
    }
}
