package io.portolan.bankapi;

import io.portolan.journal.Evidence;
import io.portolan.leg.Filled;
import io.portolan.leg.FormText;
import io.portolan.leg.LegRun;
import io.portolan.playbook.Jws;
import io.portolan.playbook.Span;
import io.portolan.playbook.Template;
import io.portolan.playbook.TokenCall;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gets access tokens (RFC 6749, section 4.4; RFC 7523; RFC 8705, section 2); a token lives in memory only. */
@Component
class Tokens {

    private static final Template CLIENT_ID = new Template("{{captured.client-id}}");
    private static final Template CLIENT_SECRET = new Template("{{captured.client-secret}}");
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Span ASSERTED_FOR = Span.read("1 minute").orElseThrow();

    private final Calls calls;
    private final Signatures signatures;
    private final Caller caller;

    Tokens(Calls calls, Signatures signatures, Caller caller) {
        this.calls = calls;
        this.signatures = signatures;
        this.caller = caller;
    }

    /**
     * What the token endpoint gave.
     *
     * @param token the token, which the caller closes; empty where the bank gave none
     * @param binding what can be seen of its binding to our certificate; null where there is no token
     */
    record Given(Optional<Secret> token, Answer answer, TokenBinding binding) { }

    /** Asks for a token as our client, or as the given one. */
    Given ask(TokenCall token, Filling filling, String foreignClient) throws CallFailed {
        var run = filling.run();
        var clientId = foreignClient == null ? filling.fill(orElse(token.clientId(), CLIENT_ID)) : new Filled(foreignClient, false);
        var headers = Calls.filled(token.headers(), filling);
        var form = new LinkedHashMap<String, Filled>();
        if (token.grant() == TokenCall.Grant.AUTHORIZATION_CODE) {
            form.put("grant_type", new Filled("authorization_code", false));
            form.putAll(AuthoriseLeg.grant(token.sentBack(), token.redirectUri(), filling));
        } else {
            form.put("grant_type", new Filled("client_credentials", false));
        }
        if (token.scope() != null) {
            form.put("scope", filling.fill(token.scope()));
        }
        authenticate(token, clientId, filling, headers, form);
        var call = calls.token(token, headers, form, filling);
        run.evidence(Evidence.Kind.REQUEST, "text/plain", call.shown().getBytes(StandardCharsets.UTF_8));
        var answer = caller.call(call);
        var given = answer.isSuccess() ? answer.at("/access_token").filter(text -> !text.isBlank()) : Optional.<String>empty();
        given.ifPresent(run.masks()::add);
        run.evidence(Evidence.Kind.ANSWER, "text/plain",
                Transcript.of(answer, List.of("/access_token"), run.masks()).getBytes(StandardCharsets.UTF_8));
        if (given.isPresent() && foreignClient == null) {
            sayWhatIsNotGranted(form.get("scope"), answer, run);
        }
        var usable = given.filter(text -> Verdict.isBearer(answer));
        return new Given(usable.map(Secret::of), answer, usable.map(text -> TokenBinding.of(text, call.certificate()))
                .map(seen -> seen == TokenBinding.HIDDEN && token.bound() && foreignClient == null ? introspected(token, clientId, usable.get(), call, filling) : seen)
                .orElse(null));
    }

    /** Of a token that only the bank can read the bank may tell what it is bound to (RFC 8705, section 3.2), where its metadata says that it is asked. */
    private TokenBinding introspected(TokenCall token, Filled clientId, String text, Call got, Filling filling) {
        if (!filling.instead().containsKey(Discovery.INTROSPECTION_ENDPOINT)) {
            return TokenBinding.HIDDEN;
        }
        var run = filling.run();
        var headers = Calls.filled(token.headers(), filling);
        var form = new LinkedHashMap<String, Filled>();
        form.put("token", new Filled(text, true));
        form.put("token_type_hint", new Filled("access_token", false));
        authenticate(token, clientId, filling, headers, form);
        try {
            var call = calls.introspection(token, headers, form, filling);
            run.evidence(Evidence.Kind.REQUEST, "text/plain", call.shown().getBytes(StandardCharsets.UTF_8));
            var answer = caller.call(call);
            run.evidence(Evidence.Kind.ANSWER, "text/plain", Transcript.of(answer, List.of(), run.masks()).getBytes(StandardCharsets.UTF_8));
            return answer.isSuccess() ? answer.at("/cnf/x5t#S256").map(bound -> TokenBinding.to(bound, got.certificate())).orElse(TokenBinding.HIDDEN)
                    : TokenBinding.HIDDEN;
        } catch (CallFailed | Stopped untold) {
            // the negative control still tells
            return TokenBinding.HIDDEN;
        }
    }

    private void authenticate(TokenCall token, Filled clientId, Filling filling, Map<String, Filled> headers, Map<String, Filled> form) {
        switch (token.auth()) {
            case TLS_CLIENT_AUTH -> {
                form.put("client_id", clientId);
                if (token.clientSecret() != null) {
                    form.put("client_secret", filling.fill(token.clientSecret()));
                }
            }
            case PRIVATE_KEY_JWT -> {
                form.put("client_assertion_type", new Filled(JWT_BEARER, false));
                form.put("client_assertion", new Filled(assertion(token, clientId.text(), filling), true));
            }
            case CLIENT_SECRET_POST -> {
                form.put("client_id", clientId);
                form.put("client_secret", filling.fill(orElse(token.clientSecret(), CLIENT_SECRET)));
            }
            case CLIENT_SECRET_BASIC -> headers.put("Authorization", new Filled(
                    basic(clientId.text(), filling.fill(orElse(token.clientSecret(), CLIENT_SECRET)).text()), true));
        }
    }

    /** By the address of the token endpoint and not of an alias, the audience is the same for all who ask (RFC 7523, section 3). */
    private String assertion(TokenCall token, String clientId, Filling filling) {
        var claims = Answer.JSON.createObjectNode().put("iss", clientId).put("sub", clientId)
                .put("aud", filling.fill(orElse(token.audience(), token.url())).text());
        Jws by = token.assertion();
        return signatures.signed(by, claims.toString(), by.validFor() == null ? ASSERTED_FOR : by.validFor(), filling).text();
    }

    /** A bank may grant less than was asked for, and says so (RFC 6749, section 5.1). */
    private static void sayWhatIsNotGranted(Filled asked, Answer answer, LegRun run) {
        if (asked == null || answer.at("/scope").isEmpty()) {
            return;
        }
        var missing = new ArrayList<>(List.of(asked.text().strip().split("\\s+")));
        missing.removeAll(List.of(answer.at("/scope").orElseThrow().split("\\s+")));
        if (!missing.isEmpty()) {
            run.journal("scope-narrowed", "The bank has given a token without " + String.join(", ", missing) + ".");
        }
    }

    /** Both parts are form-encoded before they are joined (RFC 6749, section 2.3.1). */
    static String basic(String clientId, String secret) {
        var joined = FormText.encoded(clientId) + ":" + FormText.encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.US_ASCII));
    }

    private static Template orElse(Template template, Template otherwise) {
        return template == null ? otherwise : template;
    }
}
