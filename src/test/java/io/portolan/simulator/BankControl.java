package io.portolan.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The client of a bank's control address; works for a bank in this JVM and for one in its own. */
public final class BankControl {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;

    BankControl(String url) {
        this.url = url;
    }

    /** How much a bank has; what it does not count is zero. */
    public record Counts(int accounts, int applications, int subscriptions, int secretsGenerated, int mails) { }

    /** A secret of the bank in plain text, for tests that look where it must not be. */
    public record IssuedSecret(String kind, String value) { }

    /** How much the bank has. */
    public Counts counts() {
        return new Counts(count("accounts"), count("applications"), count("subscriptions"), count("secretsGenerated"), count("mails"));
    }

    /** How much the bank has of something, by the name that it is counted under. */
    public int count(String name) {
        return get("/counts").path(name).asInt();
    }

    /** How much the bank has of each of these that it counts. */
    public Map<String, Integer> made(Set<String> names) {
        var counts = get("/counts");
        return names.stream().filter(counts::has).collect(Collectors.toMap(name -> name, name -> counts.get(name).asInt()));
    }

    /** Sends a mail to the TPP now, with these fields of {@code BankBooks.Letter}; forged where it says so. */
    public void letter(Map<String, Object> letter) {
        post("/letter", letter);
    }

    /** All mails of the bank. */
    public JsonNode letters() {
        return get("/letters");
    }

    /** Asks for a control that only this bank has. */
    public JsonNode ask(String path, Map<String, Object> asked) {
        return post(path, asked);
    }

    /** Looks at something that only this bank has. */
    public JsonNode look(String path) {
        return get(path);
    }

    /** Approves all that is pending and returns the numbers of it. */
    public List<String> approve() {
        return numbers(post("/approve", Map.of()));
    }

    /** Approves the application of this number. */
    public void approve(String number) {
        post("/approve", Map.of("number", number));
    }

    /** Rejects all that is pending and returns the numbers of it. */
    public List<String> reject(String reason) {
        return numbers(post("/reject", Map.of("reason", reason)));
    }

    /** Lets nothing that is pending be approved by itself. */
    public List<String> hold() {
        return numbers(post("/hold", Map.of("held", true)));
    }

    /** Lets the clerk go on with what was held. */
    public List<String> release() {
        return numbers(post("/hold", Map.of("held", false)));
    }

    /** How long the clerk takes from now on; null means that it never approves by itself. */
    public void approveAfter(Duration time) {
        var asked = new HashMap<String, Object>();
        asked.put("approveAfterMillis", time == null ? null : time.toMillis());
        post("/clerk", asked);
    }

    /** Switches a mischief by the name of its field in {@code Mischief}. */
    public void mischief(String name, Object value) {
        var asked = new HashMap<String, Object>();
        asked.put(name, value);
        post("/mischief", asked);
    }

    /** Ends all mischief. */
    public void calm() {
        post("/calm", Map.of());
    }

    /** Signs everybody out of the portal. */
    public void expireSessions() {
        post("/expire-sessions", Map.of());
    }

    /** Every secret that was typed at or handed out by the bank. */
    public List<IssuedSecret> secrets() {
        var secrets = new ArrayList<IssuedSecret>();
        get("/secrets").forEach(secret -> secrets.add(new IssuedSecret(secret.get("kind").asText(), secret.get("value").asText())));
        return secrets;
    }

    /** The applications with number, name, owner, status and products. */
    public JsonNode applications() {
        return get("/applications");
    }

    /** Forgets everything, mails too; only the ports and the authority stay. */
    public void reset() {
        post("/reset", Map.of());
    }

    private static List<String> numbers(JsonNode answer) {
        var numbers = new ArrayList<String>();
        answer.get("applications").forEach(number -> numbers.add(number.asText()));
        return numbers;
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private JsonNode post(String path, Map<String, Object> asked) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).POST(HttpRequest.BodyPublishers.ofString(BooksFile.json(asked))));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(answer.body());
            }
            return BooksFile.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
