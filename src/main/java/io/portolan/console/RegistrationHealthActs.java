package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.onboarding.SayHealth;
import io.portolan.onboarding.VerifyRegistration;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has a registration proven anew, or keeps what a person knows of whether it works. */
@Controller
class RegistrationHealthActs {

    private final VerifyRegistration verify;
    private final SayHealth sayHealth;
    private final Actors actors;

    RegistrationHealthActs(VerifyRegistration verify, SayHealth sayHealth, Actors actors) {
        this.verify = verify;
        this.sayHealth = sayHealth;
        this.actors = actors;
    }

    @PostMapping("/registrations/{id}/verification")
    String verify(@PathVariable String id) {
        try {
            verify.begin(id, actors.current().name());
        } catch (Refused refused) {
            // whoever was not the first sees the check that another has begun
            if (!refused.code().equals("verification-running")) {
                throw refused;
            }
        }
        return "redirect:/registrations/" + id + "#verification";
    }

    @PostMapping("/registrations/{id}/health")
    String sayHealth(@PathVariable String id, @RequestParam Registration.Health health, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        if (reason.isBlank()) {
            flash.addFlashAttribute("unsaid", say("registration.say-why"));
            return "redirect:/registrations/" + id + "#health";
        }
        sayHealth.with(id, health, reason.strip(), actors.current().name());
        flash.addFlashAttribute("said", List.of(say("registration.kept-it")));
        return "redirect:/registrations/" + id;
    }
}
