package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.portolan.access.Role;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** That somebody is wanted, and what they have decided, is told page by page, as a stream and to webhooks; to whom it is mailed is in NoticeMailsIT. */
class TellsOfApprovalsIT extends GuardedStory {

    private List<String> told(String type) {
        return ok(bob.get(API + "events?limit=200&type=" + type + "&tpp=" + tpp)).get("items").findValuesAsText("subject");
    }

    @Test
    void tellsMachinesThatSomebodyIsWantedAndWhatCameOfIt() throws IOException {
        var registration = live().registration();
        var credential = API + "registrations/" + registration + "/credentials/client-secret/reveal";
        var called = new CopyOnWriteArrayList<String>();
        var other = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        other.createContext("/", exchange -> {
            called.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        other.start();
        var admin = holding(Role.ADMIN);
        var hook = admin.post(API + "webhooks", "{\"name\": \"Eyes\", \"url\": \"http://localhost:" + other.getAddress().getPort() + "/\", \"types\": [\"approval-wanted\", \"approval-decided\"], \"tpps\": [\""
                + tpp + "\"]}").json().get("id").asText();
        try (var token = tokens.create("eyes-" + tpp, java.util.Set.of(Role.VIEWER), java.util.Set.of(), null, "user:story");
                var listener = new Listener(port, "?tpp=" + tpp + "&type=approval-decided", true, "Authorization", "Bearer " + token.reveal(CharSequence::toString))) {
            await().until(() -> listener.status().contains("200"));

            var declined = needed(ada.post(credential, WHY));
            await().atMost(Duration.ofSeconds(10)).until(() -> told("approval-wanted").contains(declined));
            assertThat(told("approval-decided")).doesNotContain(declined);
            problem(viewer.get(API + "events?type=approval-wanted&after=-1"), 422, "invalid-cursor");
            assertThat(ok(viewer.get(API + "events?limit=200&type=approval-wanted&tpp=" + tpp)).get("items")).as("for those who may agree").isEmpty();
            ok(decide(bob, declined, "declined"));
            await().atMost(Duration.ofSeconds(10)).until(() -> told("approval-decided").contains(declined));
            var late = needed(ada.post(credential, WHY));
            expire(late);
            await().atMost(Duration.ofSeconds(20)).until(() -> told("approval-decided").contains(late));
            var takenBack = needed(ada.post(credential, WHY));
            ok(ada.post(API + "approvals/" + takenBack + "/taking-back", null));
            await().atMost(Duration.ofSeconds(10)).until(() -> told("approval-wanted").contains(takenBack));
            assertThat(told("approval-decided")).as("whoever has asked did that themselves").doesNotContain(takenBack);

            await().atMost(Duration.ofSeconds(10)).until(() -> listener.all("data").stream().anyMatch(data -> data.contains(late)));
            assertThat(listener.all("data")).anySatisfy(data -> assertThat(data).contains(declined, "\"declined\"", "/approvals/" + declined))
                    .noneSatisfy(data -> assertThat(data).contains("secret-of-client-secret"));
            await().atMost(Duration.ofSeconds(10)).until(() -> called.stream().anyMatch(body -> body.contains("approval-decided") && body.contains(late)));
            assertThat(called).anySatisfy(body -> assertThat(body).contains("approval-wanted", takenBack));
        } finally {
            admin.call("DELETE", API + "webhooks/" + hook, null);
            other.stop(0);
        }
    }
}
