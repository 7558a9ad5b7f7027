package io.portolan.access;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Tells sessions that have become stale: a session holds for as long as the user's password, second factor and roles are those that it began with,
 * on whichever node they are changed.
 */
@Component
class SignedInSessions {

    private static final String STAMP = SignedInSessions.class.getName();
    private static final String NOBODY = "";

    private final JdbcUsers users;

    SignedInSessions(JdbcUsers users) {
        this.users = users;
    }

    /** Lets the session begin, or go on after a change that was made in it. */
    void begin(HttpSession session, String name) {
        session.setAttribute(STAMP, stamp(name));
    }

    boolean isStale(HttpSession session, String name) {
        var now = stamp(name);
        return now.equals(NOBODY) || !now.equals(session.getAttribute(STAMP));
    }

    private String stamp(String name) {
        return users.credentials(name).filter(known -> !known.disabled())
                .map(known -> sha256(known.password() + RoleArray.of(known.roles()) + known.secondFactorSince())).orElse(NOBODY);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
