package io.portolan.simulator.regatta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.ApiClient;
import io.portolan.simulator.BooksFile;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Desk;
import io.portolan.simulator.Passwords;
import io.portolan.simulator.Product;
import io.portolan.simulator.Status;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.regatta.RegattaBooks.Session;
import java.util.Map;

/** The registration by API: a session first, then calls with its token, which soon runs out. */
final class RegattaApi extends Desk<RegattaBooks> {

    RegattaApi(RegattaBank bank) {
        super(bank);
    }

    void answer(Visit visit, ClientCertificate certificate) {
        if (!ClientCertificate.isQwac(certificate)) {
            TokenEndpoint.refuse(visit, 401, "certificate_missing", "The call came without a qualified certificate.");
        } else if (visit.path().equals("/v1/sessions")) {
            begin(visit);
        } else if (isInSession(visit)) {
            inSession(visit, certificate);
        } else {
            books.note(all -> all.sessionsRefused++);
            TokenEndpoint.refuse(visit, 401, "session_expired", "The session has ended. Nothing was done.");
        }
    }

    private void begin(Visit visit) {
        var key = visit.header("X-API-Key").orElse("");
        var isKnown = books.read(all -> all.accounts.stream().anyMatch(account -> key.equals(account.apiKey)));
        if (!isKnown) {
            TokenEndpoint.refuse(visit, 403, "api_key_unknown", "The header X-API-Key is missing or wrong.");
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
            TokenEndpoint.refuse(visit, 400, "invalid_client_metadata", "The body is not JSON.");
            return;
        }
        if (!asked.at("/jwks/keys/0/kty").asText().equals("RSA") || asked.at("/jwks/keys/0").has("d")) {
            TokenEndpoint.refuse(visit, 400, "invalid_client_metadata", "The client's public RSA key is missing.");
            return;
        }
        if (!asked.path("organisation_id").asText().equals(certificate.organisationId()) || !asked.path("redirect_uris").isArray()) {
            TokenEndpoint.refuse(visit, 400, "invalid_client_metadata", "The organisation's id or the redirect URIs are wrong.");
            return;
        }
        var client = new ApiClient();
        client.organisationId = certificate.organisationId();
        client.name = asked.path("client_name").asText();
        client.handIn(clock.instant());
        var secret = books.change(all -> {
            client.number = String.format("RG-%06d", all.clients.size() + 1);
            client.clientId = client.number;
            client.apiKey = all.sessions.stream().filter(session -> session.tokenHash.equals(
                    Passwords.digest(visit.header("Session-Token").orElse("")))).findFirst().orElseThrow().apiKey;
            all.clients.add(client);
            return newSecret(all, client);
        });
        visit.json(201, Map.of("client_id", client.clientId, "client_secret", secret, "client_secret_expires_at", 0, "status", "PENDING"));
    }

    private void of(Visit visit, ClientCertificate certificate, boolean subscribes) {
        var found = books.read(all -> all.client(visit.path().split("/")[3]))
                .filter(client -> client.organisationId.equals(certificate.organisationId())).orElse(null);
        if (found == null) {
            TokenEndpoint.refuse(visit, 404, "client_unknown", "There is no such client of yours.");
            return;
        }
        if (subscribes && !subscribe(visit, found)) {
            return;
        }
        visit.json(subscribes ? 201 : 200, Map.of("client_id", found.clientId, "status", found.status.name(),
                "reason", String.valueOf(found.reason), "subscriptions", found.products));
    }

    private boolean subscribe(Visit visit, ApiClient client) {
        if (client.status != Status.ACTIVE || !client.products.isEmpty()) {
            TokenEndpoint.refuse(visit, 409, "not_possible", client.products.isEmpty() ? "The client has not been approved."
                    : "The client has its subscriptions; our support changes them.");
            return false;
        }
        books.note(all -> {
            all.subscriptionCalls++;
            for (var product : Product.values()) {
                if (visit.text().contains(product.name())) {
                    client.products.add(product);
                }
            }
        });
        return true;
    }
}
