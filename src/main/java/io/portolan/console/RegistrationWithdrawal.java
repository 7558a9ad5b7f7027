package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.onboarding.WithdrawRegistration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives a registration up from its page. */
@Controller
class RegistrationWithdrawal {

    private final WithdrawRegistration withdraw;
    private final Actors actors;

    RegistrationWithdrawal(WithdrawRegistration withdraw, Actors actors) {
        this.withdraw = withdraw;
        this.actors = actors;
    }

    @PostMapping("/registrations/{id}/withdrawal")
    String withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "false") boolean byHand, RedirectAttributes flash) {
        if (reason.isBlank()) {
            flash.addFlashAttribute("notWithdrawn", say("registration.say-why-it-is-withdrawn"));
            flash.addFlashAttribute("byHand", byHand);
            return "redirect:/registrations/" + id + "#withdraw";
        }
        var withdrawn = withdraw.with(id, byHand, reason.strip(), actors.current().name());
        if (withdrawn.onboarding() != null) {
            flash.addFlashAttribute("said", List.of(say("registration.the-bank-is-asked-to-remove-it")));
            return "redirect:/onboardings/" + withdrawn.onboarding().id();
        }
        flash.addFlashAttribute("said", Stream.concat(Stream.of(say("registration.withdrawn-a-task-asks-for")), withdrawn.existsAtBank().stream()).toList());
        return "redirect:/registrations/" + id;
    }
}
