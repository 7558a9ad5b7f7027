package io.portolan.simulator.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.simulator.DemoAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A bank whose authorization server is a Keycloak: one for all tests of a JVM, over TLS, with everything in memory. */
public final class KeycloakBank {

    /** Who has issued its certificate, and whom it trusts for those of its clients. */
    public static final DemoAuthority AUTHORITY = DemoAuthority.create("Keycloak Demo Root CA", Clock.systemUTC());

    /** Where it will be, known before it runs. */
    static final int PORT = freePort();

    private static final String PASSWORD = "for-this-test-only";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static KeycloakBank running;

    private final int port;
    private final HttpClient client;

    private KeycloakBank(int port, HttpClient client) {
        this.port = port;
        this.client = client;
    }

    /** The one that runs, started where none does; the test is skipped where Keycloak cannot be had. */
    public static synchronized KeycloakBank running() {
        if (running == null) {
            try {
                var home = KeycloakDistribution.ready();
                Assumptions.assumeTrue(home.isPresent(), "Keycloak cannot be had");
                running = started(home.get());
                running.admin("POST", "/admin/realms", Map.of("realm", "bank", "enabled", true));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("Keycloak does not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return running;
    }

    /** Its authority's certificate in a file. */
    public static Path authorityFile() {
        try {
            return Files.writeString(Files.createTempFile("keycloak-ca", ".pem"), AUTHORITY.certificatePem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its issuer. */
    public String issuer() {
        return "https://localhost:" + port + "/realms/bank";
    }

    /** A playbook for it, of this file among the test's resources. */
    public String playbook(String file) {
        return playbook(file, issuer(), "localhost:" + port);
    }

    /** A playbook of this file for a server that is there. */
    public static String playbook(String file, String issuer, String host) {
        try (var in = KeycloakBank.class.getResourceAsStream("/keycloak/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@issuer@", issuer).replace("@host@", host);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An access token by which one client may be registered. */
    public String initialAccessToken() {
        return admin("POST", "/admin/realms/bank/clients-initial-access", Map.of("expiration", 600, "count", 1)).path("token").asText();
    }

    /** The client of this id as the bank has it; missing where it has none. */
    public JsonNode registered(String clientId) {
        return admin("GET", "/admin/realms/bank/clients?clientId=" + clientId, null).path(0);
    }

    JsonNode admin(String method, String path, Object body) {
        try {
            var token = token("/realms/master", "grant_type=password&client_id=admin-cli&username=admin&password=" + PASSWORD);
            return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String token(String realm, String wish) throws IOException {
        try {
            return send(HttpRequest.newBuilder(uri(realm + "/protocol/openid-connect/token")).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(wish))).path("access_token").asText();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private URI uri(String path) {
        return URI.create("https://localhost:" + port + path);
    }

    private static KeycloakBank started(Path home) throws IOException, GeneralSecurityException {
        var folder = Files.createTempDirectory("keycloak");
        var own = AUTHORITY.serverCertificate();
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", AUTHORITY.certificate());
        try (var out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        var port = PORT;
        var log = Path.of("target", "keycloak.log").toAbsolutePath();
        var command = new ProcessBuilder(List.of(home.resolve("bin/kc.sh").toString(), "start", "--optimized", "--https-port=" + port,
                "--http-host=127.0.0.1", "--hostname-strict=false", "--cache=local", "--log-level=info",
                "--https-certificate-file=" + Files.writeString(folder.resolve("own.pem"), own.chainPem()),
                "--https-certificate-key-file=" + Files.writeString(folder.resolve("own.key"), own.keyPem()),
                "--https-trust-store-file=" + folder.resolve("trusted.p12"), "--https-trust-store-password=" + PASSWORD))
                .redirectErrorStream(true).redirectOutput(log.toFile());
        command.environment().putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
                "JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m",
                "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"));
        var process = command.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }));
        var bank = new KeycloakBank(port, HttpClient.newBuilder().sslContext(trusting(trusted)).connectTimeout(Duration.ofSeconds(5)).build());
        Awaitility.await("Keycloak, see " + log).atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(250)).ignoreExceptions().until(() ->
                !process.isAlive() || bank.send(HttpRequest.newBuilder(bank.uri("/realms/master"))).has("realm"));
        if (!process.isAlive()) {
            throw new IOException("it ended with " + process.exitValue() + ", see " + log);
        }
        return bank;
    }

    private static SSLContext trusting(KeyStore trusted) throws GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
