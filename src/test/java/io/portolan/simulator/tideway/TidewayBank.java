package io.portolan.simulator.tideway;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Pending;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.tideway.TidewayBooks.Request;
import io.portolan.simulator.tideway.TidewayBooks.Status;
import java.util.List;
import java.util.Map;

/**
 * Tideway Bank has no portal. Who wants in writes to its desk with a certificate attached, gets an automatic reply with a ticket
 * number, then a question of the clerk's, and, once that is answered, a mail with client id and secret. Asked twice it opens two.
 */
public final class TidewayBank extends SimulatedBank<TidewayBooks> {

    private final TidewayDesk desk;
    private final TokenEndpoint token;
    private final AccountsEndpoint accounts;

    /** The bank of this world. */
    public TidewayBank(World world) {
        super("xx-tideway", "Tideway Bank", world, TidewayBooks::new);
        desk = new TidewayDesk(books, postman, secrets, clock);
        world.mail().read(TidewayDesk.ADDRESS, message -> desk.receive(LetterIn.read(message)));
        token = new TokenEndpoint(id -> books.read(all -> all.ofClient(id)), (client, organisation) -> { }, true, tokens, secrets);
        accounts = new AccountsEndpoint(id -> books.read(all -> all.ofClient(id)), tokens, clock);
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path()) {
            case "POST /token" -> token.answer(visit, certificate);
            case "GET /v1/accounts" -> accounts.answer(visit, certificate);
            default -> { }
        }
    }

    @Override
    protected void routine() {
        desk.ask();
    }

    @Override
    protected void control(String control, JsonNode asked, Visit visit) {
        if (control.equals("POST /questions")) {
            books.note(all -> all.asks = asked.path("ask").asBoolean(true));
            visit.json(200, Map.of());
        }
    }

    @Override
    protected List<? extends Pending> pending() {
        return books.read(all -> all.requests.stream().filter(request -> request.status == Status.ANSWERED
                || request.status == Status.RECEIVED && !all.asks).map(request -> desk.decision(request)).toList());
    }

    @Override
    protected Map<String, Integer> counts() {
        return books.read(all -> Map.of("applications", all.requests.size(), "secretsGenerated",
                (int) all.requests.stream().filter(request -> request.secretHash != null).count(),
                "reminders", all.requests.stream().mapToInt(request -> request.reminders).sum()));
    }

    @Override
    protected List<Map<String, Object>> applications() {
        return books.read(all -> all.requests.stream().map(TidewayBank::shown).toList());
    }

    private static Map<String, Object> shown(Request request) {
        return Map.of("number", request.number, "owner", request.sender, "organisation", request.organisationId, "status", request.status.name(),
                "products", List.copyOf(request.products), "held", request.held);
    }
}
