package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/registrations")
@Tag(name = "Registrations", description = "How we stand with each bank")
class RegistrationsController {

    private final Registrations registrations;
    private final Tpps tpps;
    private final Playbooks playbooks;
    private final Actors actors;

    RegistrationsController(Registrations registrations, Tpps tpps, Playbooks playbooks, Actors actors) {
        this.actors = actors;
        this.registrations = registrations;
        this.tpps = tpps;
        this.playbooks = playbooks;
    }

    @GetMapping
    @Operation(summary = "List registrations, newest first")
    Slice<RegistrationView> page(@RequestParam(required = false) String tpp, @RequestParam(required = false) String bank,
            @RequestParam(required = false) String standing, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        var filter = new Registrations.Filter(tpp, bank, Words.read(Registration.Standing.class, "standing", standing));
        var page = registrations.page(filter, cursor, Slice.limit(limit));
        return new Slice<>(page.items().stream().map(RegistrationView::item).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One registration with what was proven")
    RegistrationView one(@PathVariable String id) {
        return registrations.find(id).map(found -> RegistrationView.of(found, registrations.proofs(id)))
                .orElseThrow(() -> unknown(id));
    }

    @PostMapping
    @Operation(summary = "Adopt a registration that exists at the bank",
            description = "It is in progress until a call has proven it.")
    ResponseEntity<RegistrationView> adopt(@RequestBody AdoptionBody body) {
        var adopted = registrations.adopt(body.opening(tpps, playbooks), actors.current().name());
        return ResponseEntity.created(URI.create("/api/v1/registrations/" + adopted.id()))
                .body(RegistrationView.item(adopted));
    }

    static Refused unknown(String id) {
        return Refused.notFound("unknown-registration", "There is no registration " + id + ".");
    }
}
