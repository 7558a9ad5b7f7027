package io.portolan.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells of whoever sent a request that goes on for long whether they are still let in: their token, or their session with the roles that it began with. */
@Component
public class StillSignedIn {

    private final Tokens tokens;
    private final SignedInSessions sessions;
    private final Clock clock;

    StillSignedIn(Tokens tokens, SignedInSessions sessions, Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What says, whenever it is asked, whether whoever sent this request would be let in now. */
    public BooleanSupplier of(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof TokenAuthentication token) {
            return () -> token.until() == null ? isStill(token.getPrincipal()) : clock.instant().isBefore(token.until());
        }
        var session = request.getSession(false);
        if (session == null) {
            return () -> true;
        }
        return () -> {
            try {
                // throws where the session was ended by a sign-out
                session.getCreationTime();
                return !sessions.isStale(session, who);
            } catch (IllegalStateException ended) {
                return false;
            }
        };
    }

    private boolean isStill(Actor actor) {
        return tokens.all().stream().filter(token -> actor.name().equals("token:" + token.name()))
                .anyMatch(token -> token.isValid(clock.instant()) && token.roles().equals(actor.roles()) && token.scope().equals(actor.scope()));
    }
}
