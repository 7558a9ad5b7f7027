package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.playbook.CredentialKind;
import io.portolan.refusal.Refused;
import io.portolan.registration.Credential;
import io.portolan.registration.Credentials;
import io.portolan.registration.ExpireCredential;
import io.portolan.registration.Registration;
import io.portolan.registration.Registrations;
import io.portolan.registration.ReplaceCredential;
import io.portolan.registration.RevealCredential;
import io.portolan.registration.RevokeCredential;
import io.portolan.vault.Secret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/registrations/{id}/credentials")
@Tag(name = "Credentials", description = "What banks have handed out: names, kinds, state and validity, never values")
class CredentialsController {

    private static final String NEVER = "never";

    private final Registrations registrations;
    private final Credentials credentials;
    private final RevealCredential reveal;
    private final RevokeCredential revoke;
    private final ExpireCredential expire;
    private final ReplaceCredential replace;
    private final Actors actors;

    CredentialsController(Registrations registrations, Credentials credentials, RevealCredential reveal, RevokeCredential revoke, ExpireCredential expire,
            ReplaceCredential replace, Actors actors) {
        this.expire = expire;
        this.actors = actors;
        this.revoke = revoke;
        this.replace = replace;
        this.registrations = registrations;
        this.credentials = credentials;
        this.reveal = reveal;
    }

    /** A credential that is handed in; it is secret unless {@code secret} says otherwise. The reason is for a second person, where one is asked. */
    record CredentialBody(String name, String kind, String value, Boolean secret, String expires, String reason) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "CredentialBody[name=" + name + ", kind=" + kind + "]";
        }
    }

    /** What changes of a credential: its state to {@code revoked} or {@code lost}, or its expiry, with {@code never} for without end; and why. */
    record CredentialChange(@Schema(allowableValues = {"revoked", "lost"}) String state, String expires, String reason) { }

    /** What somebody can say of a credential; the other states follow from what is done with it. */
    private enum Wish { REVOKED, LOST }

    /** Why somebody wants to see a value. */
    record RevealBody(String reason) { }

    /** A value for those who may see it. */
    record RevealedView(String name, String value) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "RevealedView[name=" + name + "]";
        }
    }

    @GetMapping
    @Operation(summary = "The credentials of a registration, current ones first")
    Slice<CredentialView> page(@PathVariable String id, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        known(id);
        return Slice.of(credentials.of(id), found -> found.name() + "@" + found.issuedAt().toEpochMilli(), cursor, limit,
                CredentialView::of);
    }

    @GetMapping("/{name}")
    @Operation(summary = "One credential")
    CredentialView one(@PathVariable String id, @PathVariable String name) {
        return CredentialView.of(found(id, name));
    }

    @PostMapping
    @Operation(summary = "Hand a credential in", description = "It takes the place of the current one of its name."
            + " Where a second person has to agree to that first (202), nothing of this call is kept; send it again once they have.")
    ResponseEntity<CredentialView> handIn(@PathVariable String id, @RequestBody CredentialBody body) {
        known(id);
        var wrong = new LinkedHashMap<String, String>();
        if (body.name() == null || !body.name().matches("[a-z][a-z0-9-]{0,62}")) {
            wrong.put("name", "lower-case letters, digits and hyphens, such as client-secret");
        }
        if (body.value() == null || body.value().isBlank()) {
            wrong.put("value", "is missing");
        }
        if (!wrong.isEmpty()) {
            throw Refused.invalid("invalid-values", "Not right: " + String.join(", ", wrong.keySet()) + ".", wrong);
        }
        var kept = keep(id, body, actors.current().name());
        return ResponseEntity.created(Address.of("/api/v1/registrations/" + id + "/credentials/" + kept.name()))
                .body(CredentialView.of(kept));
    }

    private Credential keep(String id, CredentialBody body, String actor) {
        var kind = Words.required(CredentialKind.class, "kind", body.kind());
        var handedIn = new ReplaceCredential.HandedIn(id, body.name(), kind, Moments.read("expires", body.expires()), body.reason(), actor);
        if (Boolean.FALSE.equals(body.secret())) {
            return replace.with(handedIn, body.value());
        }
        try (var secret = Secret.of(body.value())) {
            return replace.with(handedIn, secret);
        }
    }

    @PatchMapping("/{name}")
    @Operation(summary = "Say that the current credential of this name is revoked or lost, or change its expiry",
            description = "One of them at a time. The reason, such as how it was lost, is kept in the journal. Where a second person has to agree (202) to its end, or to an earlier one, nothing of this call is done before.")
    CredentialView change(@PathVariable String id, @PathVariable String name, @RequestBody CredentialChange body) {
        var credential = found(id, name);
        var actor = actors.current().name();
        var wish = Words.read(Wish.class, "state", body.state());
        var reason = body.reason() == null || body.reason().isBlank() ? null : body.reason().strip();
        if (reason != null && wish == null && (body.expires() == null || NEVER.equals(body.expires()))) {
            throw Refused.invalid("invalid-values", "A reason says why a credential has another state, or ends earlier, and neither was given.",
                    Map.of("reason", "only with a state, or with a day for expires"));
        }
        if (wish != null && body.expires() != null) {
            throw Refused.invalid("invalid-values", "A credential that is revoked or lost has no other end. Send either state or expires.", Map.of("expires", "not beside state"));
        }
        if (body.expires() != null) {
            var expires = NEVER.equals(body.expires()) ? null : Moments.read("expires", body.expires());
            credential = expire.with(id, name, expires, reason, actor);
        }
        if (wish == Wish.REVOKED) {
            revoke.with(id, name, false, reason, actor);
            credential = found(id, name);
        } else if (wish == Wish.LOST) {
            credential = credentials.mark(id, name, Credential.State.LOST, reason, actor);
        }
        return CredentialView.of(credential);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a credential and forget its value for good", description = "Where a second person has to agree (202), the reason is what they are told.")
    void forget(@PathVariable String id, @PathVariable String name, @RequestParam(required = false) String reason) {
        found(id, name);
        revoke.with(id, name, true, reason, actors.current().name());
    }

    @PostMapping("/{name}/reveal")
    @Operation(summary = "See a value", description = "For those who may; the reason is journalled before the value is given."
            + " Where a second person has to agree first (202), the same call gives the value once, after they have.")
    ResponseEntity<RevealedView> reveal(@PathVariable String id, @PathVariable String name, @RequestBody RevealBody body) {
        found(id, name);
        var actor = actors.current();
        if (!actor.maySeeCredentials(id, known(id).tpp())) {
            throw Refused.forbidden("may-not-reveal", "Whoever calls may not see the values of credentials.");
        }
        // a gateway works with what it reads: nobody sees it, so that nobody else is asked
        try (var secret = actor.may(Role.APPROVER) ? reveal.of(id, name, body.reason(), actor.name()) : reveal.toWorkWith(id, name, body.reason(), actor.name())) {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                    .body(new RevealedView(name, secret.reveal(CharSequence::toString)));
        }
    }

    private Credential found(String id, String name) {
        known(id);
        return credentials.find(id, name).orElseThrow(() ->
                Refused.notFound("unknown-credential", "This registration has no credential " + name + "."));
    }

    private Registration known(String id) {
        return registrations.find(id).orElseThrow(() -> RegistrationsController.unknown(id));
    }
}
