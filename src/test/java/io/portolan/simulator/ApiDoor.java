package io.portolan.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;

/** What every call of an API passes first: a connection that may drop, before or after the bank has acted. */
final class ApiDoor implements HttpHandler {

    private final SimulatedBank<?> bank;

    ApiDoor(SimulatedBank<?> bank) {
        this.bank = bank;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var visit = new Visit(exchange);
            if (bank.mischief.apiDropsConnection) {
                return;
            }
            AccountsEndpoint.refuse(visit, 404, "RESOURCE_UNKNOWN", "There is no such resource.");
            bank.api(visit, MutualTls.certificate((HttpsExchange) exchange));
            if (!bank.mischief.losesAnswerTo(visit.path()) && !bank.mischief.happens(bank.mischief.lostCalls)) {
                visit.send();
            }
        }
    }
}
