package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens, told to machines as it happens, and page by page. */
class StreamsEventsIT extends ApiStory {

    @Autowired JdbcTemplate jdbc;

    @Test
    void tellsOfAnOnboardingInOrderAndEachOnce() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var id = start(tpp, "AIS").id();
        var task = awaitTask(id);
        ok(complete(task.id(), "{\"outcome\": \"again\"}"));
        awaitStatus(id, Status.DONE);
        awaitType(tpp, "onboarding-finished");

        var types = types(tpp);
        assertThat(types).contains("certificate-changed", "onboarding-moved", "task-opened", "task-finished", "registration-changed", "credential-changed", "onboarding-finished");
        assertThat(types.indexOf("task-opened")).isLessThan(types.indexOf("task-finished"));
        assertThat(types.indexOf("task-finished")).isLessThan(types.indexOf("onboarding-finished"));
        assertThat(types).filteredOn(type -> type.matches("task-opened|task-finished|onboarding-finished")).as("each once").hasSize(3);
        var opened = ok(viewer.get(API + "events?type=task-opened&tpp=" + tpp)).at("/items/0");
        assertThat(opened.get("subject").asText() + " " + opened.get("onboarding").asText() + " " + opened.get("page").asText()).isEqualTo(task.id() + " " + id + " /tasks/" + task.id());
        assertThat(ok(viewer.get(API + "events?type=task-finished&tpp=" + tpp)).at("/items/0/state").asText()).isEqualTo("again");
    }

    @Test
    void goesOnPageByPageWithoutLossOrRepetition() {
        var tpp = aTpp();
        awaitStatus(start(tpp, "AIS").id(), Status.DONE);
        awaitType(tpp, "onboarding-finished");

        var seen = new ArrayList<Long>();
        long after = 0;
        while (true) {
            var page = ok(viewer.get(API + "events?tpp=" + tpp + "&limit=3&after=" + after));
            page.get("items").forEach(item -> seen.add(item.get("id").asLong()));
            if (page.get("items").isEmpty()) {
                break;
            }
            after = page.get("next").asLong();
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(types(tpp).size());
        problem(viewer.get(API + "events?type=nonsense"), 422, "invalid-values");
        problem(viewer.get(API + "events?after=-1"), 422, "invalid-cursor");
        problem(holding(Role.GATEWAY).get(API + "events"), 403, "not-permitted");
    }

    @Test
    void sendsWhatHappensAndGoesOnAfterTheLastThatWasSeen() {
        var tpp = aTpp();
        var token = token("streams-" + UUID.randomUUID());
        String first;
        try (var listener = new Listener(port, "?tpp=" + tpp, true, "Authorization", "Bearer " + token)) {
            await().until(() -> listener.lines().contains("retry: 2000"));
            assertThat(listener.status()).contains("200");
            assertThat(String.join("\n", listener.lines())).containsIgnoringCase("content-type: text/event-stream").containsIgnoringCase("X-Content-Type-Options: nosniff");
            awaitStatus(start(tpp, "AIS").id(), Status.DONE);
            await().atMost(Duration.ofSeconds(5)).until(() -> listener.all("event").contains("onboarding-finished"));
            assertThat(listener.all("id").stream().map(Long::valueOf)).isSorted().doesNotHaveDuplicates();
            assertThat(listener.all("data")).allMatch(data -> data.contains(tpp));
            await().until(() -> listener.lines().contains(":"));
            first = listener.all("id").get(0);
            assertThat(listener.all("event")).isEqualTo(types(tpp).subList(types(tpp).size() - listener.all("event").size(), types(tpp).size()));
        }
        try (var again = new Listener(port, "?tpp=" + tpp, true, "Authorization", "Bearer " + token, "Last-Event-ID", first)) {
            var all = ok(viewer.get(API + "events?tpp=" + tpp + "&after=" + first)).get("items").findValuesAsText("id");
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(again.all("id")).isEqualTo(all));
        }
    }

    @Test
    void endsTheStreamOfATokenThatIsRevoked() {
        var name = "streams-" + UUID.randomUUID();
        try (var listener = new Listener(port, "?tpp=none-such", true, "Authorization", "Bearer " + token(name))) {
            await().until(() -> listener.lines().contains(":"));
            tokens.revoke(name, "user:story");
            await().atMost(Duration.ofSeconds(5)).until(listener::hasEnded);
        }
    }

    @Test
    void opensOnlySoManyStreamsForOneActor() {
        var token = token("streams-" + UUID.randomUUID());
        var open = new ArrayList<Listener>();
        try {
            for (int i = 0; i < 21; i++) {
                var listener = new Listener(port, "?tpp=none-such", true, "Authorization", "Bearer " + token);
                open.add(listener);
                await().until(() -> !listener.status().isEmpty());
            }
            assertThat(open.subList(0, 20)).allMatch(listener -> listener.status().contains("200"));
            assertThat(open.get(20).status()).contains("429");
            await().until(() -> String.join("\n", open.get(20).lines()).contains("too-many-streams"));
            open.remove(0).close();
            // the node sees that it is gone when it next writes to it
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                var next = new Listener(port, "?tpp=none-such", true, "Authorization", "Bearer " + token);
                open.add(next);
                await().until(() -> !next.status().isEmpty());
                return next.status().contains("200");
            });
        } finally {
            open.forEach(Listener::close);
        }
    }

    @Test
    void sendsASlowReaderAwayAndServesTheOthersMeanwhile() {
        var tpp = aTpp();
        var token = token("streams-" + UUID.randomUUID());
        try (var slow = new Listener(port, "?type=mail-changed", false, "Authorization", "Bearer " + token);
                var quick = new Listener(port, "?tpp=" + tpp + "&type=mail-changed", true, "Authorization", "Bearer " + token)) {
            await().until(() -> quick.lines().contains(":"));
            jdbc.update("insert into events (once, type, about, subject, title) select 'flood ' || ? || n, 'mail-changed', 'mail', 'none', repeat('x', 250) from generate_series(1, 30000) n", tpp);
            jdbc.update("insert into events (once, type, about, subject, tpp) values (?, 'mail-changed', 'mail', 'none', ?)", "last " + tpp, tpp);
            await().atMost(Duration.ofSeconds(10)).until(() -> quick.all("event").size() == 1);
            // it is sent away after three heartbeats; what is in the pipes by then is all it gets
            await().pollDelay(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> true);
            assertThat(slow.endsWhenRead()).isTrue();
            assertThat(slow.all("event").size()).isLessThan(30000);
        }
    }

    private String token(String name) {
        try (var token = tokens.create(name, Set.of(Role.VIEWER), Set.of(), null, "user:story")) {
            return token.reveal(CharSequence::toString);
        }
    }

    private void awaitType(String tpp, String type) {
        await().atMost(Duration.ofSeconds(5)).until(() -> types(tpp).contains(type));
    }

    private List<String> types(String tpp) {
        return ok(viewer.get(API + "events?limit=200&tpp=" + tpp)).get("items").findValuesAsText("type");
    }
}
