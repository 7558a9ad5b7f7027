package io.portolan.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Pages that somebody has open: each holds a stream of events and hears of every task that changes. */
final class Followers implements AutoCloseable {

    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<CompletableFuture<?>> streams = new ArrayList<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Double> lags = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    /** So many streams for each of these tokens, all of them open. */
    Followers(int port, List<String> tokens, int each) {
        for (var token : tokens) {
            for (int number = 0; number < each; number++) {
                streams.add(client.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events?type=task-changed")).header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token).build(), BodyHandlers.ofLines()).thenAcceptAsync(answer -> {
                            if (answer.statusCode() != 200) {
                                throw new IllegalStateException("a stream was answered with " + answer.statusCode());
                            }
                            open.incrementAndGet();
                            answer.body().forEach(this::read);
                        }, task -> {
                            var thread = new Thread(task, "follower");
                            thread.setDaemon(true);
                            thread.start();
                        }));
            }
        }
        Waiting.until("every stream is open", Duration.ofSeconds(60), Duration.ofMillis(20), () -> open.get() == streams.size());
    }

    private void read(String line) {
        var subject = line.startsWith("data:") ? SUBJECT.matcher(line) : null;
        if (subject != null && subject.find() && told.containsKey(subject.group(1))) {
            lags.add((System.nanoTime() - told.get(subject.group(1))) / 1e6);
        }
    }

    int number() {
        return streams.size();
    }

    /** That this task is about to be changed. */
    void changes(String task) {
        told.put(task, System.nanoTime());
    }

    /** How many milliseconds after the call each stream had heard of each change; waits until every one has. */
    Samples lags() {
        Waiting.until("every change is heard of", Duration.ofSeconds(60), Duration.ofMillis(20), () -> lags.size() >= told.size() * streams.size());
        return Samples.of(Collections.list(Collections.enumeration(lags)));
    }

    @Override
    public void close() {
        streams.forEach(stream -> stream.cancel(true));
    }
}
