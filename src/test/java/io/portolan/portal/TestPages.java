package io.portolan.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A web server of small pages for tests; it remembers what was sent to it. */
final class TestPages implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, Long> slow = new ConcurrentHashMap<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final List<String> received = new CopyOnWriteArrayList<>();

    TestPages() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "test-pages");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    TestPages page(String path, String body) {
        pages.put(path, "<!doctype html><html lang=en><head><meta charset=utf-8><title>Test " + path
                + "</title></head><body>" + body + "</body></html>");
        return this;
    }

    TestPages status(String path, int status) {
        statuses.put(path, status);
        return this;
    }

    /** Lets an address take so many milliseconds. */
    TestPages slow(String path, long millis) {
        slow.put(path, millis);
        return this;
    }

    /** Lets an address never be answered. */
    TestPages hangs(String path) {
        hanging.add(path);
        return this;
    }

    String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    String url(String path) {
        return "http://" + host() + path;
    }

    /** Bodies of the forms that were sent, with the path before each. */
    List<String> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("POST")) {
            received.add(path + " " + sent);
        }
        if (slow.containsKey(path)) {
            new CompletableFuture<Void>().completeOnTimeout(null, slow.get(path), TimeUnit.MILLISECONDS).join();
        }
        if (hanging.contains(path)) {
            return;
        }
        var body = pages.getOrDefault(path, "<title>not here</title>").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(statuses.getOrDefault(path, pages.containsKey(path) ? 200 : 404), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
