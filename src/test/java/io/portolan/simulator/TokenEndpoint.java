package io.portolan.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Hands out access tokens to a client that shows its certificate and knows its secret (RFC 6749, section 4.4; RFC 8705). */
public final class TokenEndpoint {

    private final Function<String, Optional<? extends ApiClient>> clients;
    private final BiConsumer<ApiClient, String> joins;
    private final boolean needsSecret;
    private final Tokens tokens;
    private final IssuedSecrets secrets;

    /**
     * An endpoint for these clients, found by their id.
     *
     * @param joins notes that a client belongs to an organisation, which is the one whose certificate it shows first
     * @param needsSecret whether the certificate alone is not enough
     */
    public TokenEndpoint(Function<String, Optional<? extends ApiClient>> clients, BiConsumer<ApiClient, String> joins,
            boolean needsSecret, Tokens tokens, IssuedSecrets secrets) {
        this.clients = clients;
        this.joins = joins;
        this.needsSecret = needsSecret;
        this.tokens = tokens;
        this.secrets = secrets;
    }

    /** Answers the call of a client that has shown this certificate, or null. */
    public void answer(Visit visit, ClientCertificate certificate) {
        if (certificate == null || !certificate.isForTls() || certificate.organisationId() == null) {
            refuse(visit, 401, "invalid_client", "A QWAC is needed in the TLS handshake.");
            return;
        }
        if (!visit.field("grant_type").equals("client_credentials")) {
            refuse(visit, 400, "unsupported_grant_type", "Only client_credentials is known.");
            return;
        }
        var client = clients.apply(visit.field("client_id")).orElse(null);
        if (client == null || !client.isActive() || needsSecret && !knowsSecret(visit, client)) {
            refuse(visit, 401, "invalid_client", "The client is not known or its secret is wrong.");
            return;
        }
        if (client.organisationId() == null) {
            joins.accept(client, certificate.organisationId());
        }
        if (!client.organisationId().equals(certificate.organisationId())) {
            refuse(visit, 401, "invalid_client", "The certificate belongs to another organisation than the client.");
            return;
        }
        var token = tokens.issue(client, certificate);
        secrets.add("access-token", token);
        visit.json(200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", Tokens.LIFE.toSeconds()));
    }

    private static boolean knowsSecret(Visit visit, ApiClient client) {
        return client.secretHash() != null && Passwords.same(Passwords.digest(visit.field("client_secret")), client.secretHash());
    }

    private static void refuse(Visit visit, int status, String error, String description) {
        visit.json(status, Map.of("error", error, "error_description", description));
    }
}
