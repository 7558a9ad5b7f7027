package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.refusal.Refused;
import io.portolan.registration.MakeToken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens", description = "The tokens by which machines call this API; for admins")
class TokensController {

    private final Tokens tokens;
    private final MakeToken make;
    private final ETags tags;
    private final Actors actors;

    TokensController(Tokens tokens, MakeToken make, ETags tags, Actors actors) {
        this.make = make;
        this.tags = tags;
        this.tokens = tokens;
        this.actors = actors;
    }

    /**
     * The wish for a token; without {@code expires} it does not end. {@code scope} are the TPPs, and single registrations, that it is limited to: without it
     * there are all for it, but for a gateway none. The reason is for a second person, where one is asked.
     */
    record TokenBody(String name, List<String> roles, List<String> scope, String expires, String reason) { }

    /** A token without its value. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TokenView(String name, List<String> roles, List<String> scope, Instant createdAt, String createdBy, Instant expires, Instant usedAt,
            Instant revokedAt) {

        static TokenView of(Tokens.Token token) {
            return new TokenView(token.name(), Words.of(token.roles()), token.scope().stream().sorted().toList(), token.createdAt(), token.createdBy(), token.expiresAt(),
                    token.usedAt(), token.revokedAt());
        }
    }

    /** A token that was just made, with its value. */
    record MadeView(String name, String value) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "MadeView[name=" + name + "]";
        }
    }

    @GetMapping
    @Operation(summary = "List the tokens, by name, without their values")
    Slice<TokenView> page(@RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(tokens.all(), Tokens.Token::name, cursor, limit, TokenView::of);
    }

    @GetMapping("/{name}")
    @Operation(summary = "One token, without its value")
    ResponseEntity<TokenView> one(@PathVariable String name) {
        return tags.read(Versioned.TOKEN, name, () -> view(name));
    }

    private TokenView view(String name) {
        return tokens.all().stream().filter(token -> token.name().equals(name)).findFirst().map(TokenView::of)
                .orElseThrow(() -> Refused.notFound("unknown-token", "There is no token " + name + "."));
    }

    @PostMapping
    @Operation(summary = "Make a token", description = "The value is in this answer and never again; an Idempotency-Key is not regarded."
            + " Where a second person has to agree to a gateway that reads live credentials (202), the same call makes it, after they have.")
    ResponseEntity<MadeView> make(@RequestBody TokenBody body) {
        Set<Role> roles = body.roles() == null ? Set.of()
                : body.roles().stream().map(word -> Words.required(Role.class, "roles", word)).collect(Collectors.toSet());
        Set<String> scope = body.scope() == null ? Set.of() : new HashSet<>(body.scope());
        try (var made = make.with(new MakeToken.Wish(body.name(), roles, scope, Moments.read("expires", body.expires()), body.reason()), actors.current().name())) {
            return ResponseEntity.created(Address.of("/api/v1/tokens/" + body.name())).cacheControl(CacheControl.noStore())
                    .body(new MadeView(body.name(), made.reveal(CharSequence::toString)));
        }
    }

    @DeleteMapping("/{name}")
    @Operation(summary = "Revoke a token", description = "It ends at once; its name stays taken.")
    ResponseEntity<Void> revoke(@PathVariable String name, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        tags.write(Versioned.TOKEN, name, ifMatch, () -> view(name), () -> {
            tokens.revoke(name, actors.current().name());
            return null;
        });
        return ResponseEntity.noContent().build();
    }
}
