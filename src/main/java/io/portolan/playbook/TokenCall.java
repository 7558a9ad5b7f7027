package io.portolan.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How an access token is got (RFC 6749). */
public record TokenCall(
        @Doc(value = "The grant.", example = "grant: client_credentials", required = true) Grant grant,
        @Doc(value = "How the client authenticates.", example = "auth: tls_client_auth", required = true) ClientAuth auth,
        @Doc(value = "The token endpoint.", example = "url: '{{environment.base-url}}/token'", required = true)
                Template url,
        @Doc(value = "The certificate for mutual TLS.", example = "tls: QWAC") CertificateKind tls,
        @Doc(value = "The client id; the captured client-id unless said otherwise.",
                example = "client-id: '{{certificate.qwac.organisation-id}}'") Template clientId,
        @Doc(value = "The client secret, where the bank asks for one beside the certificate.",
                example = "client-secret: '{{captured.client-secret}}'") Template clientSecret,
        @Doc(value = "By what the client signs its assertion, with private_key_jwt (RFC 7523 section 2.2); it holds for a minute unless"
                + " valid-for says otherwise.", example = "assertion: {key: QSealC, alg: PS256, kid: '{{captured.key-id}}'}") Jws assertion,
        @Doc(value = "For whom the assertion is; the address of the token endpoint where this is silent. Servers of today want their issuer.",
                example = "audience: '{{discovered.issuer}}'") Template audience,
        @Doc(value = "With authorization_code: the address that the bank has sent the account holder back to, as a leg with authorise brings it.",
                example = "sent-back: '{{captured.sent-back}}'") Template sentBack,
        @Doc(value = "With authorization_code: the redirect URI of the authorization request.",
                example = "redirect-uri: '{{application.redirect-uri}}'") Template redirectUri,
        @Doc(value = "Whether the bank binds its tokens to our certificate (RFC 8705 section 3): one that it has not bound, or not to ours,"
                + " proves nothing.", example = "bound: true") boolean bound,
        @Doc(value = "The scope.", example = "scope: aisp") Template scope,
        @Doc(value = "Further header fields.", example = "headers: {X-API-KEY: '{{captured.api-key}}'}")
                Map<String, Template> headers,
        @Doc(value = "How the call is signed in its header fields; without it, not.",
                example = "http-signature: {key: QSealC, key-id: '{{certificate.qsealc.serial-hex}}', headers: [digest, date]}")
                HttpSignature httpSignature) {

    /** The captures that it uses where nothing is said. */
    List<String> usesByItself() {
        var used = new ArrayList<String>();
        if (clientId == null) {
            used.add("client-id");
        }
        if (clientSecret == null && (auth == ClientAuth.CLIENT_SECRET_BASIC || auth == ClientAuth.CLIENT_SECRET_POST)) {
            used.add("client-secret");
        }
        return used;
    }

    /** OAuth 2.0 grants. */
    public enum Grant {
        @Doc(value = "An account holder has consented (RFC 6749 section 4.1, RFC 7636); the code counts once.", key = "authorization_code")
        AUTHORIZATION_CODE,
        @Doc(value = "The client acts for itself (RFC 6749 section 4.4).", key = "client_credentials") CLIENT_CREDENTIALS
    }

    /** Client authentication methods (RFC 6749 section 2.3, RFC 7523 section 2.2, RFC 8705 section 2). */
    public enum ClientAuth {
        @Doc(value = "By the certificate of the connection; self_signed_tls_client_auth (RFC 8705 section 2.2) is the same call.", key = "tls_client_auth") TLS_CLIENT_AUTH,
        @Doc(value = "By an assertion that our key has signed.", key = "private_key_jwt") PRIVATE_KEY_JWT,
        @Doc(value = "By id and secret in the Authorization header, both form-encoded.", key = "client_secret_basic") CLIENT_SECRET_BASIC,
        @Doc(value = "By id and secret among the form fields.", key = "client_secret_post") CLIENT_SECRET_POST
    }
}
