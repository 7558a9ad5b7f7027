package io.portolan.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A bank's register of clients as a STET bank has it (RFC 7591, RFC 7592), with mutual TLS on this machine: a token for everybody, by which clients are registered, read and
 * deleted. It may misbehave when it is to delete one.
 */
public final class StetRegister implements AutoCloseable {

    /** What becomes of a call that is to delete a client. */
    public enum Deleting {
        /** It is deleted, and nothing more is said. */
        DELETES,
        /** Somebody has deleted it before. */
        IS_GONE,
        /** The token is not taken. */
        REJECTS_THE_TOKEN,
        /** It is deleted, and the answer says that the bank is out of order. */
        DELETES_AND_FAILS,
        /** The first time the bank is out of order, and nothing is deleted. */
        FAILS_AT_FIRST
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> clients = ConcurrentHashMap.newKeySet();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Deleting deleting = Deleting.DELETES;

    private StetRegister(HttpsServer server) {
        this.server = server;
    }

    /** Opens one whose certificate is of the authority of this world. */
    public static StetRegister open(World world) {
        try {
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(MutualTls.configuration(world.authority(), world.serverCertificate()));
            var register = new StetRegister(server);
            server.createContext("/", register::handle);
            server.setExecutor(register.threads);
            server.start();
            return register;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address of it. */
    public String at(String path) {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    /** How calls that are to delete a client are answered from now on. */
    public void answer(Deleting how) {
        deleting = how;
    }

    /** Whether it has this client. */
    public boolean has(String client) {
        return clients.contains(client);
    }

    /** The methods of the calls about one client, in their order. */
    public List<String> callsAbout(String client) {
        return calls.stream().filter(call -> call.endsWith("/" + client)).map(call -> call.substring(0, call.indexOf(' '))).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var visit = new Visit(exchange);
            calls.add(visit.method() + " " + visit.path());
            if (visit.path().equals("/token")) {
                var token = Passwords.random(20);
                tokens.add(token);
                visit.json(200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", 300));
            } else if (visit.header("Authorization").filter(sent -> tokens.contains(sent.replaceFirst("^Bearer ", ""))).isEmpty()) {
                visit.json(401, Map.of("error", "invalid_token"));
            } else {
                answer(visit, visit.path().replaceFirst("^/register/?", ""));
            }
            visit.send();
        }
    }

    private void answer(Visit visit, String client) {
        if (visit.isPost()) {
            var made = "bpce-" + Passwords.random(10);
            clients.add(made);
            visit.json(201, Map.of("client_id", made));
        } else if (!clients.contains(client)) {
            visit.json(404, Map.of("error", "not_found"));
        } else if (visit.method().equals("GET")) {
            visit.json(200, Map.of("client_id", client));
        } else {
            delete(visit, client);
        }
    }

    private void delete(Visit visit, String client) {
        switch (deleting) {
            case REJECTS_THE_TOKEN -> visit.json(401, Map.of("error", "invalid_token"));
            case FAILS_AT_FIRST -> {
                deleting = Deleting.DELETES;
                visit.json(503, Map.of());
            }
            case DELETES, IS_GONE, DELETES_AND_FAILS -> {
                clients.remove(client);
                visit.answer(deleting == Deleting.DELETES ? 204 : deleting == Deleting.IS_GONE ? 404 : 503, "application/json", "");
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
