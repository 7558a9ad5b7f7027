package io.portolan.console;

import io.portolan.access.Actors;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes in a bank that is not here, once it is sure that it is not here by another name. */
@Controller
class NameBankPage {

    private static final int MOST = 8;

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
     */
    record FormView(Typed typed, List<BanksView.Choice> countries, Map<String, String> wrong, List<Alike> alike) { }

    @GetMapping("/banks/new")
    String form(@ModelAttribute Typed typed, Model model) {
        return show(typed, Map.of(), List.of(), model);
    }

    @PostMapping("/banks")
    String name(@ModelAttribute Typed typed, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            var bank = NewBank.of(typed.name(), typed.country(), typed.portal());
            var alike = Boolean.TRUE.equals(typed.none()) ? List.<Alike>of() : alike(bank);
            if (!alike.isEmpty()) {
                return show(typed, Map.of(), alike, model);
            }
            var named = nameBank.with(bank, actors.current().name());
            flash.addFlashAttribute("said", List.of(named.name() + " is taken in as " + named.bank() + ". Nothing is known of it yet, so people do it by hand."));
            return "redirect:/onboardings/new?bank=" + named.bank();
        } catch (Refused refusal) {
            response.setStatus((refusal.kind() == Refused.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
            var there = find.one(refusal.about().getOrDefault("bank", "")).map(found -> List.of(alike(found.entry()))).orElse(List.of());
            return show(typed, there.isEmpty() ? sentences(refusal.about()) : Map.of("name", "A bank of this name is here already, in this country."), there, model);
        }
    }

    private static Map<String, String> sentences(Map<String, String> wrong) {
        var sentences = new LinkedHashMap<String, String>();
        wrong.keySet().stream().sorted(Comparator.comparing(List.of("name", "country", "portal")::indexOf)).forEach(field -> sentences.put(field,
                field.equals("country") ? "Choose the country." : "For the " + field + ", give " + wrong.get(field) + "."));
        return sentences;
    }

    private List<Alike> alike(NewBank bank) {
        return find.alike(bank.name(), bank.country(), MOST).stream().map(NameBankPage::alike).toList();
    }

    private static Alike alike(BankEntry entry) {
        return new Alike(entry.bank(), entry.name(), BanksView.countries(entry));
    }

    private static String show(Typed typed, Map<String, String> wrong, List<Alike> alike, Model model) {
        model.addAttribute("form", new FormView(typed, countries(typed.country()), wrong, alike));
        return "bank-new";
    }

    private static List<BanksView.Choice> countries(String chosen) {
        return Arrays.stream(Locale.getISOCountries()).map(code -> new BanksView.Choice(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH), code.equalsIgnoreCase(chosen)))
                .sorted(Comparator.comparing(BanksView.Choice::label)).toList();
    }
}
