package io.portolan.simulator;

import java.util.Map;
import java.util.function.BooleanSupplier;

/** Hands out access tokens to a client that shows its certificate and knows its secret (RFC 6749, section 4.4; RFC 8705). */
public final class TokenEndpoint {

    private final BooksFile<?> books;
    private final Tokens tokens;
    private final IssuedSecrets secrets;
    private final BooleanSupplier needsSecret;

    TokenEndpoint(SimulatedBank<?> bank) {
        books = bank.books;
        tokens = bank.tokens;
        secrets = bank.secrets;
        needsSecret = bank::needsSecret;
    }

    /** Answers the call of a client that has shown this certificate, or null. */
    public void answer(Visit visit, ClientCertificate certificate) {
        if (!ClientCertificate.isQwac(certificate)) {
            refuse(visit, 401, "invalid_client", "A QWAC is needed in the TLS handshake.");
            return;
        }
        if (!visit.field("grant_type").equals("client_credentials")) {
            refuse(visit, 400, "unsupported_grant_type", "Only client_credentials is known.");
            return;
        }
        var client = books.read(all -> all.client(visit.field("client_id"))).orElse(null);
        if (client == null || !client.isActive() || needsSecret.getAsBoolean() && !knowsSecret(visit, client)) {
            refuse(visit, 401, "invalid_client", "The client is not known or its secret is wrong.");
            return;
        }
        if (client.organisationId == null) {
            // it belongs to the organisation whose certificate it shows first
            books.note(all -> client.organisationId = certificate.organisationId());
        }
        if (!client.organisationId.equals(certificate.organisationId())) {
            refuse(visit, 401, "invalid_client", "The certificate belongs to another organisation than the client.");
            return;
        }
        var token = tokens.issue(client, certificate);
        secrets.add("access-token", token);
        visit.json(200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", Tokens.LIFE.toSeconds()));
    }

    private static boolean knowsSecret(Visit visit, ApiClient client) {
        return client.secretHash != null && Passwords.same(Passwords.digest(visit.field("client_secret")), client.secretHash);
    }

    /** Answers with an error as OAuth 2.0 has it (RFC 6749, section 5.2). */
    public static void refuse(Visit visit, int status, String error, String description) {
        visit.json(status, Map.of("error", error, "error_description", description));
    }
}
