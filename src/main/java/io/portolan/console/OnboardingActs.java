package io.portolan.console;

import static io.portolan.console.Messages.say;

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
import io.portolan.worklist.WorklistSettings;
import java.time.LocalDate;
import java.util.List;
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
    private final WorklistSettings settings;
    private final Actors actors;

    OnboardingActs(AnswerForBank answer, WithdrawOnboarding withdraw, HoldOnboarding hold, ConsentToAutomation consents,
            Onboardings onboardings, NudgeWait nudge, WorklistSettings settings, Actors actors) {
        this.settings = settings;
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
        this.answer.with(id, new AnswerForBank.Said(answer, services, blankAsNull(note), blankAsNull(reference), settings.beginning(expectedBy),
                settings.beginning(effectiveFrom), blankAsNull(leg)), actors.current().name());
        flash.addFlashAttribute("said", List.of(said(answer)));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/withdrawal")
    String withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        if (reason.isBlank()) {
            flash.addFlashAttribute("wrong", say("onboarding.say-why-it-is-withdrawn"));
            return "redirect:/onboardings/" + id + "#withdraw";
        }
        var existing = withdraw.with(id, reason.strip(), actors.current().name()).existsAtBank();
        flash.addFlashAttribute("said", existing.isEmpty() ? List.of(say("onboarding.withdrawn-nothing-exists"))
                : Stream.concat(Stream.of(say("onboarding.withdrawn-there-still-is")),
                        existing.stream()).toList());
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/look")
    String look(@PathVariable String id, @RequestParam(required = false) String leg, RedirectAttributes flash) {
        nudge.lookNow(id, leg, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("onboarding.portolan-looks-at-once")));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/reminder")
    String remind(@PathVariable String id, @RequestParam(required = false) String leg, @RequestParam(defaultValue = "") String note, RedirectAttributes flash) {
        nudge.reminded(id, leg, blankAsNull(note), actors.current().name());
        flash.addFlashAttribute("said", List.of(say("onboarding.the-bank-was-reminded")));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/hold")
    String hold(@PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        hold.hold(id, blankAsNull(reason), actors.current().name());
        flash.addFlashAttribute("said", List.of(say("onboarding.is-on-hold")));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/resumption")
    String resume(@PathVariable String id, RedirectAttributes flash) {
        hold.resume(id, actors.current().name());
        flash.addFlashAttribute("said", List.of(say("onboarding.it-goes-on")));
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/automation-consent")
    String consent(@PathVariable String id, @RequestParam boolean given, @RequestParam(defaultValue = "") String note, RedirectAttributes flash) {
        var onboarding = onboardings.find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", say("onboarding.there-is-no-onboarding", id)));
        var portal = consents.about(onboarding).orElseThrow(() -> Refused.conflict("consent-not-asked",
                say("onboarding.nothing-to-consent-to"), Map.of("onboarding", id))).portal();
        consents.decide(onboarding.tpp(), portal, given, blankAsNull(note), actors.current().name());
        flash.addFlashAttribute("said", List.of(given ? say("onboarding.portolan-works-the-portal", portal) : say("onboarding.people-do-the-legs", portal)));
        return "redirect:/onboardings/" + id;
    }

    private static String said(BankAnswer.Kind answer) {
        return switch (answer) {
            case ACKNOWLEDGED -> say("onboarding.the-bank-has-acknowledged");
            case APPROVED -> say("onboarding.the-bank-has-approved");
            case REJECTED -> say("onboarding.the-bank-has-rejected");
            case QUESTION -> say("onboarding.the-bank-has-asked");
        };
    }

    private static String blankAsNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
