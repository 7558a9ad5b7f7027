package io.portolan.simulator.regatta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.BooksFile;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.IssuedSecrets;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Product;
import io.portolan.simulator.Visit;
import io.portolan.simulator.regatta.RegattaBooks.Registration;
import io.portolan.simulator.regatta.RegattaBooks.Session;
import java.time.Clock;
import java.util.Map;

/** The registration by API: a session first, then calls with its token, which soon runs out. */
final class RegattaApi {

    private final BooksFile<RegattaBooks> books;
    private final IssuedSecrets secrets;
    private final Clock clock;

    RegattaApi(BooksFile<RegattaBooks> books, IssuedSecrets secrets, Clock clock) {
        this.books = books;
        this.secrets = secrets;
        this.clock = clock;
    }

    void answer(Visit visit, ClientCertificate certificate) {
        if (certificate == null || !certificate.isForTls() || certificate.organisationId() == null) {
            refuse(visit, 401, "certificate_missing", "The call came without a qualified certificate.");
        } else if (visit.path().equals("/v1/sessions")) {
            begin(visit);
        } else if (isInSession(visit)) {
            inSession(visit, certificate);
        } else {
            books.note(all -> all.sessionsRefused++);
            refuse(visit, 401, "session_expired", "The session has ended. Nothing was done.");
        }
    }

    private void begin(Visit visit) {
        var key = visit.header("X-API-Key").orElse("");
        var isKnown = books.read(all -> all.accounts.stream().anyMatch(account -> key.equals(account.apiKey)));
        if (!isKnown) {
            refuse(visit, 403, "api_key_unknown", "The header X-API-Key is missing or wrong.");
            return;
        }
        var token = Passwords.random(24);
        secrets.add("session-token", token);
        var seconds = books.change(all -> {
            var session = new Session();
            session.tokenHash = Passwords.digest(token);
            session.apiKey = key;
            session.ends = clock.instant().plusSeconds(all.sessionSeconds);
            all.sessions.add(session);
            all.sessionsBegun++;
            return all.sessionSeconds;
        });
        visit.json(201, Map.of("session_token", token, "expires_in", seconds));
    }

    private boolean isInSession(Visit visit) {
        return visit.header("Session-Token").map(Passwords::digest).flatMap(hash -> books.read(all -> all.sessions.stream()
                .filter(session -> session.tokenHash.equals(hash)).findFirst()))
                .filter(session -> session.ends.isAfter(clock.instant())).isPresent();
    }

    private void inSession(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path().replaceFirst("RG-\\d+", "*")) {
            case "POST /v1/registrations" -> register(visit, certificate);
            case "GET /v1/registrations/*" -> of(visit, certificate, false);
            case "GET /v1/registrations/*/subscriptions" -> of(visit, certificate, false);
            case "POST /v1/registrations/*/subscriptions" -> of(visit, certificate, true);
            default -> { }
        }
    }

    /** A second one is taken for another client, as such calls are that are made but for once. */
    private void register(Visit visit, ClientCertificate certificate) {
        JsonNode asked;
        try {
            asked = BooksFile.JSON.readTree(visit.text());
        } catch (JsonProcessingException e) {
            refuse(visit, 400, "invalid_client_metadata", "The body is not JSON.");
            return;
        }
        if (!asked.at("/jwks/keys/0/kty").asText().equals("RSA") || asked.at("/jwks/keys/0").has("d")) {
            refuse(visit, 400, "invalid_client_metadata", "The client's public RSA key is missing.");
            return;
        }
        if (!asked.path("organisation_id").asText().equals(certificate.organisationId()) || !asked.path("redirect_uris").isArray()) {
            refuse(visit, 400, "invalid_client_metadata", "The organisation's id or the redirect URIs are wrong.");
            return;
        }
        var secret = Passwords.random(32);
        secrets.add("client-secret", secret);
        var clientId = books.change(all -> {
            var registration = new Registration();
            registration.clientId = String.format("RG-%06d", all.registrations.size() + 1);
            registration.secretHash = Passwords.digest(secret);
            registration.organisationId = certificate.organisationId();
            registration.name = asked.path("client_name").asText();
            registration.since = clock.instant();
            registration.apiKey = all.sessions.stream().filter(session -> session.tokenHash.equals(
                    Passwords.digest(visit.header("Session-Token").orElse("")))).findFirst().orElseThrow().apiKey;
            all.registrations.add(registration);
            return registration.clientId;
        });
        visit.json(201, Map.of("client_id", clientId, "client_secret", secret, "client_secret_expires_at", 0, "status", "PENDING"));
    }

    private void of(Visit visit, ClientCertificate certificate, boolean subscribes) {
        var found = books.read(all -> all.registration(visit.path().split("/")[3]))
                .filter(registration -> registration.organisationId.equals(certificate.organisationId())).orElse(null);
        if (found == null) {
            refuse(visit, 404, "client_unknown", "There is no such client of yours.");
            return;
        }
        if (subscribes && !subscribe(visit, found)) {
            return;
        }
        visit.json(subscribes ? 201 : 200, Map.of("client_id", found.clientId, "status", found.status.name(),
                "reason", String.valueOf(found.reason), "subscriptions", found.products));
    }

    private boolean subscribe(Visit visit, Registration registration) {
        if (registration.status != RegattaBooks.Status.ACTIVE || !registration.products.isEmpty()) {
            refuse(visit, 409, "not_possible", registration.products.isEmpty() ? "The client has not been approved."
                    : "The client has its subscriptions; our support changes them.");
            return false;
        }
        books.note(all -> {
            all.subscriptionCalls++;
            for (var product : Product.values()) {
                if (visit.text().contains(product.name())) {
                    registration.products.add(product);
                }
            }
        });
        return true;
    }

    private static void refuse(Visit visit, int status, String error, String description) {
        visit.json(status, Map.of("error", error, "error_description", description));
    }
}
