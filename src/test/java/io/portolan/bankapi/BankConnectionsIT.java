package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.bankapi.CallFailed.How;
import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.CertificateRetired;
import io.portolan.certificate.InMemoryCertificates;
import io.portolan.playbook.Connection;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.vault.InMemoryVault;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which connections calls are made over, at a bank that counts TLS handshakes. */
class BankConnectionsIT {

    private static final DemoAuthority AUTHORITY = ApiLegs.AUTHORITY;
    private static final Connection ALONE = new Connection(Connection.Chain.LEAF, List.of());

    @TempDir
    private Path folder;
    private final InMemoryCertificates certificates = new InMemoryCertificates();
    private final Certificate ours = certificates.add("lantern", Certificate.Kind.QWAC, "test", AUTHORITY.qwac(DemoTpp.example()));
    private final Certificate others = certificates.add("beacon", Certificate.Kind.QWAC, "test", AUTHORITY.qwac(DemoTpp.numbered(7)));
    private final TickingClock clock = new TickingClock(ApiLegs.NOW);
    private FakeBankApi bank;
    private BankConnections connections;
    private Caller caller;

    @BeforeEach
    void openTheBank() throws Exception {
        bank = new FakeBankApi(AUTHORITY, false);
        bank.on("/accounts", came -> Goes.json(200, "{}"));
        var settings = SampleCallers.settings(Files.writeString(folder.resolve("ca.pem"), AUTHORITY.certificatePem()), Duration.ofSeconds(5),
                Duration.ofSeconds(5), null);
        var proxy = new ProxyRoute(settings, new InMemoryVault());
        connections = new BankConnections(certificates, settings, proxy, clock);
        caller = new HttpCaller(connections, proxy, settings);
    }

    @AfterEach
    void closeTheBank() {
        bank.close();
    }

    @Test
    void makesManyCallsOverOneConnection() throws CallFailed {
        for (int i = 0; i < 20; i++) {
            call(ours, Connection.USUAL);
        }
        assertThat(bank.came()).hasSize(20);
        assertThat(bank.handshakes()).isEqualTo(1);
    }

    @Test
    void givesNobodyTheConnectionOfAnothersCertificate() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var calls = IntStream.range(0, 120).<Callable<Answer>>mapToObj(i -> () -> caller.call(new Call("GET", SampleCallers.get(at(), null).uri(),
                    Map.of("Who", i % 3 == 0 ? "ours" : i % 3 == 1 ? "others" : "nobody"), null, i % 3 == 0 ? ours : i % 3 == 1 ? others : null,
                    Connection.USUAL, false, ""))).toList();
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(bank.came()).hasSize(120).allSatisfy(came -> assertThat(shown(came)).isEqualTo(switch (came.header("Who")) {
            case "ours" -> ours.leaf();
            case "others" -> others.leaf();
            default -> null;
        }));
        assertThat(bank.handshakes()).as("at most one connection for each of them in each thread").isBetween(3, 12);
    }

    @Test
    void opensAConnectionOfItsOwnForACallThatMustNotBeMadeTwice() throws CallFailed {
        call(ours, Connection.USUAL);
        caller.callOnce(SampleCallers.post(at(), "{}", ours));
        caller.callOnce(SampleCallers.post(at(), "{}", ours));
        call(ours, Connection.USUAL);

        assertThat(bank.handshakes()).isEqualTo(3);
        assertThat(bank.came()).allMatch(came -> ours.leaf().equals(shown(came)));
    }

    @Test
    void showsTheCertificateAloneWhereTheBankWantsItSo() throws CallFailed {
        call(ours, Connection.USUAL);
        call(ours, ALONE);
        call(ours, Connection.USUAL);

        assertThat(bank.came()).extracting(came -> came.certificates().size()).containsExactly(2, 1, 2);
        assertThat(bank.handshakes()).isEqualTo(2);
    }

    @Test
    void trustsAnAuthorityWhereItsPlaybookNamesItAndNowhereElse() throws Exception {
        bank.close();
        var foreign = DemoAuthority.create("Foreign", Clock.systemUTC());
        bank = new FakeBankApi(foreign, false);
        bank.on("/accounts", came -> Goes.json(200, "{}"));

        assertThat(call(null, new Connection(null, List.of(foreign.certificatePem()))).status()).isEqualTo(200);

        assertThatThrownBy(() -> call(null, Connection.USUAL)).isInstanceOfSatisfying(CallFailed.class, failure -> {
            assertThat(failure.how()).isEqualTo(How.SERVER_NOT_TRUSTED);
            assertThat(failure).hasMessageContaining("CN=Foreign").hasMessageContaining("portolan.bankapi.trust");
        });
        assertThat(bank.came()).hasSize(1);
    }

    @Test
    void connectsAnewAfterItsCertificateWasTakenOutOfUse() throws CallFailed {
        call(ours, Connection.USUAL);
        call(others, Connection.USUAL);

        connections.retired(new CertificateRetired(ours.id()));
        call(others, Connection.USUAL);
        assertThat(bank.handshakes()).isEqualTo(2);
        call(ours, Connection.USUAL);
        assertThat(bank.handshakes()).isEqualTo(3);
    }

    @Test
    void closesTheConnectionsOfACertificateThatIsUsedNoMore() throws Exception {
        var isClosed = new AtomicBoolean();
        var tls = (SSLServerSocket) FakeBankApi.context(AUTHORITY, AUTHORITY.serverCertificate()).getServerSocketFactory().createServerSocket(0, 50,
                InetAddress.getLoopbackAddress());
        try (var peer = new RawPeer(tls, socket -> {
            RawPeer.head(socket);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
            isClosed.set(socket.getInputStream().read() < 0);
        })) {
            caller.call(SampleCallers.get(peer.address(), ours));
            connections.retired(new CertificateRetired(ours.id()));

            // Java 17 closes connections of a client that nobody holds; that this is so is seen when memory is cleaned
            await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(200)).until(() -> {
                System.gc();
                return isClosed.get();
            });
        }
    }

    @Test
    void letsGoOfWhatNobodyHasUsedForLong() throws CallFailed {
        call(ours, Connection.USUAL);
        clock.pass(Duration.ofMinutes(6));
        call(others, Connection.USUAL);
        clock.pass(Duration.ofMinutes(6));
        call(others, Connection.USUAL);
        assertThat(bank.handshakes()).isEqualTo(2);

        call(ours, Connection.USUAL);
        assertThat(bank.handshakes()).isEqualTo(3);
    }

    @Test
    void offersTheTwoVersionsOfTlsThatAreSafeAndNoOther() throws Exception {
        var hello = new CompletableFuture<ByteBuffer>();
        try (var peer = new RawPeer(socket -> {
            var head = ByteBuffer.wrap(socket.getInputStream().readNBytes(5));
            hello.complete(ByteBuffer.wrap(socket.getInputStream().readNBytes(head.getShort(3))));
            socket.close();
        })) {
            assertThatThrownBy(() -> caller.call(SampleCallers.get(peer.address(), ours))).isInstanceOf(CallFailed.class);
        }
        assertThat(versions(hello.get(5, TimeUnit.SECONDS))).isEqualTo("03040303");
    }

    /** The versions that a client hello offers (RFC 8446, section 4.2.1), in hexadecimal. */
    private static String versions(ByteBuffer hello) {
        hello.position(4 + 2 + 32);
        hello.position(hello.position() + 1 + hello.get(hello.position()));
        hello.position(hello.position() + 2 + hello.getShort(hello.position()));
        hello.position(hello.position() + 1 + hello.get(hello.position()));
        hello.getShort();
        while (hello.hasRemaining()) {
            int type = hello.getShort();
            var extension = new byte[hello.getShort()];
            hello.get(extension);
            if (type == 43) {
                return HexFormat.of().formatHex(extension, 1, extension.length);
            }
        }
        return "none said";
    }

    private Answer call(Certificate certificate, Connection connection) throws CallFailed {
        return caller.call(SampleCallers.get(at(), certificate, connection));
    }

    private String at() {
        return "https://localhost:" + bank.port() + "/accounts";
    }

    private static java.security.cert.Certificate shown(Came came) {
        return came.certificate() ? came.certificates().get(0) : null;
    }
}
