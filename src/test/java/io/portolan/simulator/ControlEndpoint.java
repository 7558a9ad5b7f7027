package io.portolan.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.portolan.simulator.Books.Application;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How tests look into the bank and steer it; no bank has this, and no mischief reaches it. */
final class ControlEndpoint implements HttpHandler {

    private final BooksFile books;
    private final IssuedSecrets secrets;
    private final Clerk clerk;
    private final Sessions sessions;
    private final HarbourMail mail;
    private final Mischief mischief;

    ControlEndpoint(BooksFile books, IssuedSecrets secrets, Clerk clerk, Sessions sessions, HarbourMail mail, Mischief mischief) {
        this.books = books;
        this.secrets = secrets;
        this.clerk = clerk;
        this.sessions = sessions;
        this.mail = mail;
        this.mischief = mischief;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var visit = new Visit(exchange);
            try {
                answer(visit, visit.text().isBlank() ? BooksFile.JSON.createObjectNode() : BooksFile.JSON.readTree(visit.text()));
            } catch (IOException | IllegalArgumentException e) {
                visit.json(400, Map.of("error", e.getMessage()));
            }
            visit.send();
        }
    }

    private void answer(Visit visit, JsonNode asked) throws IOException {
        switch (visit.method() + " " + visit.path().substring("/control".length())) {
            case "GET /counts" -> visit.json(200, counts());
            case "GET /applications" -> visit.json(200, books.read(all -> all.applications.stream().map(ControlEndpoint::shown).toList()));
            case "GET /secrets" -> visit.json(200, secrets.all());
            case "GET /mischief" -> visit.json(200, mischief);
            case "POST /mischief" -> {
                BooksFile.JSON.readerForUpdating(mischief).readValue(asked);
                visit.json(200, mischief);
            }
            case "POST /approve" -> decide(visit, asked, clerk::approve);
            case "POST /reject" -> decide(visit, asked,
                    application -> clerk.reject(application, asked.path("reason").asText("The description is not clear to us.")));
            case "POST /hold" -> decide(visit, asked,
                    application -> books.note(all -> application.held = asked.path("held").asBoolean(true)));
            case "POST /clerk" -> {
                var millis = asked.path("approveAfterMillis");
                clerk.take(millis.isNumber() ? Duration.ofMillis(millis.asLong()) : null);
                visit.json(200, Map.of());
            }
            case "POST /expire-sessions" -> {
                sessions.endAll();
                visit.json(200, Map.of());
            }
            case "POST /reset" -> {
                books.reset();
                secrets.reset();
                sessions.endAll();
                mail.forgetAll();
                visit.json(200, Map.of());
            }
            default -> visit.json(404, Map.of("error", "There is no such control"));
        }
    }

    private void decide(Visit visit, JsonNode asked, Consumer<Application> decision) {
        var number = asked.path("number").asText("");
        var open = clerk.open().stream().filter(a -> number.isEmpty() || a.number.equals(number)).toList();
        open.forEach(decision);
        visit.json(200, Map.of("applications", open.stream().map(a -> a.number).toList()));
    }

    private Map<String, Integer> counts() {
        return books.read(all -> new TreeMap<>(Map.of(
                "accounts", all.accounts.size(),
                "applications", all.applications.size(),
                "subscriptions", all.applications.stream().mapToInt(application -> application.products.size()).sum(),
                "secretsGenerated", all.secretsGenerated,
                "mails", (int) all.letters.stream().filter(letter -> letter.sent != null).count())));
    }

    private static Map<String, Object> shown(Application application) {
        return Map.of("number", application.number, "name", application.name, "owner", application.owner,
                "status", application.status.name(), "products", List.copyOf(application.products),
                "redirectUrl", application.redirectUrl, "logo", application.logo, "held", application.held);
    }
}
