package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.leg.BankAnswer;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.ConsentToAutomation;
import io.portolan.onboarding.HoldOnboarding;
import io.portolan.onboarding.NudgeWait;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person may do with an onboarding from its page: tell what the bank said, put it on hold, let machines work its portal, or withdraw it. */
@Controller
class OnboardingActs {

    private final AnswerForBank answer;
    private final WithdrawOnboarding withdraw;
    private final HoldOnboarding hold;
    private final ConsentToAutomation consents;
    private final Onboardings onboardings;
    private final NudgeWait nudge;
    private final Actors actors;

    OnboardingActs(AnswerForBank answer, WithdrawOnboarding withdraw, HoldOnboarding hold, ConsentToAutomation consents,
            Onboardings onboardings, NudgeWait nudge, Actors actors) {
        this.nudge = nudge;
        this.answer = answer;
        this.hold = hold;
        this.consents = consents;
        this.onboardings = onboardings;
        this.withdraw = withdraw;
        this.actors = actors;
    }

    @PostMapping("/onboardings/{id}/bank-answer")
    String bankAnswer(@PathVariable String id, @RequestParam BankAnswer.Kind answer, @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") Set<Service> services, @RequestParam(defaultValue = "") String leg,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate expectedBy,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate effectiveFrom,
            RedirectAttributes flash) {
        this.answer.with(id, new AnswerForBank.Said(answer, services, blankAsNull(note), blankAsNull(reference), beginning(expectedBy),
                beginning(effectiveFrom), blankAsNull(leg)), actors.current().name());
        flash.addFlashAttribute("said", List.of("Kept: the bank has " + said(answer) + ". Portolan looks again now."));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/withdrawal")
    String withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        if (reason.isBlank()) {
            flash.addFlashAttribute("wrong", "Say why it is withdrawn; the reason is kept in the journal.");
            return "redirect:/onboardings/" + id + "#withdraw";
        }
        var existing = withdraw.with(id, reason.strip(), actors.current().name()).existsAtBank();
        flash.addFlashAttribute("said", existing.isEmpty() ? List.of("Withdrawn. Nothing exists at the bank.")
                : Stream.concat(Stream.of("Withdrawn. At the bank there still is:"),
                        existing.stream()).toList());
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/look")
    String look(@PathVariable String id, @RequestParam(required = false) String leg, RedirectAttributes flash) {
        nudge.lookNow(id, leg, actors.current().name());
        flash.addFlashAttribute("said", List.of("Portolan looks at once."));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/reminder")
    String remind(@PathVariable String id, @RequestParam(required = false) String leg, @RequestParam(defaultValue = "") String note, RedirectAttributes flash) {
        nudge.reminded(id, leg, blankAsNull(note), actors.current().name());
        flash.addFlashAttribute("said", List.of("Kept: the bank was reminded. The next reminder is due as long from now."));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/hold")
    String hold(@PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        hold.hold(id, blankAsNull(reason), actors.current().name());
        flash.addFlashAttribute("said", List.of("On hold: nothing more is done until you let it go on."));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/resumption")
    String resume(@PathVariable String id, RedirectAttributes flash) {
        hold.resume(id, actors.current().name());
        flash.addFlashAttribute("said", List.of("It goes on where it stood."));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/automation-consent")
    String consent(@PathVariable String id, @RequestParam boolean given, @RequestParam(defaultValue = "") String note, RedirectAttributes flash) {
        var onboarding = onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."));
        var portal = consents.about(onboarding).orElseThrow(() -> Refused.conflict("consent-not-asked",
                "For the portal of this onboarding there is nothing to consent to.", Map.of("onboarding", id))).portal();
        consents.decide(onboarding.tpp(), portal, given, blankAsNull(note), actors.current().name());
        flash.addFlashAttribute("said", List.of(given ? "Portolan works the portal " + portal + " from now on." : "People do the legs at the portal " + portal + "."));
        return "redirect:/onboardings/" + id;
    }

    private static Instant beginning(LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String said(BankAnswer.Kind answer) {
        return answer == BankAnswer.Kind.QUESTION ? "asked a question" : answer.name().toLowerCase(Locale.ROOT);
    }

    private static String blankAsNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
