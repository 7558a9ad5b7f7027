package io.portolan.adoption;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Files that a person has had looked through and may have taken in: they are in the vault meanwhile, and forgotten after an hour. */
@Component
public class CheckedFiles {

    private static final Duration LIFE = Duration.ofHours(1);

    private final JdbcAdoptionFiles files;
    private final Vault vault;
    private final Clock clock;

    CheckedFiles(JdbcAdoptionFiles files, Vault vault, Clock clock) {
        this.files = files;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps a file for whoever has handed it in; gives its id. */
    public String keep(byte[] file, String actor) {
        var id = UUID.randomUUID().toString();
        files.add(id, actor, Timestamps.now(clock));
        try (var secret = Secret.ofUtf8(file)) {
            vault.keep(name(id), Act.HOUSE, secret);
        }
        return id;
    }

    /**
     * The file that this person has handed in.
     *
     * @throws Refused with code {@code file-gone} where it was taken in, forgotten, or is somebody else's
     */
    public byte[] take(String id, String actor) {
        if (!files.isOf(id, actor)) {
            throw gone();
        }
        try (var secret = vault.reveal(name(id), new Vault.Purpose(actor, "to take it in", false, Act.HOUSE)).orElseThrow(CheckedFiles::gone)) {
            return secret.revealUtf8(bytes -> bytes.clone());
        }
    }

    private static Refused gone() {
        return Refused.conflict("file-gone", "This file is not here any more: it was taken in, or an hour has gone by. Hand it in once more.", java.util.Map.of());
    }

    /** Forgets a file that nobody needs any more. */
    public void forget(String id) {
        vault.forget(name(id));
        files.remove(id);
    }

    /** Forgets the files that nobody has had taken in. */
    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void forgetOld() {
        files.before(Timestamps.of(clock.instant().minus(LIFE))).forEach(this::forget);
    }

    private static SecretName name(String id) {
        return SecretName.of("adoption-file", id);
    }
}
