package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Other systems that are called with what happens. */
class CallsWebhooksIT extends ApiStory {

    private static final String HOOKS = API + "webhooks";

    @Autowired JdbcTemplate jdbc;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer other;
    private Visitor admin;

    private record Call(Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name)).findFirst().orElseThrow().getValue().get(0);
        }
    }

    @BeforeEach
    void openTheOtherSystem() throws IOException {
        admin = holding(Role.ADMIN);
        other = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        other.createContext("/", exchange -> {
            calls.add(new Call(Map.copyOf(exchange.getRequestHeaders()), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void closeIt() {
        jdbc.update("delete from webhooks");
        other.stop(0);
    }

    @Test
    void sendsEachEventSignedAndOnce() throws IOException {
        var tpp = aTpp();
        var made = make(tpp, "\"onboarding-finished\", \"task-opened\"");
        var secret = made.get("secret").asText();
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.DONE);
        await().atMost(Duration.ofSeconds(10)).until(() -> !calls.isEmpty());

        var call = calls.get(0);
        var told = ok(viewer.get(API + "events?type=onboarding-finished&tpp=" + tpp)).at("/items/0");
        assertThat(new ObjectMapper().readTree(call.body())).isEqualTo(told);
        assertThat(call.header("Portolan-Event-Id")).isEqualTo(told.get("id").asText());
        assertThat(call.header("Portolan-Event-Type")).isEqualTo("onboarding-finished");
        assertThat(call.header("Content-Type")).isEqualTo("application/json");
        var parts = call.header("Portolan-Signature").split(",v1=");
        assertThat(parts).hasSize(2);
        assertThat(parts[1]).isEqualTo(hmac(secret, parts[0].substring(2) + "." + call.body()));

        var shown = one(made.get("id").asText());
        assertThat(shown.toString()).doesNotContain(secret);
        await().until(() -> deliveries(made, "delivered").size() == 1);
        assertThat(deliveries(made, null)).hasSize(1);
        assertThat(deliveries(made, null).get(0).get("status").asInt()).isEqualTo(204);
        assertThat(calls).hasSize(1);
        assertThat(journal.of("portolan")).filteredOn(entry -> entry.act().name().equals("webhook-made")).last()
                .satisfies(entry -> assertThat(entry.act().detail()).as("no path, which may be a secret of theirs").contains("http://localhost").doesNotContain(address()));
    }

    @Test
    void triesAgainGivesUpAndSendsDeadLettersAgain() {
        answer = 503;
        var tpp = aTpp();
        var made = make(tpp, "\"onboarding-finished\"");
        awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        await().atMost(Duration.ofSeconds(10)).until(() -> deliveries(made, "waiting").stream().anyMatch(delivery -> delivery.get("tries").asInt() == 1));
        var waiting = deliveries(made, "waiting").get(0);
        assertThat(waiting.get("note").asText()).isEqualTo("It answered 503.");
        assertThat(waiting.get("nextTryAt").isNull()).isFalse();

        jdbc.update("update webhook_deliveries set tries = 9, next_at = now() where webhook = ?", made.get("id").asText());
        await().atMost(Duration.ofSeconds(10)).until(() -> deliveries(made, "dead").size() == 1);
        assertThat(one(made.get("id").asText()).get("dead").asInt()).isEqualTo(1);

        answer = 200;
        var dead = deliveries(made, "dead").get(0).get("id").asText();
        assertThat(ok(admin.post(HOOKS + "/" + made.get("id").asText() + "/deliveries/" + dead + "/retry", null)).get("deliveries").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(10)).until(() -> deliveries(made, "delivered").size() == 1);
        problem(admin.post(HOOKS + "/" + made.get("id").asText() + "/deliveries/" + dead + "/retry", null), 409, "delivery-not-dead");
        assertThat(calls).extracting(call -> call.header("Portolan-Event-Id")).as("the other side may know the same again by its id").hasSize(3).containsOnly(calls.get(0).header("Portolan-Event-Id"));
    }

    @Test
    void stopsAfterTooManyFailuresTellsAdminsAndLosesNothing() {
        answer = 500;
        var tpp = aTpp();
        var made = make(tpp, "\"onboarding-finished\"");
        var id = made.get("id").asText();
        jdbc.update("update webhooks set failures = 49 where id = ?", id);
        awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        await().atMost(Duration.ofSeconds(10)).until(() -> one(id).get("state").asText().equals("stopped"));
        await().until(() -> ok(admin.get(API + "events?type=webhook-paused&limit=200")).get("items").findValuesAsText("subject").contains(id));
        assertThat(ok(viewer.get(API + "events?type=webhook-paused")).get("items")).isEmpty();

        var second = aTpp();
        answer = 200;
        ok(admin.call("PUT", HOOKS + "/" + id, wish("\"onboarding-finished\"", tpp + "\", \"" + second)));
        awaitStatus(start(second, "AIS").id(), Status.DONE);
        ok(admin.post(HOOKS + "/" + id + "/resume", null));
        await().atMost(Duration.ofSeconds(10)).until(() -> deliveries(made, "delivered").size() == 2);
    }

    @Test
    void signsByBothSecretsForAWhileAndCallsOnceOnDemand() {
        var made = make(aTpp(), "");
        var path = HOOKS + "/" + made.get("id").asText();
        assertThat(ok(admin.post(path + "/test", null)).get("status").asInt()).isEqualTo(204);
        assertThat(calls.get(0).header("Portolan-Event-Type")).isEqualTo("test");

        var next = ok(admin.post(path + "/secret", "{\"overlapHours\": 1}")).get("secret").asText();
        assertThat(next).isNotEqualTo(made.get("secret").asText());
        var tpp = aTpp();
        ok(admin.call("PUT", path, wish("\"onboarding-finished\"", tpp)));
        awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        await().atMost(Duration.ofSeconds(10)).until(() -> calls.stream().anyMatch(call -> call.body().contains(tpp)));
        var call = calls.stream().filter(each -> each.body().contains(tpp)).findFirst().orElseThrow();
        var parts = call.header("Portolan-Signature").split(",v1=");
        var signed = parts[0].substring(2) + "." + call.body();
        assertThat(parts).containsExactly(parts[0], hmac(next, signed), hmac(made.get("secret").asText(), signed));

        jdbc.update("update webhooks set old_until = now()");
        ok(admin.post(path + "/pause", null));
        problem(admin.post(path + "/pause", null), 409, "webhook-not-active");
        assertThat(admin.call("DELETE", path, null).status()).isEqualTo(204);
        problem(admin.get(path), 404, "unknown-webhook");
    }

    @Test
    void refusesAddressesThatLeadInwardsAndWishesThatCannotBe() {
        for (var url : List.of("http://hooks.example/in", "ftp://hooks.example", "https://user:word@hooks.example/", "hooks.example", "https://hooks.example/#part")) {
            assertThat(problem(admin.post(HOOKS, "{\"name\": \"in\", \"url\": \"" + url + "\"}"), 422, "invalid-webhook").at("/fields/url").asText()).as(url).isNotEmpty();
        }
        problem(admin.post(HOOKS, "{\"name\": \"in\", \"url\": \"https://hooks.example\", \"types\": [\"nonsense\"]}"), 422, "invalid-webhook");
        for (var url : List.of("https://127.0.0.1:1/", "https://10.0.0.1/", "https://169.254.169.254/latest/meta-data/", "https://[::1]/", "https://[fd00::1]/")) {
            var made = admin.post(HOOKS, "{\"name\": \"in\", \"url\": \"" + url + "\"}");
            assertThat(made.status()).as(url).isEqualTo(201);
            var tried = ok(admin.post(HOOKS + "/" + made.json().get("id").asText() + "/test", null));
            assertThat(tried.get("note").asText()).as(url).contains("not public");
        }
        Stream.of(Role.VIEWER, Role.OPERATOR, Role.APPROVER, Role.AUDITOR).forEach(role -> problem(holding(role).get(HOOKS), 403, "not-permitted"));
    }

    @Test
    void areMadeSeenAndRemovedByPage() {
        var person = admin();
        var made = person.submit("/access/webhooks", "/access/webhooks", Map.of("name", "Pager", "url", address(), "types", "task-opened", "tpps", "none-such"));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text()).contains("whs_", "shown this once");
        assertThat(made.header("Cache-Control")).contains("no-store");
        var id = ok(admin.get(HOOKS)).at("/items/0/id").asText();
        assertThat(person.get("/access/webhooks/" + id).text()).contains("Pager", "Nothing has happened yet").doesNotContain("whs_");
        var wrong = person.submit("/access/webhooks", "/access/webhooks", Map.of("name", "Typed", "url", "http://elsewhere.example"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("must begin with https://", "value=\"Typed\"", "value=\"http://elsewhere.example\"");
        assertThat(person.submit("/access/webhooks/" + id, "/access/webhooks/" + id + "/test", Map.of()).status()).isIn(200, 302);
        assertThat(calls).hasSize(1);
        person.submit("/access/webhooks/" + id, "/access/webhooks/" + id + "/removal", Map.of());
        assertThat(ok(admin.get(HOOKS)).get("items")).isEmpty();
    }

    private JsonNode make(String tpp, String types) {
        var made = admin.post(HOOKS, wish(types, tpp));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private String wish(String types, String tpp) {
        return "{\"name\": \"Other\", \"url\": \"" + address() + "\", \"types\": [" + types + "], \"tpps\": [\"" + tpp + "\"]}";
    }

    private String address() {
        return "http://localhost:" + other.getAddress().getPort() + "/hooks";
    }

    private JsonNode one(String id) {
        return ok(admin.get(HOOKS + "/" + id));
    }

    private List<JsonNode> deliveries(JsonNode made, String state) {
        var items = ok(admin.get(HOOKS + "/" + made.get("id").asText() + "/deliveries" + (state == null ? "" : "?state=" + state))).get("items");
        return Stream.iterate(0, at -> at < items.size(), at -> at + 1).map(items::get).toList();
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return java.util.HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
