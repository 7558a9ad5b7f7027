package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.adoption.AdoptRegistrations;
import io.portolan.adoption.NotTaken;
import io.portolan.onboarding.SayHealth;
import io.portolan.onboarding.VerifyRegistration;
import io.portolan.refusal.Refused;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Grants;
import io.portolan.registration.HeldRegistrations;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/registrations")
@Tag(name = "Registrations", description = "How we stand with each bank")
class RegistrationsController {

    private final Registrations registrations;
    private final HeldRegistrations held;
    private final Grants grants;
    private final Adoptions adoptions;
    private final AdoptRegistrations adopt;
    private final VerifyRegistration verify;
    private final SayHealth sayHealth;
    private final ETags tags;
    private final Actors actors;

    RegistrationsController(Registrations registrations, HeldRegistrations held, Grants grants, Adoptions adoptions, AdoptRegistrations adopt, VerifyRegistration verify,
            SayHealth sayHealth, ETags tags, Actors actors) {
        this.tags = tags;
        this.actors = actors;
        this.verify = verify;
        this.sayHealth = sayHealth;
        this.registrations = registrations;
        this.held = held;
        this.grants = grants;
        this.adoptions = adoptions;
        this.adopt = adopt;
    }

    @GetMapping
    @Operation(summary = "List registrations, newest first", description = "kind is live or test; health is that of those at which the bank lets us in; endsBefore are those"
            + " of them with a credential that was not replaced and has ended, or ends before that moment.")
    Slice<RegistrationView> page(@ParameterObject @ModelAttribute RegistrationQuery query, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        var filter = query.filter(held);
        var page = registrations.page(filter, cursor, Slice.limit(limit));
        var days = grants.ofEach(page.items().stream().map(Registration::id).toList());
        return new Slice<>(page.items().stream().map(each -> RegistrationView.of(each, null, days.getOrDefault(each.id(), List.of()))).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One registration with what was proven")
    ResponseEntity<RegistrationView> one(@PathVariable String id) {
        return tags.read(Versioned.REGISTRATION, id, () -> view(id));
    }

    private RegistrationView view(String id) {
        return registrations.find(id).map(found -> RegistrationView.of(found, adoptions.of(id).orElse(null), registrations.proofs(id), grants.of(id)))
                .orElseThrow(() -> unknown(id));
    }

    @PostMapping
    @Operation(summary = "Adopt a registration that exists at the bank",
            description = "It is in progress until a call has proven it. With what was handed out, the account at the portal, since when and how it was made."
                    + " An onboarding that only proves it begins at once, unless prove is false or something is missing that the proof needs:"
                    + " then proof in adoption is later, and its note says what. All that is wrong is told at once, by field. Secrets go to the vault.")
    ResponseEntity<RegistrationView> adopt(@RequestBody AdoptionBody body) {
        var id = adopted(body);
        return ResponseEntity.created(Address.of("/api/v1/registrations/" + id))
                .body(RegistrationView.of(registrations.find(id).orElseThrow(), adoptions.of(id).orElse(null), null, List.of()));
    }

    private String adopted(AdoptionBody body) {
        try {
            return adopt.one(body.told(), actors.current().name()).registration();
        } catch (NotTaken notTaken) {
            throw new Refused(notTaken.kind(), notTaken.code(), notTaken.getMessage(), AdoptionBody.byField(notTaken.about()));
        }
    }

    /** What somebody says of whether it works, and why. */
    record HealthBody(String health, String reason) { }

    /** What came of a verification: {@code proven}, {@code failed}, {@code no-answer}, or {@code started} for one that was adopted. */
    record VerifiedView(String result, String sentence, RegistrationView registration) { }

    @PostMapping("/{id}/verification")
    @Operation(summary = "Prove anew that access works",
            description = "Answers when the bank has. Where the proof fails the registration is degraded, where it passes it is so no longer."
                    + " For one that was adopted and never proven, an onboarding is started that only proves it.")
    VerifiedView verify(@PathVariable String id) {
        var verified = verify.with(id, actors.current().name());
        return new VerifiedView(Words.of(verified.result()), verified.sentence(),
                RegistrationView.of(verified.registration(), registrations.proofs(id), grants.of(id)));
    }

    @PostMapping("/{id}/health")
    @Operation(summary = "Say that a registration is degraded, or that it is no longer known to be",
            description = "That it is ok only a verification can show. A gateway may say of the registrations in its scope that they are degraded.")
    ResponseEntity<RegistrationView> sayHealth(@PathVariable String id, @RequestBody HealthBody body, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        var health = Words.required(Registration.Health.class, "health", body.health());
        if (body.reason() == null || body.reason().isBlank()) {
            throw Refused.invalid("missing-values", "The reason is missing.", Map.of("reason", "is missing"));
        }
        var actor = mayReport(id, health);
        return tags.write(Versioned.REGISTRATION, id, ifMatch, () -> view(id), () -> RegistrationView.of(sayHealth.with(id, health, body.reason().strip(), actor), null, grants.of(id)));
    }

    private String mayReport(String id, Registration.Health health) {
        var actor = actors.current();
        var tpp = registrations.find(id).orElseThrow(() -> unknown(id)).tpp();
        if (!actor.may(Role.OPERATOR) && !(health == Registration.Health.DEGRADED && actor.mayReportDegraded(id, tpp))) {
            throw Refused.forbidden("may-not-report-health", "A gateway may report only that a registration in its scope is degraded.");
        }
        return actor.name();
    }

    static Refused unknown(String id) {
        return Refused.notFound("unknown-registration", "There is no registration " + id + ".");
    }
}
