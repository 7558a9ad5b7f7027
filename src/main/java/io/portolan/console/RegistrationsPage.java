package io.portolan.console;

import io.portolan.refusal.Refused;
import io.portolan.registration.Credentials;
import io.portolan.registration.Registrations;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How we stand with each bank. */
@Controller
class RegistrationsPage {

    private static final int ROWS = 50;

    private final Registrations registrations;
    private final Credentials credentials;
    private final Catalogue catalogue;
    private final Clock clock;

    RegistrationsPage(Registrations registrations, Credentials credentials, Catalogue catalogue, Clock clock) {
        this.registrations = registrations;
        this.credentials = credentials;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/registrations")
    String list(@RequestParam(required = false) String cursor, Model model) {
        var page = registrations.page(new Registrations.Filter(null, null, null), cursor, ROWS);
        var now = clock.instant();
        model.addAttribute("rows", page.items().stream()
                .map(r -> RegistrationView.of(r, catalogue.bankName(r.bank()), List.of(), List.of(), now)).toList());
        model.addAttribute("next", page.next());
        return "registrations";
    }

    @GetMapping("/registrations/{id}")
    String one(@PathVariable String id, Model model) {
        var found = registrations.find(id)
                .orElseThrow(() -> Refused.notFound("unknown-registration", "There is no registration " + id + "."));
        model.addAttribute("registration", RegistrationView.of(found, catalogue.bankName(found.bank()), credentials.of(id),
                registrations.proofs(id), clock.instant()));
        return "registration";
    }
}
