package io.portolan.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in at the portal; forgotten when the bank stops, as with most portals. */
final class Sessions {

    private static final String COOKIE = "harbour-session";

    /** One browser's visit, signed in or not; its token guards its forms against other sites. */
    static final class Session {
        private final String id = Passwords.random(24);
        final String formToken = Passwords.random(18);
        volatile String owner;
        private volatile Instant seen;

        boolean isSignedIn() {
            return owner != null;
        }
    }

    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final Duration timeout;
    private final Clock clock;

    Sessions(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
    }

    /** The session of this visit, or null where it has none or had one that is over. */
    Session of(Visit visit) {
        var session = visit.cookie(COOKIE).map(open::get).orElse(null);
        if (session == null) {
            return null;
        }
        if (session.seen.plus(timeout).isBefore(clock.instant())) {
            open.remove(session.id);
            return null;
        }
        session.seen = clock.instant();
        return session;
    }

    /** Whether the browser believes to have a session. */
    boolean isRemembered(Visit visit) {
        return visit.cookie(COOKIE).isPresent();
    }

    /** Begins a session in place of the one of this visit; signed in where there is an owner. */
    Session begin(Visit visit, String owner) {
        end(visit);
        var session = new Session();
        session.owner = owner;
        session.seen = clock.instant();
        open.put(session.id, session);
        visit.set("Set-Cookie", COOKIE + "=" + session.id + "; Path=/; HttpOnly; SameSite=Lax");
        return session;
    }

    void end(Visit visit) {
        visit.cookie(COOKIE).ifPresent(open::remove);
    }

    void endAll() {
        open.clear();
    }
}
