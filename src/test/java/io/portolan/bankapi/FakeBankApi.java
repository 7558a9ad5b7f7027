package io.portolan.bankapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.IssuedCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;

/** A bank's API on this machine with mutual TLS, whose answers each test writes. */
final class FakeBankApi implements AutoCloseable {

    /** What came in; the certificates are what the client has shown, its own first. */
    record Came(String method, String path, Map<String, List<String>> headers, String body, List<Certificate> certificates) {

        boolean certificate() {
            return !certificates.isEmpty();
        }

        String header(String name) {
            return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0)).findFirst().orElse(null);
        }
    }

    /** What goes out; null hangs up without an answer. */
    record Goes(int status, Map<String, String> headers, String body) {

        static Goes json(int status, String body) {
            return new Goes(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    private static final char[] PASSWORD = "test".toCharArray();

    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Came, Goes>> answers = new ConcurrentHashMap<>();
    private final Map<String, Stream> streams = new ConcurrentHashMap<>();
    private final AtomicInteger handshakes = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpsServer server;

    FakeBankApi(DemoAuthority authority, boolean needsCertificate) throws IOException, GeneralSecurityException {
        this(authority, authority.serverCertificate(), needsCertificate);
    }

    FakeBankApi(DemoAuthority authority, IssuedCertificate own, boolean needsCertificate) throws IOException, GeneralSecurityException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(authority, own)) {
            @Override
            public void configure(HttpsParameters parameters) {
                handshakes.incrementAndGet();
                var tls = getSSLContext().getDefaultSSLParameters();
                tls.setWantClientAuth(true);
                if (needsCertificate) {
                    tls.setNeedClientAuth(true);
                }
                parameters.setSSLParameters(tls);
            }
        });
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers calls to a path from now on; {@code null} from the function hangs up. */
    void on(String path, Function<Came, Goes> answer) {
        answers.put(path, answer);
    }

    /** Answers calls to a path with a 200 and whatever is written, in chunks. */
    void streams(String path, Map<String, String> headers, Written written) {
        streams.put(path, new Stream(headers, written));
    }

    /** Writes a body, to its end or never. */
    interface Written {
        void to(OutputStream out) throws IOException;
    }

    private record Stream(Map<String, String> headers, Written written) { }

    List<Came> came() {
        return came;
    }

    /** How many TLS connections were opened. */
    int handshakes() {
        return handshakes.get();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = new Came(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), shown((HttpsExchange) exchange));
        came.add(request);
        if (streams.containsKey(request.path())) {
            stream(exchange, streams.get(request.path()));
            return;
        }
        var goes = answers.getOrDefault(request.path(), other -> Goes.json(404, "{}")).apply(request);
        if (goes != null) {
            goes.headers().forEach(exchange.getResponseHeaders()::set);
            var body = goes.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(goes.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void stream(HttpExchange exchange, Stream stream) throws IOException {
        stream.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(200, 0);
        try (exchange; var out = exchange.getResponseBody()) {
            stream.written().to(out);
        } catch (IOException e) {
            // the client has hung up, as it should
        }
    }

    private static List<Certificate> shown(HttpsExchange exchange) {
        try {
            return List.of(exchange.getSSLSession().getPeerCertificates());
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    /** TLS for a server that shows its own certificate and takes those of the authority. */
    static SSLContext context(DemoAuthority authority, IssuedCertificate issued) throws GeneralSecurityException, IOException {
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("own", issued.key(), PASSWORD, issued.chain().toArray(Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority.certificate());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
