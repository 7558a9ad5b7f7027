package io.portolan.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody may sign in from this address for a while, whatever the name and the password. */
final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    String sentence() {
        var minutes = Math.max(1, (seconds() + 59) / 60);
        return "Too many wrong sign-ins came from your address. Try again in " + (minutes == 1 ? "a minute." : minutes + " minutes.");
    }
}
