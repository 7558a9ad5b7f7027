package io.portolan.vault;

import io.portolan.database.OwnerOnly;
import io.portolan.refusal.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the master keys: in the settings, else in their file, which is made at the very first start. */
final class MasterKeySource {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeySource.class);

    private final VaultSettings settings;

    MasterKeySource(VaultSettings settings) {
        this.settings = settings;
    }

    /** The keys; makes a file only for a vault that never had one, since a second key would not open what the first closed. */
    MasterKeys keys(boolean vaultIsNew) {
        if (settings.masterKey() != null && settings.masterKey().length() > 0) {
            return MasterKeys.read(settings.masterKey(), "portolan.vault.master-key");
        }
        var file = settings.masterKeyFile().toAbsolutePath().normalize();
        try {
            if (!Files.exists(file)) {
                if (!vaultIsNew) {
                    throw new CannotStart("The master key file %s is missing, but the vault already holds secrets of a master key.".formatted(file),
                            "Put the file back from your backup, or name it by portolan.vault.master-key-file. Without it the secrets cannot be read.");
                }
                make(file);
            }
            warnIfOthersCanRead(file);
            var bytes = Files.readAllBytes(file);
            try (var text = Secret.ofUtf8(bytes)) {
                return MasterKeys.read(text, file.toString());
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException e) {
            throw new CannotStart("The master key file %s cannot be read or made: %s".formatted(file, e.getMessage()),
                    "Check the rights of the file and its folder, or name another by portolan.vault.master-key-file.", e);
        }
    }

    private static void make(Path file) throws IOException {
        if (!Files.exists(file.getParent())) {
            OwnerOnly.folder(file.getParent());
        }
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var line = (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            OwnerOnly.write(file, line);
            LOG.warn("""

                    *******************************************************************************
                    A master key was made: {}
                    BACK IT UP NOW, apart from the database. Whoever loses it loses every secret in
                    the vault; whoever has it and the database can read them all.
                    *******************************************************************************""", file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another node made the master key at the same moment", e);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(line, (byte) 0);
        }
    }

    private static void warnIfOthersCanRead(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var others = Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
            if (Files.getPosixFilePermissions(file).stream().anyMatch(others::contains)) {
                LOG.warn("the master key file {} can be read by every user of this machine: chmod 600 it", file);
            }
        }
    }
}
