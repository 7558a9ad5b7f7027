package io.portolan.certificate;

import io.portolan.journal.Act;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The private keys of our certificates: at rest in the vault, in memory for a few minutes at a time. */
@Component
class PrivateKeys {

    // a run of legs makes many connections with one certificate; the vault is asked once for all of them
    private static final Duration LIFE_IN_MEMORY = Duration.ofMinutes(5);

    private final Vault vault;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    PrivateKeys(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps the key under the name of its holder, which is the certificate or request that it was first here for. */
    void keep(String holder, String tpp, PrivateKey key) {
        try (var pem = PemKey.written(key)) {
            vault.keep(name(holder), tpp, pem);
        }
    }

    /** The private key of this holder, for the given work. */
    PrivateKey of(String holder, String work) {
        var now = clock.instant();
        held.values().removeIf(key -> !key.until.isAfter(now));
        return held.computeIfAbsent(holder, id -> new Held(read(id, work), now.plus(LIFE_IN_MEMORY))).key;
    }

    private PrivateKey read(String holder, String work) {
        var purpose = new Vault.Purpose("portolan", work, false, Act.HOUSE);
        try (var pem = vault.reveal(name(holder), purpose).orElseThrow(() ->
                new IllegalStateException("the private key of certificate " + holder + " is not in the vault"))) {
            return PemKey.read(pem);
        }
    }

    private static SecretName name(String holder) {
        return SecretName.of("certificate", holder, "key");
    }

    private static final class Held {

        private final PrivateKey key;
        private final Instant until;

        private Held(PrivateKey key, Instant until) {
            this.key = key;
            this.until = until;
        }
    }
}
