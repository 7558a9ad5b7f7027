package io.portolan.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.portolan.simulator.BankBooks.Letter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How tests look into a bank and steer it; no bank has this, and no mischief reaches it. */
final class ControlAddress implements HttpHandler {

    private final SimulatedBank<?> bank;

    ControlAddress(SimulatedBank<?> bank) {
        this.bank = bank;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var visit = new Visit(exchange);
            try {
                answer(visit, visit.text().isBlank() ? BooksFile.JSON.createObjectNode() : BooksFile.JSON.readTree(visit.text()));
            } catch (IOException | IllegalArgumentException e) {
                visit.json(400, Map.of("error", String.valueOf(e.getMessage())));
            }
            visit.send();
        }
    }

    private void answer(Visit visit, JsonNode asked) throws IOException {
        var control = visit.method() + " " + visit.path().substring("/control".length());
        switch (control) {
            case "GET /counts" -> visit.json(200, bank.books.read(BankBooks::counts));
            case "GET /worked" -> visit.json(200, Map.of("millis", bank.worked.sum() / 1_000_000));
            case "GET /applications" -> visit.json(200, bank.books.read(all -> BooksFile.JSON.<JsonNode>valueToTree(all.clients)));
            case "GET /secrets" -> visit.json(200, bank.secrets.all());
            case "GET /mischief" -> visit.json(200, bank.mischief);
            case "POST /mischief" -> {
                BooksFile.JSON.readerForUpdating(bank.mischief).readValue(asked);
                visit.json(200, bank.mischief);
            }
            case "POST /calm" -> {
                BooksFile.JSON.readerForUpdating(bank.mischief).readValue(BooksFile.JSON.<JsonNode>valueToTree(new Mischief()));
                visit.json(200, bank.mischief);
            }
            case "POST /approve" -> decide(visit, asked, Pending::approve);
            case "POST /reject" -> decide(visit, asked,
                    open -> open.reject(asked.path("reason").asText("The description is not clear to us.")));
            case "POST /hold" -> decide(visit, asked, open -> open.hold(asked.path("held").asBoolean(true)));
            case "POST /clerk" -> {
                var millis = asked.path("approveAfterMillis");
                bank.clerk.take(millis.isNumber() ? Duration.ofMillis(millis.asLong()) : null);
                visit.json(200, Map.of());
            }
            case "POST /letter" -> {
                var letter = bank.postman.letter(asked.path("to").asText(bank.world.options().mailbox()),
                        asked.path("subject").asText(), asked.path("text").asText());
                BooksFile.JSON.readerForUpdating(letter).readValue(asked);
                bank.postman.write(letter);
                visit.json(200, letter);
            }
            case "GET /letters" -> visit.json(200, bank.books.read(all -> List.<Letter>copyOf(all.letters)));
            case "POST /expire-sessions" -> {
                bank.sessions.endAll();
                visit.json(200, Map.of());
            }
            case "POST /reset" -> {
                bank.reset();
                bank.world.mail().forgetAll();
                visit.json(200, Map.of());
            }
            default -> {
                visit.json(404, Map.of("error", "There is no such control"));
                bank.control(control, asked, visit);
            }
        }
    }

    private void decide(Visit visit, JsonNode asked, Consumer<Pending> decision) {
        var number = asked.path("number").asText("");
        var open = bank.clerk.open().stream().filter(a -> number.isEmpty() || a.number().equals(number)).toList();
        open.forEach(decision);
        bank.postman.deliver();
        visit.json(200, Map.of("applications", open.stream().map(Pending::number).toList()));
    }
}
