package io.portolan.simulator.regatta;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.AccountsEndpoint;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Pending;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.TokenEndpoint;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import io.portolan.simulator.regatta.RegattaBooks.Registration;
import io.portolan.simulator.regatta.RegattaBooks.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Regatta Bank gives an API key in its portal, with which a session of the API is begun. In a session, which soon ends, a
 * client registers; asked twice the bank makes two. A clerk approves it, and then it subscribes, once.
 */
public final class RegattaBank extends SimulatedBank<RegattaBooks> {

    private final RegattaPortal portal;
    private final RegattaApi registrations;
    private final TokenEndpoint token;
    private final AccountsEndpoint accounts;

    /** The bank of this world. */
    public RegattaBank(World world) {
        super("xx-regatta", "Regatta Bank", world, RegattaBooks::new);
        if (world.options().mischiefSeed() != 0) {
            mischief.lostCalls = 0.1;
        }
        portal = new RegattaPortal(pages, books, secrets, sessions);
        registrations = new RegattaApi(books, secrets, clock);
        token = new TokenEndpoint(id -> books.read(all -> all.registration(id)), (client, organisation) -> { }, true, tokens, secrets);
        accounts = new AccountsEndpoint(id -> books.read(all -> all.registration(id)), tokens, clock);
    }

    @Override
    protected boolean isInside(String path) {
        return path.startsWith("/applications");
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        portal.answer(visit, session);
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path()) {
            case "POST /token" -> token.answer(visit, certificate);
            case "GET /v1/accounts" -> accounts.answer(visit, certificate);
            default -> registrations.answer(visit, certificate);
        }
    }

    @Override
    protected void control(String control, JsonNode asked, Visit visit) {
        switch (control) {
            case "POST /session-seconds" -> {
                books.note(all -> all.sessionSeconds = asked.path("seconds").asInt(2));
                visit.json(200, Map.of());
            }
            case "POST /end-api-sessions" -> {
                books.note(all -> all.sessions.forEach(session -> session.ends = clock.instant()));
                visit.json(200, Map.of());
            }
            default -> { }
        }
    }

    @Override
    protected List<? extends Pending> pending() {
        return books.read(all -> all.registrations.stream().filter(registration -> registration.status == Status.PENDING)
                .map(Decision::new).toList());
    }

    @Override
    protected Map<String, Integer> counts() {
        return books.read(all -> Map.of("accounts", all.accounts.size(), "applications", all.registrations.size(),
                "subscriptions", all.registrations.stream().mapToInt(registration -> registration.products.size()).sum(),
                "subscriptionCalls", all.subscriptionCalls, "sessions", all.sessionsBegun, "sessionsRefused", all.sessionsRefused));
    }

    @Override
    protected List<Map<String, Object>> applications() {
        return books.read(all -> all.registrations.stream().map(registration -> Map.<String, Object>of("number", registration.clientId,
                "name", registration.name, "owner", registration.organisationId, "status", registration.status.name(),
                "products", List.copyOf(registration.products), "held", registration.held)).toList());
    }

    /** What the clerk decides. */
    private final class Decision implements Pending {

        private final Registration registration;

        private Decision(Registration registration) {
            this.registration = registration;
        }

        @Override
        public String number() {
            return registration.clientId;
        }

        @Override
        public Instant since() {
            return registration.since;
        }

        @Override
        public boolean isHeld() {
            return registration.held;
        }

        @Override
        public void hold(boolean held) {
            books.note(all -> registration.held = held);
        }

        @Override
        public void approve() {
            decide(Status.ACTIVE, null);
        }

        @Override
        public void reject(String reason) {
            decide(Status.REJECTED, reason);
        }

        private void decide(Status status, String reason) {
            books.note(all -> {
                if (registration.status == Status.PENDING) {
                    registration.status = status;
                    registration.reason = reason;
                }
            });
        }
    }
}
