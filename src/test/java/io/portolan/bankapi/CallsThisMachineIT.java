package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.SamplePlaybooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank's API on this machine without TLS, such as one that is tried out. */
class CallsThisMachineIT extends ApiLegs {

    private HttpServer plain;

    @BeforeEach
    void openThePlainApi() throws IOException {
        plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.createContext("/register", exchange -> answer(exchange, 201, REGISTERED));
        plain.createContext("/token", exchange -> answer(exchange, 200, "{\"access_token\": \"t0k3n-0001\"}"));
        plain.createContext("/accounts", exchange -> answer(exchange,
                exchange.getRequestHeaders().containsKey("Authorization") ? 200 : 401, "{\"accounts\": []}"));
        plain.start();
    }

    @AfterEach
    void closeThePlainApi() {
        plain.stop(0);
    }

    @Test
    void registersWithoutTlsAndSaysThatOurCertificateWentNotAlong() {
        var run = plainRun("register", "localhost");

        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.kept()).containsEntry("client-id", "client-1");
        assertThat(run.evidence()).first().asString().startsWith("POST http://localhost:")
                .contains("(not over TLS, and so without a client certificate)");
    }

    @Test
    void saysThatTheProofWasNotMadeOverTls() {
        var run = plainRun("verify-access", "localhost");

        assertThat(means.perform(run)).isInstanceOfSatisfying(Outcome.Done.class, done ->
                assertThat(done.note()).contains("The connection was not TLS"));
        assertThat(run.proofs()).isNotEmpty().noneMatch(ProofOfAccess::controlled);
    }

    @Test
    void callsNothingElseWithoutTls() {
        for (var host : new String[] {"bank.example", "127.bank.example", "localhost.bank.example", "10.0.0.1"}) {
            var outcome = means.perform(plainRun("register", host));

            assertThat(reason(outcome)).as(host).isEqualTo(Reason.MISSING_DATA);
            assertThat(((Outcome.NeedsPerson) outcome).question()).contains("https unless that is this machine");
        }
    }

    private FakeLegRun plainRun(String leg, String host) {
        var at = host + ":" + plain.getAddress().getPort();
        var text = ApiPlaybook.at(plain.getAddress().getPort()).replace("hosts: ['", "hosts: ['" + at + "', '");
        return run(SamplePlaybooks.READER.read("xx-api.yaml", text).orThrow(), leg).with("environment.base-url", "http://" + at);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
