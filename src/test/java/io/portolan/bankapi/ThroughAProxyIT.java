package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.bankapi.CallFailed.How;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.bankapi.Verdict.Whose;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.simulator.DemoTpp;
import io.portolan.vault.InMemoryVault;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Banks that are reached through a proxy of ours. */
class ThroughAProxyIT {

    private static final String PASSWORD = "p4ss:wörd/1";
    private static final String SIGNED_IN = "Basic " + Base64.getEncoder().encodeToString(("ada:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;
    private final InMemoryVault vault = new InMemoryVault();
    private final InMemoryCertificates certificates = new InMemoryCertificates();
    private final Certificate ours = certificates.add("lantern", Certificate.Kind.QWAC, "test", ApiLegs.AUTHORITY.qwac(DemoTpp.example()));
    private FakeBankApi bank;

    @BeforeEach
    void openTheBank() throws Exception {
        bank = new FakeBankApi(ApiLegs.AUTHORITY, true);
        bank.on("/accounts", came -> Goes.json(200, "{}"));
        Files.writeString(folder.resolve("ca.pem"), ApiLegs.AUTHORITY.certificatePem());
    }

    @AfterEach
    void closeTheBank() {
        bank.close();
    }

    @Test
    void callsABankByMutualTlsThroughIt() throws Exception {
        try (var proxy = new SmallProxy(null, 200)) {
            var caller = caller(proxy.port(), null, null, List.of());
            for (int i = 0; i < 5; i++) {
                assertThat(caller.call(SampleCallers.get(at(), ours)).status()).isEqualTo(200);
            }
            assertThat(proxy.asked()).singleElement().asString().startsWith("CONNECT localhost:" + bank.port() + " HTTP/1.1").doesNotContain("Authorization");
            assertThat(bank.handshakes()).isEqualTo(1);
            assertThat(bank.came()).hasSize(5).allSatisfy(came -> assertThat(came.certificates().get(0)).isEqualTo(ours.leaf()));
        }
    }

    @Test
    void signsInAtItAndTellsTheBankNothingOfThat() throws Exception {
        vault.keep(new SecretName("proxy/password"), null, Secret.of(PASSWORD));
        try (var proxy = new SmallProxy(SIGNED_IN, 200)) {
            assertThat(caller(proxy.port(), PASSWORD, null, List.of()).call(SampleCallers.get(at(), ours)).status()).isEqualTo(200);
            assertThat(caller(proxy.port(), null, "proxy/password", List.of()).callOnce(SampleCallers.post(at(), "{}", ours)).status()).isEqualTo(200);

            assertThat(proxy.asked()).hasSize(2);
            assertThat(bank.came()).hasSize(2).noneMatch(came -> came.headers().keySet().stream().anyMatch(name -> name.regionMatches(true, 0, "proxy", 0, 5)));
        }
    }

    @Test
    void saysThatItDoesNotTakeOurPassword() throws Exception {
        try (var proxy = new SmallProxy(SIGNED_IN, 200)) {
            var failure = failure(caller(proxy.port(), "another", null, List.of()));

            assertThat(failure.how()).isEqualTo(How.PROXY_IN_THE_WAY);
            assertThat(failure.how().isBeforeTheCall()).isTrue();
            assertThat(Verdict.of(failure).whose()).isEqualTo(Whose.OUR_PROXY);
            assertThat(failure.getMessage()).contains("localhost:" + proxy.port(), "user and password").doesNotContain("another");
        }
    }

    @Test
    void saysThatTheVaultHasNoPasswordForIt() throws Exception {
        try (var proxy = new SmallProxy(SIGNED_IN, 200)) {
            assertThat(failure(caller(proxy.port(), null, "proxy/password", List.of())).getMessage()).contains("The vault has no password");
            assertThat(proxy.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"403,OUR_PROXY", "502,THEIR_OUTAGE", "504,THEIR_OUTAGE"})
    void saysWhatItAnswersInsteadOfLettingUsThrough(int status, Whose whose) throws Exception {
        try (var proxy = new SmallProxy(null, status)) {
            var failure = failure(caller(proxy.port(), null, null, List.of()));

            assertThat(failure.how().isBeforeTheCall()).isTrue();
            assertThat(Verdict.of(failure).whose()).isEqualTo(whose);
            assertThat(failure.getMessage()).contains("does not get us through to localhost:" + bank.port(), "it answers " + status);
        }
    }

    @Test
    void saysThatItIsAway() throws Exception {
        var proxy = new SmallProxy(null, 200);
        proxy.close();

        assertThat(failure(caller(proxy.port(), null, null, List.of())).getMessage()).isEqualTo("Our proxy localhost:" + proxy.port() + " cannot be reached.");
    }

    @Test
    void saysThatItSaysNothing() throws Exception {
        try (var proxy = new RawPeer(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()))) {
            var failure = failure(caller(proxy.port(), null, null, List.of()));

            assertThat(failure.how().isBeforeTheCall()).as(failure.getMessage()).isTrue();
            assertThat(failure.getMessage()).contains("through our proxy localhost:" + proxy.port());
        }
    }

    @Test
    void passesItByForHostsThatNeedNone() throws Exception {
        try (var proxy = new SmallProxy(null, 403)) {
            assertThat(caller(proxy.port(), null, null, List.of("localhost")).call(SampleCallers.get(at(), ours)).status()).isEqualTo(200);
            assertThat(proxy.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"api.bank.example,true", "API.bank.example,true", "bank.example,false", "sub.inner.example,true", "inner.example,true", "winner.example,false", "example,false"})
    void knowsWhichHostsNeedNone(String host, boolean isLeftOut) {
        assertThat(new BankApiSettings.Proxy("p", 1, null, null, null, List.of("api.bank.example", ".inner.example")).isLeftOutFor(host)).isEqualTo(isLeftOut);
    }

    private CallFailed failure(Caller caller) {
        var failure = catchThrowableOfType(CallFailed.class, () -> caller.callOnce(SampleCallers.post(at(), "{}", ours)));
        assertThat(bank.came()).isEmpty();
        return failure;
    }

    private Caller caller(int port, String password, String passwordSecret, List<String> noProxy) {
        var user = password == null && passwordSecret == null ? null : "ada";
        var settings = SampleCallers.settings(folder.resolve("ca.pem"), Duration.ofSeconds(3), Duration.ofSeconds(3),
                new BankApiSettings.Proxy("localhost", port, user, password, passwordSecret, noProxy));
        var proxy = new ProxyRoute(settings, vault);
        return new HttpCaller(new BankConnections(certificates, settings, proxy, Clock.systemUTC()), proxy, settings);
    }

    private String at() {
        return "https://localhost:" + bank.port() + "/accounts";
    }
}
