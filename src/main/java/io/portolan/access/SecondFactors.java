package io.portolan.access;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Totp;
import io.portolan.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second factor of users: one-time codes by time (RFC 6238) from a seed in the vault, and recovery codes for whoever loses the device. */
@Component
public class SecondFactors {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SEED_LETTERS = 32;
    private static final int RECOVERY_LETTERS = 16;
    private static final int RECOVERY_CODES = 10;

    private final JdbcSecondFactors factors;
    private final Vault vault;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcSecondFactors factors, Vault vault, Journal journal, Clock clock) {
        this.factors = factors;
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether this user is asked for a code after the password. */
    public boolean isSetUp(String user) {
        return factors.isConfirmed(user);
    }

    /** How many recovery codes are left. */
    public int recoveryLeft(String user) {
        return factors.recoveryLeft(user);
    }

    /**
     * Makes a seed, in place of one that was never confirmed, and gives it back in Base32, once; the caller closes it.
     *
     * @throws Refused with code {@code second-factor-exists} where one counts already
     */
    @Transactional
    public Secret begin(String user) {
        if (factors.isConfirmed(user)) {
            throw Refused.conflict("second-factor-exists", "You have a second factor already. Remove it first.", Map.of());
        }
        if (!factors.begin(user)) {
            throw Refused.notFound("unknown-user", "There is no user " + user + ".");
        }
        var seed = letters(SEED_LETTERS);
        vault.keep(seedOf(user), Act.HOUSE, seed);
        return seed;
    }

    /**
     * Lets the seed count, since a code of it is right, and gives the recovery codes back, once; the caller closes them.
     *
     * @throws Refused with code {@code wrong-code}
     */
    @Transactional
    public List<Secret> confirm(String user, Secret code) {
        var periods = periods(user, code);
        var codes = new ArrayList<Secret>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(letters(RECOVERY_LETTERS));
        }
        if (periods.isEmpty() || !factors.confirm(user, periods.get(0), codes.stream().map(SecondFactors::hash).toList())) {
            throw wrongCode();
        }
        journal.write(Act.by("user:" + user, Act.HOUSE, "second-factor-set-up", null));
        return codes;
    }

    /** Whether this is a code of now or a recovery code, and was none before; it is none any more then. */
    @Transactional
    public boolean takes(String user, Secret code) {
        if (periods(user, code).stream().anyMatch(period -> factors.take(user, period))) {
            return true;
        }
        if (!factors.takeRecovery(user, hash(code))) {
            return false;
        }
        journal.write(Act.by("user:" + user, Act.HOUSE, "recovery-code-used", "%d are left".formatted(factors.recoveryLeft(user))));
        return true;
    }

    /** Removes it for somebody who has lost device and codes; an admin does, and where there is none it is well. */
    @Transactional
    public void reset(String user, String actor) {
        if (factors.remove(user)) {
            vault.forget(seedOf(user));
            journal.write(Act.by(actor, Act.HOUSE, "second-factor-reset", user));
        }
    }

    static Refused wrongCode() {
        var sentence = "This code is not right, or was used already. Wait for the next one; where none is right, the clock of the device may be wrong.";
        return Refused.invalid("wrong-code", sentence, Map.of("code", sentence));
    }

    /** The periods, from the one before to the one after this, of which this is the code; clocks of devices are not exact. */
    private List<Long> periods(String user, Secret typed) {
        try (var seed = vault.reveal(seedOf(user), new Vault.Purpose("portolan", "sign-in", false, Act.HOUSE)).orElse(null)) {
            if (seed == null) {
                return List.of();
            }
            var totp = Totp.of(seed);
            long now = totp.counter(clock.instant());
            return LongStream.rangeClosed(now - 1, now + 1).filter(period -> {
                try (var right = totp.code(period)) {
                    return MessageDigest.isEqual(right.revealUtf8(byte[]::clone), typed.reveal(SecondFactors::bare).getBytes(StandardCharsets.UTF_8));
                }
            }).boxed().toList();
        }
    }

    private static SecretName seedOf(String user) {
        return SecretName.of("users", HexFormat.of().formatHex(user.getBytes(StandardCharsets.UTF_8)), "totp");
    }

    private Secret letters(int count) {
        var made = new StringBuilder();
        random.ints(count, 0, BASE_32.length()).forEach(i -> made.append(BASE_32.charAt(i)));
        return Secret.of(made);
    }

    /** As typed with gaps or in small letters. */
    private static String bare(CharSequence typed) {
        return typed.toString().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String hash(Secret code) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code.reveal(SecondFactors::bare).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
