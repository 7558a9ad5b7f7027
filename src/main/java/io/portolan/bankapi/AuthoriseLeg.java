package io.portolan.bankapi;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Value;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Places;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Has a person consent with an own account at the bank (RFC 6749, section 4.1; RFC 7636), and reads what the bank sends back. */
@Component
class AuthoriseLeg {

    private static final Template CLIENT_ID = new Template("{{captured.client-id}}");
    // no capture of a playbook has a name with a dot
    private static final Pattern REDIRECTED = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:[^?#\\s]*(?:\\?([^#]*))?(?:#.*)?");
    private static final String STATE = "authorisation.state";
    private static final String VERIFIER = "authorisation.verifier";

    Outcome perform(Filling filling, ApiWork work) {
        var run = filling.run();
        if (run.missing().isEmpty()) {
            return new Outcome.Done("A person has consented, and the bank has sent them back.");
        }
        if (!run.has(STATE)) {
            try (var verifier = Secret.of(new CodeVerifier().getValue())) {
                run.keepSecret(VERIFIER, verifier, null);
            }
            run.keep(STATE, new State().getValue(), null);
        }
        return new Outcome.NeedsPerson(Reason.BY_DESIGN, "Please open the address below in a browser, sign in with an account of your own at the"
                + " bank, and consent. When the bank has sent you back, enter the whole address of the page that you have come to, even if the"
                + " page itself does not show.", address(filling, work).toString());
    }

    private static URI address(Filling filling, ApiWork work) {
        var asked = work.authorise();
        var endpoint = AllowedHosts.checked(filling.fillAddress(asked.url(), false), asked.url(), filling.run().order().environment().hosts());
        var clientId = filling.fill(asked.clientId() == null ? CLIENT_ID : asked.clientId()).text();
        var request = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(clientId)).endpointURI(endpoint)
                .redirectionURI(URI.create(filling.fill(asked.redirectUri()).text())).state(new State(state(filling.run())))
                .codeChallenge(new CodeVerifier(verifier(filling.run())), CodeChallengeMethod.S256);
        if (asked.scope() != null) {
            request.scope(Scope.parse(filling.fill(asked.scope()).text()));
        }
        if (asked.parameters() != null) {
            asked.parameters().forEach((name, value) -> request.customParameter(name, filling.fill(value).text()));
        }
        return request.build().toURI();
    }

    /** What the token endpoint is asked with: the code that the bank has sent back, which counts once, and what proves that it was we who asked. */
    static Map<String, Filled> grant(Template sentBack, Template redirectUri, Filling filling) {
        var answer = parameters(filling.fill(sentBack).text());
        first(answer, "error").ifPresent(error -> {
            throw stopped("The bank has sent back " + filling.run().masks().masked(error + first(answer, "error_description").map(": "::concat)
                    .orElse("")) + ".");
        });
        if (!first(answer, "state").equals(Optional.of(state(filling.run())))) {
            throw stopped("It does not belong to the consent that this onboarding has asked for.");
        }
        var issuer = filling.instead().get(Places.DISCOVERED + "issuer");
        first(answer, "iss").filter(said -> issuer != null && !said.equals(issuer.text())).ifPresent(said -> {
            throw stopped("It comes from another issuer than the bank's (RFC 9207).");
        });
        var code = first(answer, "code").orElseThrow(() -> stopped("It holds no code."));
        filling.run().masks().add(code);
        return Map.of("code", new Filled(code, true), "redirect_uri", filling.fill(redirectUri),
                "code_verifier", new Filled(verifier(filling.run()), true));
    }

    /** Browsers leave characters as they are that an address must not hold (WHATWG URL, section 1.3), so only its query is read. */
    private static Map<String, java.util.List<String>> parameters(String address) {
        var query = REDIRECTED.matcher(address.strip());
        if (!query.matches()) {
            // the address itself is not told: it may hold the code
            throw stopped("It is no address.");
        }
        return URLUtils.parseParameters(query.group(1));
    }

    private static Optional<String> first(Map<String, java.util.List<String>> parameters, String name) {
        return parameters.getOrDefault(name, java.util.List.of()).stream().findFirst();
    }

    private static String state(LegRun run) {
        return ((Value.Plain) run.value(Places.CAPTURED + STATE)).text();
    }

    private static String verifier(LegRun run) {
        try (var secret = ((Value.Hidden) run.value(Places.CAPTURED + VERIFIER)).secret()) {
            return secret.reveal(CharSequence::toString);
        }
    }

    private static Stopped stopped(String why) {
        return new Stopped(Reason.MISSING_DATA, "What the bank has sent back cannot be used. Please go back to where a person consents, and let"
                + " them do so once more.", why);
    }
}
