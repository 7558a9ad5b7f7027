package io.portolan.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in at the portal; forgotten when the bank stops, as with most portals. */
public final class Sessions {

    /** One browser's visit, signed in or not; its token guards its forms against other sites. */
    public static final class Session {
        private final String id = Passwords.random(24);
        /** What each form of this browser's pages has to bring back as {@code form-token}. */
        public final String formToken = Passwords.random(18);
        /** Who is signed in, or null. */
        public volatile String owner;
        /** What a form of several pages has been told so far. */
        public final Map<String, String> notes = new ConcurrentHashMap<>();
        private volatile Instant seen;

        /** Whether somebody is signed in. */
        public boolean isSignedIn() {
            return owner != null;
        }
    }

    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final String cookie;
    private final Duration timeout;
    private final Clock clock;

    Sessions(String cookie, Duration timeout, Clock clock) {
        this.cookie = cookie;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** The session of this visit, or null where it has none or had one that is over. */
    Session of(Visit visit) {
        var session = visit.cookie(cookie).map(open::get).orElse(null);
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
        return visit.cookie(cookie).isPresent();
    }

    /** Begins a session in place of the one of this visit; signed in where there is an owner. */
    public Session begin(Visit visit, String owner) {
        end(visit);
        var session = new Session();
        session.owner = owner;
        session.seen = clock.instant();
        open.put(session.id, session);
        visit.set("Set-Cookie", cookie + "=" + session.id + "; Path=/; HttpOnly; SameSite=Lax");
        return session;
    }

    /** Ends the session of this visit. */
    public void end(Visit visit) {
        visit.cookie(cookie).ifPresent(open::remove);
    }

    /** Signs everybody out. */
    public void endAll() {
        open.clear();
    }
}
