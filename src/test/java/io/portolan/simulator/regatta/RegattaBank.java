package io.portolan.simulator.regatta;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.simulator.ClientCertificate;
import io.portolan.simulator.Sessions;
import io.portolan.simulator.SimulatedBank;
import io.portolan.simulator.Visit;
import io.portolan.simulator.World;
import java.util.Map;

/**
 * Regatta Bank gives an API key in its portal, with which a session of the API is begun. In a session, which soon ends, a
 * client registers; asked twice the bank makes two. A clerk approves it, and then it subscribes, once.
 */
public final class RegattaBank extends SimulatedBank<RegattaBooks> {

    private final RegattaPortal portal;
    private final RegattaApi registrations;

    /** The bank of this world. */
    public RegattaBank(World world) {
        super("xx-regatta", "Regatta Bank", world, RegattaBooks::new);
        if (world.options().mischiefSeed() != 0) {
            mischief.lostCalls = 0.1;
        }
        portal = new RegattaPortal(this);
        registrations = new RegattaApi(this);
    }

    @Override
    protected void portal(Visit visit, Sessions.Session session) {
        if (portal.answers(visit, session)) {
            return;
        }
        switch (visit.method() + " " + visit.path()) {
            case "GET /applications" -> portal.showKey(visit, session);
            case "POST /applications/key" -> portal.makeKey(visit, session);
            default -> super.portal(visit, session);
        }
    }

    @Override
    protected void api(Visit visit, ClientCertificate certificate) {
        switch (visit.method() + " " + visit.path()) {
            case "POST /token", "GET /v1/accounts" -> super.api(visit, certificate);
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
}
