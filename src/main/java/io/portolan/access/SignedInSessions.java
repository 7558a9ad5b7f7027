package io.portolan.access;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeSet;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Tells sessions that have become stale: a session holds for as long as the user's password, second factor and roles are those that it began with,
 * on whichever node they are changed; one of somebody whom the provider has signed in, until it signs them out.
 */
@Component
class SignedInSessions {

    private static final String STAMP = SignedInSessions.class.getName();
    private static final String UNTIL = STAMP + ".until";
    private static final String BEGAN = STAMP + ".began";
    private static final String NOBODY = "";

    private final JdbcUsers users;
    private final JdbcEndedElsewhere ended;
    private final Clock clock;

    SignedInSessions(JdbcUsers users, JdbcEndedElsewhere ended, Clock clock) {
        this.ended = ended;
        this.users = users;
        this.clock = clock;
    }

    /** Lets the session begin, or go on after a change that was made in it. */
    void begin(HttpSession session, String name) {
        session.setAttribute(STAMP, stamp(name));
    }

    /** Lets a session begin whose user is not one of ours; it holds for this time, after which the provider is asked again what they may. */
    void begin(HttpSession session, Duration time) {
        session.setAttribute(BEGAN, clock.instant());
        session.setAttribute(UNTIL, clock.instant().plus(time));
    }

    boolean isStale(HttpSession session, Authentication user) {
        return user instanceof UsernamePasswordAuthenticationToken ? isStale(session, user.getName())
                : user instanceof OAuth2AuthenticationToken elsewhere && (!(session.getAttribute(UNTIL) instanceof Instant until && until.isAfter(clock.instant()))
                        || hasEnded(session, elsewhere));
    }

    /** Whether the provider has signed them out since. */
    private boolean hasEnded(HttpSession session, OAuth2AuthenticationToken user) {
        return !(session.getAttribute(BEGAN) instanceof Instant began && user.getPrincipal() instanceof OidcUser known)
                || ended.hasEnded(known.getIdToken().getClaimAsString("sid"), known.getSubject(), began);
    }

    boolean isStale(HttpSession session, String name) {
        var now = stamp(name);
        return now.equals(NOBODY) || !now.equals(session.getAttribute(STAMP));
    }

    private String stamp(String name) {
        return users.credentials(name).filter(known -> !known.disabled())
                .map(known -> sha256(known.password() + RoleArray.of(known.roles()) + new TreeSet<>(known.tpps()) + known.secondFactorSince())).orElse(NOBODY);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
