package io.portolan.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that are out, known only by their hash, each bound to a certificate (RFC 8705, section 3). */
final class Tokens {

    static final Duration LIFE = Duration.ofMinutes(5);

    /** What a token stands for; it falls with the secret with which it was got. */
    record Grant(String clientId, String secretHash, String thumbprint, Instant expires) { }

    private final Map<String, Grant> issued = new ConcurrentHashMap<>();
    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    String issue(Books.Application application, ClientCertificate certificate) {
        var token = Passwords.random(32);
        issued.put(Passwords.digest(token), new Grant(application.clientId, application.secretHash, certificate.thumbprint(),
                clock.instant().plus(LIFE)));
        return token;
    }

    Optional<Grant> find(String token) {
        return Optional.ofNullable(issued.get(Passwords.digest(token)));
    }
}
