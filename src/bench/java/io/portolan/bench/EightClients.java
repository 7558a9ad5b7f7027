package io.portolan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Clients that ask a server over HTTP, each as soon as it has its answer, over connections that stay open. */
final class EightClients implements AutoCloseable {

    static final int NUMBER = 8;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(NUMBER);
    private final List<HttpClient> clients;
    private final String base;
    private final String token;

    private EightClients(int port, String token, List<HttpClient> clients) {
        this.base = "http://localhost:" + port;
        this.token = token;
        this.clients = clients;
    }

    /** Clients that send a token, or nothing where it is null. */
    static EightClients withToken(int port, String token) {
        return new EightClients(port, token, IntStream.range(0, NUMBER).mapToObj(n -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()).toList());
    }

    /** People who have signed in by the form, each with a session of their own. */
    static EightClients signedIn(int port, String name, String password) {
        var people = new EightClients(port, null, IntStream.range(0, NUMBER)
                .mapToObj(n -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build()).toList());
        people.clients.forEach(client -> people.signIn(client, name, password));
        return people;
    }

    private void signIn(HttpClient client, String name, String password) {
        var form = CSRF.matcher(get(client, "/sign-in"));
        form.find();
        var body = "username=" + name + "&password=" + password + "&_csrf=" + URLEncoder.encode(form.group(1), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(base + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("failed")) {
                throw new IllegalStateException("not let in: " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many milliseconds each question took, asked so often by each of so many clients at once; a question may be several paths, one after the other. */
    List<Double> ask(int clientsAtOnce, int times, IntFunction<List<String>> question) {
        var asking = IntStream.range(0, clientsAtOnce).<Callable<List<Double>>>mapToObj(client -> () -> {
            var taken = new ArrayList<Double>();
            for (int time = 0; time < times; time++) {
                var paths = question.apply(client * times + time);
                long from = System.nanoTime();
                paths.forEach(path -> get(clients.get(client), path));
                taken.add((System.nanoTime() - from) / 1e6);
            }
            return taken;
        }).toList();
        try {
            var all = Collections.synchronizedList(new ArrayList<Double>());
            for (var one : threads.invokeAll(asking)) {
                all.addAll(one.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    String get(String path) {
        return get(clients.get(0), path);
    }

    /** Sends nothing to this path, by POST. */
    void post(String path) {
        send(clients.get(0), path, request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    private String get(HttpClient client, String path) {
        return send(client, path, request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static String send(HttpClient client, String path, HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " was answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
