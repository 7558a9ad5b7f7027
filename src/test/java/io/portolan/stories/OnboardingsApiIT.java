package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Onboarding.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Onboardings as clients of the API meet them. */
class OnboardingsApiIT extends ApiStory {

    @Nested
    class Onboardings {

        @Test
        void startsOneAndSaysWhereItIs() {
            var tpp = aTpp();
            ScriptedMeans.next(tpp, "approval", PENDING);

            var answer = begin(tpp);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            var id = answer.json().get("id").asText();
            assertThat(answer.header("Location")).isEqualTo("/api/v1/onboardings/" + id);
            awaitStatus(id, Status.WAITING_FOR_BANK);
            var shown = ok(viewer.get(API + "onboardings/" + id));
            for (var field : List.of("id", "tpp", "bank", "branch", "environment", "application", "services", "status", "waitingFor",
                    "playbookVersion", "route", "startedAt", "updatedAt", "finishedAt", "legs")) {
                assertThat(shown.has(field)).as(field).isTrue();
            }
            assertThat(shown.get("status").asText()).isEqualTo("waiting-for-bank");
            assertThat(shown.get("waitingFor").asText()).isEqualTo("bank");
            assertThat(shown.get("finishedAt").isNull()).isTrue();
            assertThat(shown.get("legs").findValuesAsText("id")).containsExactly("create-application", "subscribe-payments", "approval",
                    "collect-credentials", "organisation-id", "verify-access");
            assertThat(shown.get("legs").findValuesAsText("state")).containsExactly("done", "skipped", "waiting", "pending", "pending", "pending");
            assertThat(shown.get("legs").get(0).get("by").asText()).isEqualTo("portal");
        }

        @Test
        void tellsTheBanksAnswerAndItsEvents() {
            var tpp = aTpp();
            ScriptedMeans.next(tpp, "approval", PENDING);
            var id = begin(tpp).json().get("id").asText();
            awaitStatus(id, Status.WAITING_FOR_BANK);

            problem(operator.post(API + "onboardings/" + id + "/bank-answer", "{\"answer\": \"perhaps\"}"), 422, "invalid-values");
            problem(operator.post(API + "onboardings/" + id + "/bank-answer", "{}"), 422, "missing-values");
            problem(operator.post(API + "onboardings/" + id + "/bank-answer", "{\"answer\": \"approved\", \"expectedBy\": \"soon\"}"), 422, "invalid-values");
            problem(operator.post(API + "onboardings/" + id + "/bank-answer", "{\"answer\": \"acknowledged\", \"expectedBy\": \"1990-01-01\"}"), 422, "invalid-values");
            problem(operator.post(API + "onboardings/nothing/bank-answer", "{\"answer\": \"approved\"}"), 404, "unknown-onboarding");
            ok(operator.post(API + "onboardings/" + id + "/bank-answer", """
                    {"answer": "approved", "services": ["AIS"], "note": "Welcome.", "reference": "Q-1", "effectiveFrom": "2026-11-01"}"""));

            awaitStatus(id, Status.DONE);
            var events = ok(viewer.get(API + "onboardings/" + id + "/events?limit=200")).get("items");
            assertThat(events.findValuesAsText("act")).startsWith("onboarding-started", "pre-flight-passed").contains("bank-answered")
                    .endsWith("onboarding-done");
            assertThat(events.findValuesAsText("position")).isSortedAccordingTo(java.util.Comparator.comparingLong(Long::parseLong));
            assertThat(ok(viewer.get(API + "onboardings/" + id + "/verification")).get("intact").asBoolean()).isTrue();
            problem(operator.post(API + "onboardings/" + id + "/bank-answer", "{\"answer\": \"approved\"}"), 409, "onboarding-finished");
        }

        @Test
        void rejectsASecondOneWithTheIdOfTheFirstAndOneThatIsRegisteredWithTheIdOfThat() {
            var tpp = aTpp();
            ScriptedMeans.next(tpp, "approval", PENDING);
            var first = begin(tpp).json().get("id").asText();
            awaitStatus(first, Status.WAITING_FOR_BANK);

            var second = problem(begin(tpp), 409, "already-onboarding");
            assertThat(second.get("onboarding").asText()).isEqualTo(first);

            ok(operator.post(API + "onboardings/" + first + "/bank-answer", "{\"answer\": \"approved\"}"));
            var done = awaitStatus(first, Status.DONE);
            var third = problem(begin(tpp), 409, "already-registered");
            assertThat(third.get("registration").asText()).isEqualTo(done.registration());
        }

        @Test
        void withdrawsOneAndSaysWhatExistsAtTheBank() {
            var tpp = aTpp();
            ScriptedMeans.next(tpp, "approval", PENDING);
            var id = begin(tpp).json().get("id").asText();
            awaitStatus(id, Status.WAITING_FOR_BANK);
            problem(operator.post(API + "onboardings/" + id + "/withdrawal", "{\"reason\": \" \"}"), 422, "missing-values");

            var withdrawn = ok(operator.post(API + "onboardings/" + id + "/withdrawal", "{\"reason\": \"No longer wanted.\"}"));

            assertThat(withdrawn.at("/onboarding/status").asText()).isEqualTo("withdrawn");
            assertThat(withdrawn.get("existsAtBank").get(0).asText()).isEqualTo("Create the application (done)");
            problem(operator.post(API + "onboardings/" + id + "/withdrawal", "{\"reason\": \"Twice.\"}"), 409, "onboarding-finished");
            var tasks = ok(viewer.get(API + "tasks?onboarding=" + id)).get("items");
            assertThat(tasks.findValuesAsText("kind")).containsExactly("clean-up");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "tpp | nobody | 404 | unknown-tpp", "bank | xx-qay | 404 | unknown-bank", "environment | sandbx | 422 | unknown-environment",
            "services | AISS | 422 | unknown-service", "branch | wien | 422 | unknown-branch", "application | other | 422 | unknown-application",
            "route | other | 422 | unknown-route", "services | CAF | 409 | pre-flight-failed"})
        void saysWhatIsUnknown(String field, String value, int status, String code) {
            var wish = new java.util.TreeMap<>(Map.of("tpp", quoted(aTpp()), "bank", quoted("xx-quay"), "environment", quoted("sandbox"),
                    "services", "[\"AIS\"]"));
            wish.put(field, field.equals("services") ? "[\"" + value + "\"]" : quoted(value));
            var body = wish.entrySet().stream().map(each -> quoted(each.getKey()) + ": " + each.getValue())
                    .collect(java.util.stream.Collectors.joining(", ", "{", "}"));

            var problem = problem(operator.post(API + "onboardings", body), status, code);

            assertThat(problem.get("detail").asText()).isNotBlank();
        }

        @Test
        void givesTheListPageByPage() {
            var started = new HashSet<String>();
            var tpp = aTpp();
            for (int i = 0; i < 5; i++) {
                ScriptedMeans.next(tpp, "approval", PENDING);
                var id = begin(tpp).json().get("id").asText();
                started.add(id);
                awaitStatus(id, Status.WAITING_FOR_BANK);
                ok(operator.post(API + "onboardings/" + id + "/withdrawal", "{\"reason\": \"Only to have many.\"}"));
            }
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page = ok(viewer.get(API + "onboardings?limit=2&bank=xx-quay&environment=sandbox&status=withdrawn&tpp=" + tpp
                        + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
                assertThat(page.get("items").size()).isBetween(1, 2);
                seen.addAll(page.get("items").findValuesAsText("id"));
                cursor = page.get("next").isNull() ? "" : page.get("next").asText();
            } while (!cursor.isEmpty());
            assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(started);
            problem(viewer.get(API + "onboardings?cursor=nonsense"), 422, "invalid-cursor");
            problem(viewer.get(API + "onboardings?limit=0"), 422, "invalid-limit");
            problem(viewer.get(API + "onboardings?limit=201"), 422, "invalid-limit");
            problem(viewer.get(API + "onboardings?limit=many"), 400, "invalid-parameter");
            problem(viewer.get(API + "onboardings?status=runing"), 422, "invalid-values");
        }

        @Test
        void startsOnceForOneIdempotencyKey() {
            var tpp = aTpp();
            ScriptedMeans.next(tpp, "approval", PENDING);
            var key = UUID.randomUUID().toString();

            var first = operator.post(API + "onboardings", wish(tpp), "Idempotency-Key", key);
            var again = operator.post(API + "onboardings", wish(tpp), "Idempotency-Key", key);

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            problem(operator.post(API + "onboardings", wish(aTpp()), "Idempotency-Key", key), 422, "idempotency-key-reused");
            problem(operator.post(API + "onboardings", wish(aTpp()), "Idempotency-Key", "a key with spaces"), 400, "invalid-idempotency-key");
            assertThat(ok(viewer.get(API + "onboardings?tpp=" + tpp)).get("items")).hasSize(1);
        }
    }
}
