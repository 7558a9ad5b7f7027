package io.portolan.access;

import io.portolan.database.OwnerOnly;
import io.portolan.refusal.CannotStart;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The password that is made up for the first user: in a file that only we can read, and not in the log, which is often shipped elsewhere. */
@Component
class FirstPassword {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPassword.class);

    private final Path file;

    FirstPassword(AccessSettings settings) {
        this.file = settings.adminPasswordFile().toAbsolutePath().normalize();
    }

    /** Makes it and writes it down, or reads the one of a start that was cut off before the user was made; throws {@link CannotStart}. */
    Secret made() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            var bytes = Files.readAllBytes(file);
            try {
                return Secret.ofUtf8(new String(bytes, StandardCharsets.US_ASCII).strip().getBytes(StandardCharsets.US_ASCII));
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException e) {
            throw new CannotStart("The password of the first user cannot be written to or read from %s: %s".formatted(file, e.getMessage()),
                    "Check the rights of the file and its folder, or give a password by portolan.access.admin-password.", e);
        }
    }

    private void make() throws IOException {
        if (!Files.exists(file.getParent())) {
            OwnerOnly.folder(file.getParent());
        }
        var bits = new byte[15];
        new SecureRandom().nextBytes(bits);
        OwnerOnly.write(file, (Base64.getUrlEncoder().withoutPadding().encodeToString(bits) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Says where it stands. */
    void announce(String user) {
        LOG.warn("""

                *******************************************************************************
                The first user was made: {}. The password is in the file
                    {}
                Sign in and change it; the file is deleted then.
                *******************************************************************************""", user, file);
    }

    /** Deletes the file, since its user has another password now. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("the file {} cannot be deleted; the password in it is no longer one", file);
        }
    }
}
