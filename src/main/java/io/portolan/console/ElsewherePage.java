package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.onboarding.FromAnother;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes an onboarding that is done to another environment of the bank, such as from the sandbox to production, and shows what differs there. */
@Controller
class ElsewherePage {

    private final FromAnother fromAnother;
    private final StartOnboarding start;
    private final Actors actors;

    ElsewherePage(FromAnother fromAnother, StartOnboarding start, Actors actors) {
        this.fromAnother = fromAnother;
        this.start = start;
        this.actors = actors;
    }

    @GetMapping("/onboardings/{id}/elsewhere")
    String show(@PathVariable String id, @RequestParam(required = false) String environment, Model model) {
        model.addAttribute("differences", fromAnother.differences(id, environment));
        return "onboarding-elsewhere";
    }

    @PostMapping("/onboardings/{id}/elsewhere")
    String begin(@PathVariable String id, @RequestParam String environment, Model model, HttpServletResponse response) {
        try {
            return "redirect:/onboardings/" + start.with(new StartRequest(null, null, null, environment, null, null, null, null, id, null),
                    actors.current().name()).id();
        } catch (Refused refusal) {
            if (refusal.kind() == Refused.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", ErrorView.of(refusal, HttpStatus.UNPROCESSABLE_ENTITY.value()));
            return show(id, environment, model);
        }
    }
}
