package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.onboarding.SayHealth;
import io.portolan.onboarding.VerifyRegistration;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
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
    private final VerifyRegistration verify;
    private final SayHealth sayHealth;
    private final Actors actors;

    RegistrationsController(Registrations registrations, Tpps tpps, Playbooks playbooks, VerifyRegistration verify, SayHealth sayHealth, Actors actors) {
        this.actors = actors;
        this.verify = verify;
        this.sayHealth = sayHealth;
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

    /** What somebody says of whether it works, and why. */
    record HealthBody(String health, String reason) { }

    /** What came of a verification: {@code proven}, {@code failed} or {@code no-answer}. */
    record VerifiedView(String result, String sentence, RegistrationView registration) { }

    @PostMapping("/{id}/verification")
    @Operation(summary = "Prove anew that access works",
            description = "Answers when the bank has. Where the proof fails the registration is degraded, where it passes it is so no longer.")
    VerifiedView verify(@PathVariable String id) {
        var verified = verify.with(id, actors.current().name());
        return new VerifiedView(Words.of(verified.result()), verified.sentence(),
                RegistrationView.of(verified.registration(), registrations.proofs(id)));
    }

    @PostMapping("/{id}/health")
    @Operation(summary = "Say that a registration is degraded, or that it is no longer known to be",
            description = "That it is ok only a verification can show.")
    RegistrationView sayHealth(@PathVariable String id, @RequestBody HealthBody body) {
        var health = Words.required(Registration.Health.class, "health", body.health());
        if (body.reason() == null || body.reason().isBlank()) {
            throw Refused.invalid("missing-values", "The reason is missing.", Map.of("reason", "is missing"));
        }
        return RegistrationView.item(sayHealth.with(id, health, body.reason().strip(), actors.current().name()));
    }

    static Refused unknown(String id) {
        return Refused.notFound("unknown-registration", "There is no registration " + id + ".");
    }
}
