package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.leg.ReceivedMails;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mails that came: those without a home are given to an onboarding, or filed. */
@Controller
class MailsPage {

    private static final int ROWS = 50;
    /** More are not offered to choose from; the id of any may be typed. */
    private static final int OFFERED = 200;

    private final ReceivedMails mails;
    private final Onboardings onboardings;
    private final Catalogue catalogue;
    private final Actors actors;
    private final Clock clock;

    MailsPage(ReceivedMails mails, Onboardings onboardings, Catalogue catalogue, Actors actors, Clock clock) {
        this.mails = mails;
        this.onboardings = onboardings;
        this.catalogue = catalogue;
        this.actors = actors;
        this.clock = clock;
    }

    /** An onboarding to choose. */
    record Choice(String id, String label) { }

    @GetMapping("/mails")
    String list(@RequestParam(defaultValue = "homeless") String show, @RequestParam(required = false) String tpp, @RequestParam(required = false) String cursor, Model model) {
        var state = switch (show) {
            case "asked" -> State.ASKED;
            case "all" -> null;
            default -> State.HOMELESS;
        };
        var of = Given.text(tpp);
        var page = mails.page(state, of, cursor, ROWS);
        model.addAttribute("tpp", of);
        var banks = banks(page.items());
        model.addAttribute("rows", page.items().stream().map(mail -> item(mail, banks)).toList());
        model.addAttribute("show", show);
        model.addAttribute("next", page.next());
        return "mails";
    }

    @GetMapping("/mails/{id}")
    String one(@PathVariable String id, Model model) {
        return show(id, null, model);
    }

    @PostMapping("/mails/{id}/assignment")
    String assign(@PathVariable String id, @RequestParam String onboarding, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            mails.give(id, onboarding.strip(), actors.current().name());
            flash.addFlashAttribute("said", List.of(say("mail.the-mail-was-given-to")));
            return "redirect:/onboardings/" + onboarding.strip();
        } catch (Refused refusal) {
            return refused(id, refusal, model, response);
        }
    }

    @PostMapping("/mails/{id}/filing")
    String file(@PathVariable String id, @RequestParam(defaultValue = "") String note, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            mails.file(id, note.isBlank() ? null : note.strip(), actors.current().name());
            flash.addFlashAttribute("said", List.of(say("mail.the-mail-was-filed-as")));
            return "redirect:/mails";
        } catch (Refused refusal) {
            model.addAttribute("typedNote", note);
            return refused(id, refusal, model, response);
        }
    }

    private String refused(String id, Refused refusal, Model model, HttpServletResponse response) {
        if (refusal.kind() == Refused.Kind.NOT_FOUND) {
            throw refusal;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(id, refusal.getMessage(), model);
    }

    private String show(String id, String refusal, Model model) {
        var mail = mails.find(id).orElseThrow(() -> Refused.notFound("unknown-mail", say("mail.there-is-no-mail", id)));
        model.addAttribute("mail", item(mail, banks(List.of(mail))));
        var offered = onboardings.page(new Onboardings.Filter(null, null, null, null), null, OFFERED);
        model.addAttribute("choices", offered.items().stream()
                .filter(each -> !each.status().isFinal() || each.id().equals(mail.onboarding())).map(this::choice).toList());
        model.addAttribute("isEveryOneOffered", offered.next() == null);
        model.addAttribute("refusal", refusal);
        return "mail";
    }

    /** The banks of their onboardings, by the ids of these. */
    private Map<String, String> banks(List<ReceivedMails.Received> several) {
        return onboardings.of(several.stream().map(ReceivedMails.Received::onboarding).filter(Objects::nonNull).distinct().toList()).stream()
                .collect(Collectors.toMap(Onboarding::id, Onboarding::bank));
    }

    private MailItem item(ReceivedMails.Received mail, Map<String, String> banks) {
        var bank = mail.onboarding() == null ? null : banks.get(mail.onboarding());
        return MailItem.of(mail, bank == null ? null : catalogue.bankName(bank), clock.instant());
    }

    private Choice choice(Onboarding onboarding) {
        return new Choice(onboarding.id(), catalogue.bankName(onboarding.bank()) + " · " + onboarding.environment() + " · " + onboarding.tpp() + " · "
                + Wording.of(onboarding.status()).toLowerCase(Locale.ROOT) + " · " + onboarding.id().substring(0, 8));
    }
}
