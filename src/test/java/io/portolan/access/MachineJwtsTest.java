package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.portolan.vault.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.AuthenticationServiceException;

class MachineJwtsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final TestProvider provider = new TestProvider();
    private final MachineJwts machines = machines(provider);

    @AfterEach
    void closeProvider() {
        provider.close();
    }

    @Test
    void takesATokenForUsAndNamesItsClient() {
        provider.open();
        var machine = machines.machine(Secret.of(signed(claims -> claims))).orElseThrow();

        assertThat(machine.getPrincipal()).isEqualTo(new Actor("client:reports", Set.of(Role.OPERATOR), Set.of()));
        assertThat(machine.until()).isEqualTo(NOW.plusSeconds(300 + 60));
    }

    @ParameterizedTest
    @CsvSource({"at+jwt, true", "AT+JWT, true", "application/at+jwt, true", "JWT, true", "logout+jwt, false"})
    void takesTheTypesOfAccessTokensAndNoOthers(String type, boolean isTaken) {
        provider.open();
        assertThat(machines.machine(Secret.of(provider.signed(claims().build(), type))).isPresent()).isEqualTo(isTaken);
    }

    @Test
    void asksTheProviderNothingForWhatCannotBeItsToken() {
        assertThat(machines.machine(Secret.of("ptl_wrong"))).isEmpty();
        assertThat(machines.machine(Secret.of("a.b.c"))).isEmpty();
        assertThat(machines.machine(Secret.of(new PlainJWT(new JWTClaimsSet.Builder().issuer(provider.issuer()).build()).serialize()))).isEmpty();
    }

    @Test
    void takesClocksThatDifferByAMinuteAndNoMore() {
        provider.open();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.expirationTime(at(-50)))))).isPresent();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.expirationTime(at(-70)))))).isEmpty();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.notBeforeTime(at(50)))))).isPresent();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.notBeforeTime(at(70)))))).isEmpty();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.issueTime(at(50)))))).isPresent();
        assertThat(machines.machine(Secret.of(signed(claims -> claims.issueTime(at(70)))))).as("of tomorrow").isEmpty();
    }

    @Test
    void refusesWhatIsForAnotherOfAnotherOfAPersonOrWithoutEndOrRole() {
        provider.open();
        for (UnaryOperator<JWTClaimsSet.Builder> change : List.<UnaryOperator<JWTClaimsSet.Builder>>of(claims -> claims.audience("another"), claims -> claims.audience((String) null),
                claims -> claims.issuer("https://elsewhere.example"), claims -> claims.claim("client_id", null), claims -> claims.expirationTime(null),
                claims -> claims.claim("realm_access", null))) {
            assertThat(machines.machine(Secret.of(signed(change)))).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNotSignedOrBySomebodyElseOrByAKeyThatEverybodyHas() throws Exception {
        provider.open();
        var byPublicKey = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
        byPublicKey.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));

        for (var token : List.of(new PlainJWT(claims().build()).serialize(), TestProvider.forged(claims().build()), byPublicKey.serialize(), "ptl_unknown", "a.b.c", "")) {
            assertThat(machines.machine(Secret.of(token))).as(token).isEmpty();
        }
    }

    @Test
    void saysThatItCannotKnowWhileTheProviderIsAwayAndKnowsOnceItIsThere() {
        var token = signed(claims -> claims);
        provider.close();
        var away = machines(provider);
        assertThatThrownBy(() -> away.machine(Secret.of(token))).isInstanceOf(AuthenticationServiceException.class);

        provider.open();

        assertThat(away.machine(Secret.of(token))).isPresent();
    }

    private static MachineJwts machines(TestProvider provider) {
        return new MachineJwts(provider.settings(), provider.known(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return provider.signed(change.apply(claims()).build());
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(provider.issuer()).subject("service-account-reports").audience("portolan-api").claim("client_id", "reports")
                .claim("realm_access", Map.of("roles", List.of("portolan-operator"))).issueTime(at(-600)).expirationTime(at(300));
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
