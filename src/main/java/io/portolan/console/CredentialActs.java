package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.playbook.CredentialKind;
import io.portolan.refusal.Refused;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registrations;
import io.portolan.registration.ReplaceCredential;
import io.portolan.vault.Secret;
import io.portolan.worklist.WorklistSettings;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps what a person knows of a credential. */
@Controller
class CredentialActs {

    private final Registrations registrations;
    private final Credentials credentials;
    private final ReplaceCredential replace;
    private final WorklistSettings settings;
    private final Actors actors;

    CredentialActs(Registrations registrations, Credentials credentials, ReplaceCredential replace, WorklistSettings settings, Actors actors) {
        this.settings = settings;
        this.replace = replace;
        this.registrations = registrations;
        this.credentials = credentials;
        this.actors = actors;
    }

    @PostMapping("/registrations/{id}/credentials/{name}/loss")
    String lose(@PathVariable String id, @PathVariable String name, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        if (reason.isBlank()) {
            flash.addFlashAttribute("lost", name);
            flash.addFlashAttribute("unsaidLoss", say("registration.say-why"));
            return "redirect:/registrations/" + id + "#lost-" + name;
        }
        credentials.mark(id, name, Credential.State.LOST, reason.strip(), actors.current().name());
        flash.addFlashAttribute("said", List.of(say("registration.kept-is-lost", name)));
        return "redirect:/registrations/" + id;
    }

    /** What can be handed in, in the words of forms. */
    static List<String> kinds() {
        return Arrays.stream(CredentialKind.values()).filter(CredentialKind::isOfTheRegistration).map(Wording::word).toList();
    }

    /** Takes what the bank has handed out some other way; what was typed as its value comes back on no page. */
    @PostMapping("/registrations/{id}/credentials")
    String handIn(@PathVariable String id, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String value, @RequestParam(defaultValue = "") String reason, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate expires,
            RedirectAttributes flash) {
        if (registrations.find(id).isEmpty()) {
            throw Refused.notFound("unknown-registration", say("registration.there-is-no-registration", id));
        }
        var what = Arrays.stream(CredentialKind.values()).filter(each -> each.isOfTheRegistration() && Wording.word(each).equals(kind)).findFirst();
        var called = name.isBlank() ? kind : name.strip();
        var wrong = wrong(what, called, value);
        if (wrong == null && reason.isBlank() && replace.asksSecondPerson(id, called)) {
            wrong = say("registration.say-why-somebody-else-has");
        }
        if (wrong != null) {
            flash.addFlashAttribute("notHandedIn", wrong);
            flash.addFlashAttribute("typedKind", kind);
            flash.addFlashAttribute("typedName", name);
            flash.addFlashAttribute("typedExpires", expires);
            flash.addFlashAttribute("typedReason", reason);
            return "redirect:/registrations/" + id + "#hand-in";
        }
        var handedIn = new ReplaceCredential.HandedIn(id, called, what.orElseThrow(), settings.endOfLast(expires), reason.isBlank() ? null : reason.strip(), actors.current().name());
        if (what.get().isUsuallySecret() || what.get() == CredentialKind.OTHER || what.get() == CredentialKind.PRIVATE_KEY) {
            try (var secret = Secret.of(value.strip())) {
                replace.with(handedIn, secret);
            }
        } else {
            replace.with(handedIn, value.strip());
        }
        flash.addFlashAttribute("said", List.of(say("registration.kept", called)));
        return "redirect:/registrations/" + id;
    }

    private static String wrong(Optional<CredentialKind> kind, String name, String value) {
        if (kind.isEmpty()) {
            return say("registration.choose-what-it-is");
        }
        if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
            return say("registration.what-the-name-has");
        }
        return value.isBlank() ? say("registration.enter-its-value") : null;
    }
}
