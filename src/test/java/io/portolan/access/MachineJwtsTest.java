package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;

class MachineJwtsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private HttpServer server;
    private RSAKey key;
    private String issuer;
    private MachineJwts machines;

    @BeforeEach
    void openProvider() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort();
        answer("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys", "userinfo_endpoint": "%1$s/me",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        machines = machines(issuer);
    }

    @AfterEach
    void closeProvider() {
        server.stop(0);
    }

    @Test
    void takesATokenForUsAndNamesItsClient() throws Exception {
        server.start();
        var machine = machines.machine(Secret.of(signed(claims -> claims))).orElseThrow();

        assertThat(machine.getPrincipal()).isEqualTo(new Actor("client:reports", Set.of(Role.OPERATOR), Set.of()));
        assertThat(machine.until()).isEqualTo(NOW.plusSeconds(300 + 60));
    }

    @Test
    void asksTheProviderNothingForWhatCannotBeItsToken() {
        assertThat(machines.machine(Secret.of("ptl_wrong"))).isEmpty();
        assertThat(machines.machine(Secret.of("a.b.c"))).isEmpty();
        assertThat(machines.machine(Secret.of(new PlainJWT(new JWTClaimsSet.Builder().issuer(issuer).build()).serialize()))).isEmpty();
    }

    @Test
    void takesClocksThatDifferByAMinuteAndNoMore() throws Exception {
        server.start();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.expirationTime(at(-50)))))).isPresent();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.expirationTime(at(-70)))))).isEmpty();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.notBeforeTime(at(50)))))).isPresent();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.notBeforeTime(at(70)))))).isEmpty();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.issueTime(at(50)))))).isPresent();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.issueTime(at(70)))))).as("of tomorrow").isEmpty();
    }

    @Test
    void refusesWhatIsForAnotherOfAnotherOfAPersonOrWithoutEndOrRole() throws Exception {
        server.start();
        for (UnaryOperator<JWTClaimsSet.Builder> change : List.<UnaryOperator<JWTClaimsSet.Builder>>of(claims -> claims.audience("another"), claims -> claims.audience((String) null),
                claims -> claims.issuer("https://elsewhere.example"), claims -> claims.claim("client_id", null), claims -> claims.expirationTime(null),
                claims -> claims.claim("realm_access", null))) {
            assertThat(machines.machine(Secret.of(signed(change)))).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNotSignedOrBySomebodyElseOrByAKeyThatEverybodyHas() throws Exception {
        server.start();
        var another = new RSAKeyGenerator(2048).keyID("one").generate();
        var forged = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims().build());
        forged.sign(new RSASSASigner(another));
        var byPublicKey = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
        byPublicKey.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));

        for (var token : List.of(new PlainJWT(claims().build()).serialize(), forged.serialize(), byPublicKey.serialize(), "ptl_unknown", "a.b.c", "")) {
            assertThat(machines.machine(Secret.of(token))).as(token).isEmpty();
        }
    }

    @Test
    void saysThatItCannotKnowWhileTheProviderIsAwayAndKnowsOnceItIsThere() throws Exception {
        var token = signed(claims -> claims);
        server.start();
        server.stop(0);
        var away = machines(issuer);
        assertThatThrownBy(() -> away.machine(Secret.of(token))).isInstanceOf(AuthenticationServiceException.class);

        var back = HttpServer.create(server.getAddress(), 0);
        server = back;
        openAgain();

        assertThat(away.machine(Secret.of(token))).isPresent();
    }

    private void openAgain() {
        answer("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "subject_types_supported": ["public"]}""".formatted(issuer));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    private static MachineJwts machines(String issuer) {
        var settings = new Oidc(URI.create(issuer), "portolan", null, "SSO", Set.of("openid"), "preferred_username", "realm_access.roles", Map.of(), null, "portolan-api",
                "client_id", null, Duration.ofHours(1));
        return new MachineJwts(settings, new OidcProvider(settings, null, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), change.apply(claims()).build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(issuer).subject("service-account-reports").audience("portolan-api").claim("client_id", "reports")
                .claim("realm_access", Map.of("roles", List.of("portolan-operator"))).issueTime(at(-600)).expirationTime(at(300));
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
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
