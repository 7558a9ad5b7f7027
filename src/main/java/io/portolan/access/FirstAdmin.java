package io.portolan.access;

import io.portolan.refusal.CannotStart;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
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
    private final FirstPassword firstPassword;

    FirstAdmin(JdbcUsers users, AccessSettings settings, FirstPassword firstPassword) {
        this.users = users;
        this.settings = settings;
        this.firstPassword = firstPassword;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!users.isEmpty()) {
            return;
        }
        var given = settings.adminPassword();
        var isGiven = given != null && given.length() > 0;
        try (var password = isGiven ? given : firstPassword.made()) {
            users.create(NAME, password, Set.of(Role.ADMIN));
            if (!isGiven) {
                firstPassword.announce(NAME);
            }
        } catch (Refused e) {
            if (!e.code().equals("user-exists")) {
                throw new CannotStart("The password in portolan.access.admin-password cannot be used: %s".formatted(e.getMessage()), "Give a longer one.");
            }
            LOG.debug("another node made the first user at the same moment");
        }
    }
}
