package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.bankapi.CallFailed.How;
import io.portolan.bankapi.RawPeer.Behaviour;
import io.portolan.bankapi.Verdict.Whose;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Connection;
import io.portolan.playbook.SamplePlaybooks;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers in a bank's place that answer with the wrong certificate, garbage, or nothing. */
@Timeout(60)
class StrangePeersIT extends ApiLegs {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** A handshake's answer of TLS 1.0: what is chosen there is no longer safe. */
    private static final byte[] TLS_1_0 = HexFormat.of().parseHex("160301002a" + "02000026" + "0301" + "5a".repeat(32) + "00" + "002f" + "00");

    static Stream<Arguments> withoutTls() {
        return Stream.of(
                Arguments.of("closes at once", (Behaviour) Socket::close, How.HUNG_UP, Whose.UNCLEAR, "hangs up in the TLS handshake"),
                Arguments.of("closes in the handshake", (Behaviour) socket -> {
                    socket.getInputStream().read(new byte[50]);
                    socket.close();
                }, How.HUNG_UP, Whose.UNCLEAR, "lets in only addresses that it knows"),
                Arguments.of("resets in the handshake", (Behaviour) socket -> {
                    socket.getInputStream().read(new byte[50]);
                    socket.setSoLinger(true, 0);
                    socket.close();
                }, How.HUNG_UP, Whose.UNCLEAR, "before anything was sent"),
                Arguments.of("garbage", says("\u0007garbage that goes on for a while, and means nothing"), How.NO_TLS, Whose.THEIR_SERVER, "No TLS connection"),
                Arguments.of("plain HTTP", says("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), How.NO_TLS, Whose.THEIR_SERVER, "Is that the address"),
                Arguments.of("TLS 1.0", (Behaviour) socket -> {
                    socket.getInputStream().read(new byte[50]);
                    socket.getOutputStream().write(TLS_1_0);
                }, How.NO_TLS, Whose.THEIR_SERVER, "1.2 or 1.3"),
                Arguments.of("nothing", (Behaviour) socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()),
                        How.NOT_REACHED, Whose.THEIR_OUTAGE, "not connected in time"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutTls")
    void knowsThatNothingWasSentToWhoeverSpeaksNoTls(String what, Behaviour behaviour, How how, Whose whose, String words) throws Exception {
        try (var peer = new RawPeer(behaviour)) {
            var failure = failure(SampleCallers.post(peer.address(), "{}", null));

            assertThat(failure.how()).as(failure.getMessage()).isEqualTo(how);
            assertThat(failure.how().isBeforeTheCall()).isTrue();
            assertThat(Verdict.of(failure).whose()).isEqualTo(whose);
            assertThat(Verdict.of(failure).sentence()).contains(words, "localhost:" + peer.port());
        }
    }

    static Stream<Arguments> overTls() {
        return Stream.of(
                Arguments.of("hangs up after the call", (Behaviour) socket -> {
                    RawPeer.head(socket);
                    socket.close();
                }, How.CUT_OFF, Whose.UNCLEAR),
                Arguments.of("hangs up within the answer", (Behaviour) socket -> {
                    RawPeer.head(socket);
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
                    socket.close();
                }, How.CUT_OFF, Whose.UNCLEAR),
                Arguments.of("garbage after the call", (Behaviour) socket -> {
                    RawPeer.head(socket);
                    socket.getOutputStream().write("garbage that is no answer\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }, How.GARBLED, Whose.THEIR_OUTAGE),
                Arguments.of("a head without end", (Behaviour) socket -> {
                    RawPeer.head(socket);
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                    for (int i = 0; i < 100_000; i++) {
                        socket.getOutputStream().write(("X-" + i + ": " + "y".repeat(100) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    }
                }, How.GARBLED, Whose.THEIR_OUTAGE),
                Arguments.of("nothing after the call", (Behaviour) socket -> {
                    RawPeer.head(socket);
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                }, How.TIMED_OUT, Whose.THEIR_OUTAGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overTls")
    void knowsThatABankMayHaveActedOnceItHasTheCall(String what, Behaviour behaviour, How how, Whose whose) throws Exception {
        try (var peer = new RawPeer(tls("TLSv1.3", false), behaviour)) {
            var failure = failure(SampleCallers.get(peer.address(), null));

            assertThat(failure.how()).as(failure.getMessage()).isEqualTo(how);
            assertThat(failure.how().isBeforeTheCall()).isFalse();
            assertThat(Verdict.of(failure).whose()).isEqualTo(whose);
        }
    }

    @Test
    void saysThatACertificateIsForAnotherHost() throws Exception {
        standsFor(new FakeBankApi(AUTHORITY, AUTHORITY.qwac(DemoTpp.example()), false), "is not for this host but for lantern-payments.example");
    }

    @Test
    void saysThatACertificateHasEnded() throws Exception {
        var early = DemoAuthority.create("Early", Clock.offset(Clock.systemUTC(), Duration.ofDays(-1000)));
        bank.close();
        bank = new FakeBankApi(early, false);

        var failure = failure(SampleCallers.get("https://localhost:" + bank.port() + "/accounts", null, new Connection(null, List.of(early.certificatePem()))));

        assertThat(failure.how()).isEqualTo(How.SERVER_NOT_TRUSTED);
        assertThat(failure.getMessage()).contains("its certificate has ended, on 20");
    }

    @Test
    void saysWhoHasIssuedACertificateThatWeDoNotTrust() throws Exception {
        standsFor(new FakeBankApi(DemoAuthority.create("Foreign", Clock.systemUTC()), false), "the last issuer that it names is CN=Foreign");
    }

    private void standsFor(FakeBankApi other, String words) {
        bank.close();
        bank = other;

        var failure = failure(SampleCallers.post("https://localhost:" + bank.port() + "/register", "{}", null));

        assertThat(failure.how()).isEqualTo(How.SERVER_NOT_TRUSTED);
        assertThat(failure.how().isBeforeTheCall()).isTrue();
        assertThat(Verdict.of(failure)).extracting(Verdict::whose).isEqualTo(Whose.THEIR_SERVER);
        assertThat(failure.getMessage()).contains("We do not trust the server localhost:" + bank.port(), words);
        assertThat(bank.came()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void saysThatABankDemandsACertificateWhereWeHaveNone(String version) throws Exception {
        try (var peer = new RawPeer(tls(version, true), StrangePeersIT::answers)) {
            var failure = failure(SampleCallers.get(peer.address(), null));

            // whether the alert or the end of the connection comes first is a matter of chance
            assertThat(failure.how().mayBeOurCertificate()).as(failure.getMessage()).isTrue();
            assertThat(Verdict.of(failure).whose()).isIn(Whose.OUR_CERTIFICATE, Whose.UNCLEAR);
            assertThat(Verdict.of(failure).sentence()).containsPattern("rejects a TLS connection without a client certificate|does not take a certificate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksTheTwoVersionsOfTlsThatAreSafe(String version) throws Exception {
        try (var peer = new RawPeer(tls(version, true), StrangePeersIT::answers)) {
            var ours = certificates.of("lantern").get(0);

            assertThat(caller().call(SampleCallers.get(peer.address(), ours)).status()).isEqualTo(200);
        }
    }

    @Test
    void triesAgainWhatMustNotBeMadeTwiceWhereNothingWasSent() throws Exception {
        try (var peer = new RawPeer(says("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            var run = runAt(peer, "register");

            assertThat(means.perform(run)).isInstanceOf(Outcome.Fault.class).asString().contains("No TLS connection");
            assertThat(run.progress()).isEqualTo(Progress.NOTHING);
        }
    }

    @Test
    void asksAPersonWhereWhatMustNotBeMadeTwiceMayHaveArrived() throws Exception {
        try (var peer = new RawPeer(tls("TLSv1.3", false), socket -> {
            RawPeer.head(socket);
            socket.close();
        })) {
            assertThat(reason(means.perform(runAt(peer, "register")))).isEqualTo(Reason.ANSWER_LOST);
            assertThat(peer.connections()).isEqualTo(1);
        }
    }

    private FakeLegRun runAt(RawPeer peer, String leg) {
        return run(SamplePlaybooks.READER.read("xx-api.yaml", ApiPlaybook.at(peer.port())).orThrow(), leg)
                .with("environment.base-url", "https://localhost:" + peer.port());
    }

    private CallFailed failure(Call call) {
        return catchThrowableOfType(CallFailed.class, () -> caller().call(call));
    }

    private Caller caller() {
        return SampleCallers.caller(certificates, SampleCallers.settings(trusted(), SOON, Duration.ofMinutes(2), null), Clock.systemUTC());
    }

    private static ServerSocket tls(String version, boolean needsCertificate) throws IOException, GeneralSecurityException {
        var server = (SSLServerSocket) FakeBankApi.context(AUTHORITY, AUTHORITY.serverCertificate()).getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(new String[] {version});
        server.setNeedClientAuth(needsCertificate);
        return server;
    }

    private static Behaviour says(String text) {
        return socket -> {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    private static void answers(Socket socket) throws IOException {
        RawPeer.head(socket);
        socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
    }
}
