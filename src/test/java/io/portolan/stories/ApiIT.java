package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API as its clients meet it: over HTTP, by a token or with a session. */
class ApiIT extends ApiStory {

    @Nested
    class Bodies {

        @Test
        void saysWhereJsonIsMalformed() {
            var problem = problem(operator.post(API + "onboardings", "{\n  \"tpp\": \"x\",\n  \"bank\" \"y\"\n}"), 400, "malformed-json");
            assertThat(problem.get("line").asInt()).isEqualTo(3);
            assertThat(problem.get("column").asInt()).isBetween(9, 11);
            problem(operator.post(API + "onboardings", ""), 400, "missing-body");
            problem(operator.post(API + "onboardings", "{} {}"), 400, "malformed-json");
            problem(operator.post(API + "onboardings", "{\"tpp\": \"x\", \"tpp\": \"y\"}"), 400, "malformed-json");
        }

        @Test
        void namesTheNearestFieldForOneThatIsUnknown() {
            var problem = problem(operator.post(API + "onboardings", "{\n  \"enviroment\": \"sandbox\"\n}"), 400, "unknown-field");
            assertThat(problem.get("nearest").asText()).isEqualTo("environment");
            assertThat(problem.get("field").asText()).isEqualTo("enviroment");
        }

        @Test
        void saysWhatTypeAFieldHas() {
            var problem = problem(operator.post(API + "onboardings", "{\"services\": \"AIS\"}"), 400, "wrong-type");
            assertThat(problem.at("/fields/services").asText()).isEqualTo("a list");
        }

        @Test
        void answersWhatIsNoCallWithAProblemToo() {
            problem(operator.get(API + "onbordings"), 404, "unknown-address");
            problem(operator.call("DELETE", API + "onboardings", null), 405, "method-not-allowed");
            problem(operator.post(API + "onboardings", "tpp=x", "Accept", "application/json", "X-Any", "1"), 400, "malformed-json");
        }
    }

    @Nested
    class Tasks {

        @Test
        void showsOneAndTakesItsAnswerOnce() {
            var tpp = aTpp();
            ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
            var id = begin(tpp).json().get("id").asText();
            var task = awaitTask(id).id();
            var shown = ok(viewer.get(API + "tasks/" + task));
            assertThat(shown.get("question").asText()).isEqualTo("The page has changed.");
            assertThat(shown.get("fields").findValuesAsText("name")).containsExactly("client-id", "client-secret");
            assertThat(shown.get("fields").get(1).get("secret").asBoolean()).isTrue();
            assertThat(shown.get("outcomes")).extracting(JsonNode::asText)
                    .containsExactly("done", "again", "handed-in", "rejected", "not-needed", "give-up");

            assertThat(ok(operator.post(API + "tasks/" + task + "/claim", null)).get("assignee").asText()).startsWith("token:api-");
            assertThat(ok(operator.post(API + "tasks/" + task + "/release", null)).get("assignee").isNull()).isTrue();
            var missing = problem(complete(task, "{\"outcome\": \"done\", \"values\": {\"client-id\": \"c-1\"}}"), 422, "missing-values");
            assertThat(missing.get("fields").has("client-secret")).isTrue();
            problem(complete(task, "{\"outcome\": \"done\", \"values\": {\"cleint-id\": \"c-1\"}}"), 422, "unknown-values");
            problem(complete(task, "{\"outcome\": \"finished\"}"), 422, "invalid-values");
            problem(complete(task, "{}"), 422, "missing-values");
            ok(complete(task, "{\"outcome\": \"done\", \"values\": {\"client-id\": \"c-1\", \"client-secret\": \"typed-by-a-person\"}}"));

            awaitStatus(id, Status.DONE);
            var late = problem(complete(task, "{\"outcome\": \"again\"}"), 409, "task-already-completed");
            assertThat(late.get("detail").asText()).contains("has finished this task at", "with the answer done", "Nothing of this call was done.");
            assertThat(late.get("completedBy").asText()).startsWith("token:api-");
            assertThat(late.get("outcome").asText()).isEqualTo("done");
            assertThat(late.get("completedAt").asText()).startsWith("20");
            assertThat(late.get("onboarding").asText()).isEqualTo(id);
            problem(operator.post(API + "tasks/nothing/completion", "{\"outcome\": \"done\"}"), 404, "unknown-task");
            problem(viewer.get(API + "tasks/nothing"), 404, "unknown-task");
            assertThat(ok(viewer.get(API + "tasks?state=completed&onboarding=" + id)).get("items").findValuesAsText("id")).containsExactly(task);
            assertThat(ok(viewer.get(API + "tasks?onboarding=" + id)).get("items")).isEmpty();
        }

        @Test
        void saysThatAnAnswerComesTooLate() {
            var tpp = aTpp();
            ScriptedMeans.next(tpp, "create-application", CHANGED);
            var id = begin(tpp).json().get("id").asText();
            var task = awaitTask(id).id();
            ok(operator.post(API + "onboardings/" + id + "/withdrawal", "{\"reason\": \"Too late.\"}"));

            assertThat(problem(complete(task, "{\"outcome\": \"done\"}"), 409, "task-superseded").get("onboarding").asText()).isEqualTo(id);
        }
    }

    @Nested
    class WhoMayWhat {

        @ParameterizedTest
        @ValueSource(strings = {"onboardings", "tasks", "registrations", "banks", "tpps", "journal/verification", "evidence/1"})
        void givesNothingWithoutAToken(String path) {
            var nobody = Visitor.nobody(port).get(API + path);
            problem(nobody, 401, "not-signed-in");
            assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
            problem(Visitor.withToken(port, "ptl_wrong").get(API + path), 401, "not-signed-in");
        }

        @Test
        void startsNothingForAViewer() {
            problem(viewer.post(API + "onboardings", wish(aTpp())), 403, "not-permitted");
            problem(viewer.post(API + "registrations", "{}"), 403, "not-permitted");
            problem(viewer.post(API + "tasks/any/completion", "{}"), 403, "not-permitted");
            problem(holding(Role.GATEWAY).get(API + "onboardings"), 403, "not-permitted");
        }

        @Test
        void opensHealthToAllAndTheDescriptionToThoseWhoAreSignedIn() {
            assertThat(ok(Visitor.nobody(port).get("/actuator/health")).get("status").asText()).isEqualTo("UP");
            assertThat(Visitor.nobody(port).get("/v3/api-docs").status()).isEqualTo(401);
            var paths = ok(viewer.get("/v3/api-docs")).get("paths");
            for (var path : List.of("onboardings", "onboardings/{id}", "onboardings/{id}/events", "onboardings/{id}/bank-answer",
                    "onboardings/{id}/withdrawal", "tasks", "tasks/{id}", "tasks/{id}/claim", "tasks/{id}/release", "tasks/{id}/completion",
                    "tasks/{id}/comments", "tasks/{id}/attachments", "tasks/{id}/contacts", "tasks/{id}/history", "tasks/{id}/held-answer/reveal",
                    "onboardings/{id}/left-at-bank/{item}/held-answer/reveal",
                    "registrations", "registrations/{id}", "registrations/{id}/credentials", "registrations/{id}/credentials/{name}",
                    "registrations/{id}/credentials/{name}/reveal", "banks", "banks/{id}", "banks/{id}/preflight", "tpps", "tpps/{id}/certificates",
                    "tpps/{id}/jwks/{environment}", "journal", "journal/export", "journal/verification", "journal/verification/progress", "onboardings/{id}/case-file",
                    "campaigns", "campaigns/preview", "campaigns/{id}", "campaigns/{id}/items", "campaigns/{id}/pause", "campaigns/{id}/resume",
                    "campaigns/{id}/cancellation", "campaigns/{id}/items/{bank}/retry")) {
                assertThat(paths.has(API + path)).as(path).isTrue();
            }
            var open = paths.get("/jwks/{tpp}/{environment}").get("get");
            assertThat(open.get("security").isArray()).isTrue();
            assertThat(open.get("security")).isEmpty();
        }

        @Test
        void lendsASessionToTheApiOnlyWithItsCsrfToken() {
            var person = admin();
            ok(person.get(API + "onboardings"));
            var tpp = aTpp();
            problem(person.post(API + "onboardings", wish(tpp)), 403, "not-permitted");
            var started = person.post(API + "onboardings", wish(tpp), "X-CSRF-TOKEN", person.csrf("/onboardings"));
            assertThat(started.status()).as(started.toString()).isEqualTo(201);
            assertThat(journal.of(started.json().get("id").asText()).get(0).act().actor()).isEqualTo("user:admin");
        }
    }
}
