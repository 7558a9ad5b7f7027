package io.portolan.simulator.regatta;

import io.portolan.simulator.ApiClient;
import io.portolan.simulator.PortalBooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that the bank has written down. */
final class RegattaBooks extends PortalBooks<RegattaBooks.Account, ApiClient> {

    /** How many seconds a session of the API lasts. */
    int sessionSeconds = 3;
    int sessionsBegun;
    int sessionsRefused;
    int subscriptionCalls;
    List<Session> sessions = new ArrayList<>();

    /** A developer's account at the portal, with the key of its API. */
    static final class Account extends io.portolan.simulator.Account {
        String apiKey;
    }

    /** A session of the API. */
    static final class Session {
        String tokenHash;
        String apiKey;
        Instant ends;
    }

    @Override
    public Map<String, Integer> counts() {
        var counts = super.counts();
        counts.put("subscriptionCalls", subscriptionCalls);
        counts.put("sessions", sessionsBegun);
        counts.put("sessionsRefused", sessionsRefused);
        return counts;
    }
}
