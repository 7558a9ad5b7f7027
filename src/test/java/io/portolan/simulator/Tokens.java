package io.portolan.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that are out, known only by their hash, each bound to a certificate (RFC 8705, section 3). */
public final class Tokens {

    /** How long a token lives. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** What a token stands for; it falls with the secret with which it was got. */
    public record Grant(String clientId, String secretHash, String thumbprint, Instant expires) { }

    private final Map<String, Grant> issued = new ConcurrentHashMap<>();
    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** Hands out a token to a client that has shown this certificate. */
    public String issue(ApiClient client, ClientCertificate certificate) {
        var token = Passwords.random(32);
        issued.put(Passwords.digest(token), new Grant(client.clientId, client.secretHash, certificate.thumbprint(),
                clock.instant().plus(LIFE)));
        return token;
    }

    /** What a token stands for. */
    public Optional<Grant> find(String token) {
        return Optional.ofNullable(issued.get(Passwords.digest(token)));
    }
}
