package io.portolan.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A provider of OpenID Connect that tells of itself and its one key, and whose tokens are signed here. It answers only once it is open. */
final class TestProvider implements AutoCloseable {

    private final RSAKey key;
    private final InetSocketAddress address;
    private HttpServer server;
    private boolean isOpen;

    TestProvider() {
        key = newKey();
        server = server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getAddress();
    }

    /** Answers from now on, at the same address when it was closed before. */
    TestProvider open() {
        if (server == null) {
            server = server(address);
        }
        answer("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys", "userinfo_endpoint": "%1$s/me",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer()));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        isOpen = true;
        return this;
    }

    @Override
    public void close() {
        if (server != null) {
            // one that was never open does not let go of its port
            if (!isOpen) {
                server.start();
            }
            server.stop(0);
            server = null;
            isOpen = false;
        }
    }

    String issuer() {
        return "http://localhost:" + address.getPort();
    }

    RSAKey key() {
        return key;
    }

    /** How we know it. */
    Oidc settings() {
        return new Oidc(URI.create(issuer()), "portolan", null, "SSO", Set.of("openid"), "preferred_username", "realm_access.roles", Map.of(), null, "portolan-api",
                "client_id", null, Duration.ofHours(1));
    }

    OidcProvider known(Clock clock) {
        return new OidcProvider(settings(), null, clock);
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, null, key);
    }

    String signed(JWTClaimsSet claims, String type) {
        return signed(claims, type, key);
    }

    /** One that somebody else has signed and says that it is the provider's. */
    static String forged(JWTClaimsSet claims) {
        return signed(claims, null, newKey());
    }

    private static String signed(JWTClaimsSet claims, String type, RSAKey by) {
        try {
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").type(type == null ? null : new JOSEObjectType(type)).build(), claims);
            jwt.sign(new RSASSASigner(by));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer server(InetSocketAddress at) {
        try {
            return HttpServer.create(at, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (IOException gone) {
                // nobody waits for it any more
            }
        });
    }
}
