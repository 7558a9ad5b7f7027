package io.portolan.simulator;

import java.util.Map;

/** Hands out access tokens to a client that shows its certificate and knows its secret (RFC 6749, section 4.4; RFC 8705). */
final class TokenEndpoint {

    private final BooksFile books;
    private final Tokens tokens;
    private final IssuedSecrets secrets;

    TokenEndpoint(BooksFile books, Tokens tokens, IssuedSecrets secrets) {
        this.books = books;
        this.tokens = tokens;
        this.secrets = secrets;
    }

    void answer(Visit visit, ClientCertificate certificate) {
        if (certificate == null || !certificate.isForTls() || certificate.organisationId() == null) {
            refuse(visit, 401, "invalid_client", "A QWAC is needed in the TLS handshake.");
            return;
        }
        if (!visit.field("grant_type").equals("client_credentials")) {
            refuse(visit, 400, "unsupported_grant_type", "Only client_credentials is known.");
            return;
        }
        var application = books.read(all -> all.ofClient(visit.field("client_id"))).orElse(null);
        if (application == null || application.status != Books.Status.ACTIVE || application.secretHash == null
                || !Passwords.same(Passwords.digest(visit.field("client_secret")), application.secretHash)) {
            refuse(visit, 401, "invalid_client", "The client is not known or its secret is wrong.");
            return;
        }
        if (!isOfItsOrganisation(application, certificate)) {
            refuse(visit, 401, "invalid_client", "The certificate belongs to another organisation than the client.");
            return;
        }
        var token = tokens.issue(application, certificate);
        secrets.add("access-token", token);
        visit.json(200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", Tokens.LIFE.toSeconds()));
    }

    /** A client belongs to the organisation whose certificate it shows first. */
    private boolean isOfItsOrganisation(Books.Application application, ClientCertificate certificate) {
        if (application.organisationId == null) {
            books.note(all -> application.organisationId = certificate.organisationId());
        }
        return application.organisationId.equals(certificate.organisationId());
    }

    private static void refuse(Visit visit, int status, String error, String description) {
        visit.json(status, Map.of("error", error, "error_description", description));
    }
}
