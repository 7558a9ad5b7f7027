package io.portolan.simulator;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The list of accounts, as the NextGenPSD2 framework answers it; refuses whoever lacks one of the things that the bank asks for. */
public final class AccountsEndpoint {

    private final BooksFile<?> books;
    private final Tokens tokens;
    private final Clock clock;

    AccountsEndpoint(SimulatedBank<?> bank) {
        books = bank.books;
        tokens = bank.tokens;
        clock = bank.clock;
    }

    /** Answers the call of a client that has shown this certificate, or null. */
    public void answer(Visit visit, ClientCertificate certificate) {
        visit.header("X-Request-ID").ifPresent(id -> visit.set("X-Request-ID", id));
        if (certificate == null) {
            refuse(visit, 401, "CERTIFICATE_MISSING", "The call came without a client certificate.");
            return;
        }
        if (!certificate.isForTls()) {
            refuse(visit, 401, "CERTIFICATE_INVALID", "The certificate is not one for TLS.");
            return;
        }
        var bearer = visit.header("Authorization").filter(value -> value.startsWith("Bearer ")).map(value -> value.substring(7));
        var grant = bearer.flatMap(tokens::find).orElse(null);
        if (grant == null) {
            refuse(visit, 401, bearer.isEmpty() ? "TOKEN_UNKNOWN" : "TOKEN_INVALID", "The call needs an access token of ours.");
            return;
        }
        if (grant.expires().isBefore(clock.instant())) {
            refuse(visit, 401, "TOKEN_EXPIRED", "The access token has expired.");
            return;
        }
        var client = books.read(all -> all.client(grant.clientId())).orElse(null);
        if (client == null || !Objects.equals(grant.secretHash(), client.secretHash)
                || !grant.thumbprint().equals(certificate.thumbprint())) {
            refuse(visit, 401, "TOKEN_INVALID", "The access token is not good any more, or was given to another certificate.");
            return;
        }
        answer(visit, certificate, client);
    }

    private void answer(Visit visit, ClientCertificate certificate, ApiClient client) {
        if (client.apiKey != null && !Passwords.same(visit.header("X-API-Key").orElse(""), client.apiKey)) {
            refuse(visit, 403, "API_KEY_INVALID", "The header X-API-Key is missing or wrong.");
        } else if (client.apiKey != null && !visit.header("TPP-Organisation-Id").orElse("").equals(certificate.organisationId())) {
            refuse(visit, 403, "ORGANISATION_INVALID", "The header TPP-Organisation-Id must say what the certificate says.");
        } else if (!certificate.roles().contains(Product.AIS.role())) {
            refuse(visit, 401, "ROLE_INVALID", "The certificate does not have the role PSP_AI.");
        } else if (!client.products.contains(Product.AIS)) {
            refuse(visit, 403, "PRODUCT_INVALID", "The application is not subscribed to the Account Information API.");
        } else {
            visit.json(200, list());
        }
    }

    /** What a list of two accounts looks like. */
    public static Map<String, Object> list() {
        return Map.of("accounts", List.of(
                account("3dc3d5b3-7023-4848-9853-f5400a64e80f", "DE89370400440532013000", "Current account"),
                account("3dc3d5b3-7023-4848-9853-f5400a64e81a", "DE75512108001245126199", "Savings account")));
    }

    /** Answers with an error as the framework has it. */
    public static void refuse(Visit visit, int status, String code, String text) {
        visit.json(status, Map.of("tppMessages", List.of(Map.of("category", "ERROR", "code", code, "text", text))));
    }

    private static Map<String, Object> account(String id, String iban, String product) {
        return Map.of("resourceId", id, "iban", iban, "currency", "EUR", "product", product, "cashAccountType", "CACC",
                "_links", Map.of("balances", Map.of("href", "/v1/accounts/" + id + "/balances")));
    }
}
