package io.portolan.bankapi;

import io.portolan.journal.Evidence;
import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.playbook.Template;
import io.portolan.playbook.TokenCall;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gets access tokens (RFC 6749, section 4.4; RFC 8705, section 2; RFC 7523, section 2.2); a token lives in memory only. */
@Component
class Tokens {

    private static final Template CLIENT_ID = new Template("{{captured.client-id}}");
    private static final Template CLIENT_SECRET = new Template("{{captured.client-secret}}");

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
     */
    record Given(Optional<Secret> token, Answer answer) { }

    /** Asks for a token as our client, or as the given one. */
    Given ask(TokenCall token, Filling filling, String foreignClient) throws CallFailed {
        var run = filling.run();
        var clientId = foreignClient == null ? filling.fill(orElse(token.clientId(), CLIENT_ID)) : new Filled(foreignClient, false);
        var headers = Calls.filled(token.headers(), filling);
        var form = new LinkedHashMap<String, Filled>();
        form.put("grant_type", new Filled("client_credentials", false));
        if (token.scope() != null) {
            form.put("scope", filling.fill(token.scope()));
        }
        switch (token.auth()) {
            case TLS_CLIENT_AUTH -> {
                form.put("client_id", clientId);
                if (token.clientSecret() != null) {
                    form.put("client_secret", filling.fill(token.clientSecret()));
                }
            }
            case CLIENT_SECRET_POST -> {
                form.put("client_id", clientId);
                form.put("client_secret", filling.fill(orElse(token.clientSecret(), CLIENT_SECRET)));
            }
            case PRIVATE_KEY_JWT -> {
                form.put("client_id", clientId);
                form.put("client_assertion_type", new Filled("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", false));
                form.put("client_assertion", new Filled(signatures.assertion(token, clientId.text(),
                        filling.fill(orElse(token.audience(), token.url())).text(), filling), true));
            }
            case CLIENT_SECRET_BASIC -> headers.put("Authorization", new Filled(
                    basic(clientId.text(), filling.fill(orElse(token.clientSecret(), CLIENT_SECRET)).text()), true));
        }
        var call = calls.token(token, headers, form, filling);
        run.evidence(Evidence.Kind.REQUEST, "text/plain", call.shown().getBytes(StandardCharsets.UTF_8));
        var answer = caller.call(call);
        var given = answer.isSuccess() ? answer.at("/access_token").filter(text -> !text.isBlank()) : Optional.<String>empty();
        given.ifPresent(run.masks()::add);
        run.evidence(Evidence.Kind.ANSWER, "text/plain",
                Transcript.of(answer, List.of("/access_token"), run.masks()).getBytes(StandardCharsets.UTF_8));
        return new Given(given.map(Secret::of), answer);
    }

    /** Both parts are form-encoded before they are joined (RFC 6749, section 2.3.1). */
    static String basic(String clientId, String secret) {
        var joined = Calls.encoded(clientId) + ":" + Calls.encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.US_ASCII));
    }

    private static Template orElse(Template template, Template otherwise) {
        return template == null ? otherwise : template;
    }
}
