package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps what a person knows of a credential. */
@Controller
class CredentialActs {

    private final Credentials credentials;
    private final Actors actors;

    CredentialActs(Credentials credentials, Actors actors) {
        this.credentials = credentials;
        this.actors = actors;
    }

    @PostMapping("/registrations/{id}/credentials/{name}/loss")
    String lose(@PathVariable String id, @PathVariable String name, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        if (reason.isBlank()) {
            flash.addFlashAttribute("lost", name);
            flash.addFlashAttribute("unsaidLoss", "Say why; the reason is kept in the journal.");
            return "redirect:/registrations/" + id + "#lost-" + name;
        }
        credentials.mark(id, name, Credential.State.LOST, reason.strip(), actors.current().name());
        flash.addFlashAttribute("said", List.of("Kept: " + name + " is lost."));
        return "redirect:/registrations/" + id;
    }
}
