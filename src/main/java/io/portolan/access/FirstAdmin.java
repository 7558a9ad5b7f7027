package io.portolan.access;

import io.portolan.refusal.CannotStart;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the first user, where there is none yet, so that somebody can sign in. */
@Component
class FirstAdmin implements ApplicationRunner {

    static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final JdbcUsers users;
    private final AccessSettings settings;

    FirstAdmin(JdbcUsers users, AccessSettings settings) {
        this.users = users;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!users.isEmpty()) {
            return;
        }
        var given = settings.adminPassword();
        var isGiven = given != null && given.length() > 0;
        try (var password = isGiven ? given : makeUp()) {
            users.create(NAME, password, Set.of(Role.ADMIN));
            if (!isGiven) {
                password.reveal(FirstAdmin::print);
            }
        } catch (Refused e) {
            if (!e.code().equals("user-exists")) {
                throw new CannotStart("The password in portolan.access.admin-password cannot be used: %s".formatted(e.getMessage()), "Give a longer one.");
            }
            LOG.debug("another node made the first user at the same moment");
        }
    }

    private static Secret makeUp() {
        var bits = new byte[15];
        new SecureRandom().nextBytes(bits);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The only place where Portolan prints a secret: there is nobody yet who could be shown it otherwise. */
    private static Void print(CharSequence password) {
        LOG.warn("""

                *******************************************************************************
                The first user was made. Sign in and change the password; it is not shown again.
                    user:     {}
                    password: {}
                *******************************************************************************""", NAME, password);
        return null;
    }
}
