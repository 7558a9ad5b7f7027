package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.account.AdoptPortalAccount;
import io.portolan.account.PortalAccounts;
import io.portolan.account.RenewPortalAccount;
import io.portolan.account.RevealPortalAccount;
import io.portolan.journal.Act;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/portal-accounts")
@Tag(name = "Portal accounts", description = "The accounts of our TPPs at developer portals; their secrets only for those who may see them")
class PortalAccountsController {

    private final PortalAccounts accounts;
    private final AdoptPortalAccount adopt;
    private final RenewPortalAccount renew;
    private final RevealPortalAccount reveal;
    private final ETags tags;
    private final Actors actors;

    PortalAccountsController(PortalAccounts accounts, AdoptPortalAccount adopt, RenewPortalAccount renew, RevealPortalAccount reveal,
            ETags tags, Actors actors) {
        this.tags = tags;
        this.reveal = reveal;
        this.accounts = accounts;
        this.adopt = adopt;
        this.renew = renew;
        this.actors = actors;
    }

    /** An account that exists already; {@code totp} is the seed of its codes, in Base32 or as an otpauth address. */
    record AccountBody(String tpp, String portal, String environment, String login, String password, String totp, String owner) {

        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "AccountBody[tpp=" + tpp + ", portal=" + portal + ", environment=" + environment + "]";
        }
    }

    /** What was renewed at the portal; {@code never} as expiry stands for without end, and {@code totp} is the new seed of its codes. */
    record RenewalBody(String password, String totp, String expires) {

        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "RenewalBody[expires=" + expires + "]";
        }
    }

    /** Why somebody wants to see a secret. */
    record RevealBody(String reason) { }

    /** A secret for those who may see it; a one-time code counts between two moments, which a password has not. */
    record RevealedView(String login, String value, Instant from, Instant until) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "RevealedView[login=" + login + "]";
        }
    }

    @GetMapping
    @Operation(summary = "The accounts of a TPP, or of all", description = "In the order of TPP, portal and environment; q is what is in the login, the portal or the owner.")
    Slice<PortalAccountView> page(@RequestParam(required = false) String tpp, @RequestParam(required = false) String q, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        int most = Slice.limit(limit);
        var found = accounts.page(new PortalAccounts.Filter(tpp, null, q), Slice.after(cursor), most + 1);
        return new Slice<>(found.stream().limit(most).map(PortalAccountView::of).toList(), found.size() > most ? found.get(most - 1).key() : null);
    }

    @GetMapping("/{tpp}/{portal}/{environment}")
    @Operation(summary = "One account, without its secrets")
    ResponseEntity<PortalAccountView> one(@PathVariable String tpp, @PathVariable String portal, @PathVariable String environment) {
        return tags.read(Versioned.PORTAL_ACCOUNT, id(tpp, portal, environment), () -> view(tpp, portal, environment));
    }

    private static String id(String tpp, String portal, String environment) {
        return tpp + "/" + portal + "/" + environment;
    }

    private PortalAccountView view(String tpp, String portal, String environment) {
        return accounts.find(tpp, portal, environment).map(PortalAccountView::of).orElseThrow(() -> Refused.notFound("unknown-portal-account",
                tpp + " has no account at the portal " + portal + ", " + environment + "."));
    }

    @PostMapping
    @Operation(summary = "Adopt an account that exists already", description = "Its password and the seed of its codes go to the vault.")
    ResponseEntity<PortalAccountView> adopt(@RequestBody AccountBody body) {
        if (body.password() == null) {
            throw Refused.invalid("missing-values", "Missing: password.", Map.of("password", "is missing"));
        }
        var actor = actors.current().name();
        try (var password = Secret.of(body.password()); var seed = body.totp() == null ? null : Secret.of(body.totp())) {
            var account = adopt.with(new AdoptPortalAccount.Told(body.tpp(), body.portal(), body.environment(), body.login(), password,
                    seed, body.owner() == null ? actor : body.owner()), actor);
            return ResponseEntity.created(Address.of("/api/v1/portal-accounts?tpp=" + account.tpp())).body(PortalAccountView.of(account));
        }
    }

    @PostMapping("/{tpp}/{portal}/{environment}/renewal")
    @Operation(summary = "Say that an account was renewed at its portal", description = "A new password and a new seed of codes (totp) go to the vault"
            + " in place of those that were there; the expiry is a date or never.")
    ResponseEntity<PortalAccountView> renew(@PathVariable String tpp, @PathVariable String portal, @PathVariable String environment, @RequestBody RenewalBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        if (body.expires() == null || body.expires().isBlank()) {
            throw Refused.invalid("missing-values", "Missing: expires.", Map.of("expires", "is missing: a date, or never"));
        }
        var expires = "never".equals(body.expires()) ? null : Moments.read("expires", body.expires());
        try (var password = isGiven(body.password()) ? Secret.of(body.password()) : null;
                var seed = isGiven(body.totp()) ? Secret.of(body.totp()) : null) {
            return tags.write(Versioned.PORTAL_ACCOUNT, id(tpp, portal, environment), ifMatch, () -> view(tpp, portal, environment), () -> PortalAccountView.of(
                    renew.with(tpp, portal, environment, new RenewPortalAccount.Renewed(password, seed, expires), actors.current().name())));
        }
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }

    @PostMapping("/{tpp}/{portal}/{environment}/password/reveal")
    @Operation(summary = "See the password", description = "For those who may; the reason is journalled before the password is given.")
    ResponseEntity<RevealedView> password(@PathVariable String tpp, @PathVariable String portal, @PathVariable String environment,
            @RequestBody RevealBody body) {
        try (var password = reveal.password(asked(tpp, portal, environment, body))) {
            return shown(tpp, portal, environment, password, null, null);
        }
    }

    @PostMapping("/{tpp}/{portal}/{environment}/code/reveal")
    @Operation(summary = "See the one-time code to type now", description = "For those who may; the reason is journalled before the code is"
            + " given. No code is given twice, and Portolan enters none of them itself.")
    ResponseEntity<RevealedView> code(@PathVariable String tpp, @PathVariable String portal, @PathVariable String environment,
            @RequestBody RevealBody body) {
        try (var code = reveal.code(asked(tpp, portal, environment, body))) {
            return shown(tpp, portal, environment, code.value(), code.from(), code.until());
        }
    }

    private RevealPortalAccount.Asked asked(String tpp, String portal, String environment, RevealBody body) {
        return new RevealPortalAccount.Asked(tpp, portal, environment, body.reason(), actors.current().name(), Act.HOUSE);
    }

    private ResponseEntity<RevealedView> shown(String tpp, String portal, String environment, Secret secret, Instant from, Instant until) {
        var login = accounts.find(tpp, portal, environment).orElseThrow().login();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new RevealedView(login, secret.reveal(CharSequence::toString), from, until));
    }
}
