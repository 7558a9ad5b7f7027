package io.portolan.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** How a person asks for an access token in the place of Portolan: also what the call uses by itself is named, so that it is offered. */
final class TokenByHand {

    private static final Template CLIENT_ID = new Template("{{captured.client-id}}");
    private static final Template CLIENT_SECRET = new Template("{{captured.client-secret}}");
    /** What the leg has kept that had an account holder consent (RFC 7636, section 4.1). */
    private static final Template CODE_VERIFIER = new Template("{{captured.authorisation.verifier}}");

    private final TokenCall token;
    private final BiFunction<String, Template, String> value;

    /** The value is named in a sentence by what the function says, which offers it under that name. */
    TokenByHand(TokenCall token, BiFunction<String, Template, String> value) {
        this.token = token;
        this.value = value;
    }

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        sentences.add("It asks for an access token: its form field grant_type is " + Shape.word(token.grant()) + ", and the client authenticates by " + Shape.word(token.auth())
                + "." + (token.scope() == null ? "" : " The scope is " + value.apply("Scope", token.scope()) + "."));
        if (token.grant() == TokenCall.Grant.AUTHORIZATION_CODE) {
            sentences.add("The form field code is the parameter code of " + value.apply("What the bank has sent back", token.sentBack()) + ", which counts once and not for long;"
                    + " redirect_uri is " + value.apply("Redirect URI", token.redirectUri()) + ", and code_verifier " + value.apply("Code verifier", CODE_VERIFIER) + ".");
        }
        sentences.add(authentication());
        return sentences;
    }

    private String authentication() {
        var clientId = value.apply("Client id", token.clientId() == null ? CLIENT_ID : token.clientId());
        return switch (token.auth()) {
            case TLS_CLIENT_AUTH -> "The form field client_id is " + clientId + (token.clientSecret() == null ? "." : ", and client_secret " + secret() + ".");
            case CLIENT_SECRET_POST -> "The form field client_id is " + clientId + ", and client_secret " + secret() + ".";
            case CLIENT_SECRET_BASIC -> "The header field Authorization is Basic, a space, and in Base64 the client id, a colon and the client secret, both form-encoded before."
                    + " The client id is " + clientId + ", the client secret " + secret() + ".";
            case PRIVATE_KEY_JWT -> "The form field client_assertion_type is urn:ietf:params:oauth:client-assertion-type:jwt-bearer, and client_assertion a JWT that holds for a minute or as"
                    + " the bank wants it, signed by " + CallByHand.by(token.assertion()) + ": iss and sub are " + clientId + ", aud is "
                    + value.apply("Audience", token.audience() == null ? token.url() : token.audience()) + ", jti is new each time.";
        };
    }

    private String secret() {
        return value.apply("Client secret", token.clientSecret() == null ? CLIENT_SECRET : token.clientSecret());
    }
}
