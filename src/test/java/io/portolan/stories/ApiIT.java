package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.journal.Journal;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.WaitingFor;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.stories.Visitor.Answer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The API as its clients meet it: over HTTP, by a token or with a session. */
class ApiIT extends ScriptedStory {

    private static final String API = "/api/v1/";
    private static final Function<LegRun, Outcome> CHANGED = run -> new Outcome.NeedsPerson(Outcome.Reason.PAGE_CHANGED,
            "The page has changed.", "The button \"Create\" was looked for.");
    private static final Function<LegRun, Outcome> PENDING = run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null);

    @Autowired Tokens tokens;
    @Autowired Journal journal;
    @LocalServerPort int port;

    private Visitor operator;
    private Visitor viewer;
    private Visitor approver;

    @BeforeEach
    void letThemIn() {
        operator = holding(Role.OPERATOR);
        viewer = holding(Role.VIEWER);
        approver = holding(Role.APPROVER);
    }

    private Visitor holding(Role role, String... scope) {
        try (var token = tokens.create("api-" + UUID.randomUUID(), Set.of(role), Set.of(scope), null, "user:story")) {
            return Visitor.withToken(port, token.reveal(CharSequence::toString));
        }
    }

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
            problem(operator.post(API + "onboardings/nothing/bank-answer", "{\"answer\": \"approved\"}"), 404, "unknown-onboarding");
            ok(operator.post(API + "onboardings/" + id + "/bank-answer", """
                    {"answer": "approved", "services": ["AIS"], "note": "Welcome.", "reference": "Q-1", "effectiveFrom": "2026-12-01"}"""));

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
            problem(complete(task, "{\"outcome\": \"again\"}"), 409, "task-already-completed");
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

            problem(complete(task, "{\"outcome\": \"done\"}"), 409, "task-superseded");
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
                    "registrations", "registrations/{id}", "registrations/{id}/credentials", "registrations/{id}/credentials/{name}",
                    "registrations/{id}/credentials/{name}/reveal", "banks", "banks/{id}", "banks/{id}/preflight", "tpps", "tpps/{id}/certificates")) {
                assertThat(paths.has(API + path)).as(path).isTrue();
            }
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

    @Nested
    class Registrations {

        @Test
        void showsHowWeStandAndNeverAValue() {
            var registration = awaitStatus(begin(aTpp()).json().get("id").asText(), Status.DONE).registration();
            var shown = ok(viewer.get(API + "registrations/" + registration));
            assertThat(shown.get("standing").asText()).isEqualTo("active");
            assertThat(shown.get("method").asText()).isEqualTo("portal");
            assertThat(shown.at("/services/granted/0").asText()).isEqualTo("AIS");
            assertThat(shown.at("/proofs/0/level").asText()).isEqualTo("data");
            assertThat(ok(viewer.get(API + "registrations?standing=active&tpp=" + shown.get("tpp").asText())).get("items").findValuesAsText("id"))
                    .containsExactly(registration);
            var credentials = viewer.get(API + "registrations/" + registration + "/credentials");
            assertThat(ok(credentials).get("items").findValuesAsText("name")).containsExactlyInAnyOrder("client-id", "client-secret");
            assertThat(credentials.text()).doesNotContain("secret-of-client-secret", "value-of-client-id");
        }

        @Test
        void revealsAValueOnlyWithAReasonToThoseWhoMayAndWritesItDown() {
            var registration = awaitStatus(begin(aTpp()).json().get("id").asText(), Status.DONE).registration();
            var reveal = API + "registrations/" + registration + "/credentials/client-secret/reveal";
            problem(viewer.post(reveal, "{\"reason\": \"curious\"}"), 403, "not-permitted");
            problem(operator.post(reveal, "{\"reason\": \"curious\"}"), 403, "not-permitted");
            problem(approver.post(reveal, "{}"), 422, "reason-required");
            problem(approver.post(reveal, "{\"reason\": \" a \"}"), 422, "reason-required");
            assertThat(journal.of(registration)).extracting(entry -> entry.act().name()).noneMatch(act -> act.contains("reveal"));

            var revealed = approver.post(reveal, "{\"reason\": \"The gateway is set up by hand.\"}", "Idempotency-Key", UUID.randomUUID().toString());

            assertThat(ok(revealed).get("value").asText()).isEqualTo("secret-of-client-secret");
            assertThat(revealed.header("Cache-Control")).contains("no-store");
            assertThat(journal.of(registration)).anySatisfy(entry -> {
                assertThat(entry.act().name()).contains("reveal");
                assertThat(entry.act().actor()).startsWith("token:api-");
                assertThat(entry.act().detail()).contains("The gateway is set up by hand.").doesNotContain("secret-of-client-secret");
            });
            problem(approver.post(API + "registrations/" + registration + "/credentials/nothing/reveal", "{\"reason\": \"For no reason.\"}"), 404,
                    "unknown-credential");
            problem(holding(Role.GATEWAY).post(reveal, "{\"reason\": \"to call the bank\"}"), 403, "may-not-reveal");
            problem(holding(Role.GATEWAY, "another-tpp").post(reveal, "{\"reason\": \"to call the bank\"}"), 403, "may-not-reveal");
            ok(holding(Role.GATEWAY, registration).post(reveal, "{\"reason\": \"to call the bank\"}"));
        }

        @Test
        void adoptsOneAndKeepsItsCredentials() {
            var tpp = aTpp();
            problem(operator.post(API + "registrations", "{\"tpp\": \"" + tpp + "\"}"), 422, "missing-values");
            var adopted = operator.post(API + "registrations", wish(tpp));
            assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);
            var registration = API + "registrations/" + adopted.json().get("id").asText();
            assertThat(adopted.header("Location")).isEqualTo(registration);
            assertThat(adopted.json().get("standing").asText()).isEqualTo("in-progress");
            assertThat(adopted.json().get("method").asText()).isEqualTo("adopted");

            var handedIn = operator.post(registration + "/credentials", "{\"name\": \"api-key\", \"kind\": \"api-key\", \"value\": \"brought-along\"}");
            assertThat(handedIn.status()).as(handedIn.toString()).isEqualTo(201);
            assertThat(handedIn.text()).doesNotContain("brought-along");
            problem(operator.post(registration + "/credentials", "{\"name\": \"API Key\"}"), 422, "invalid-values");
            var changed = ok(operator.call("PATCH", registration + "/credentials/api-key", "{\"state\": \"usable\", \"expires\": \"2027-01-01\"}"));
            assertThat(changed.get("state").asText()).isEqualTo("usable");
            assertThat(changed.get("expires").asText()).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(operator.call("DELETE", registration + "/credentials/api-key", null).status()).isEqualTo(204);
            problem(approver.post(registration + "/credentials/api-key/reveal", "{\"reason\": \"It is gone.\"}"), 404, "unknown-credential");
            problem(viewer.get(API + "registrations/nothing"), 404, "unknown-registration");
        }
    }

    @Nested
    class Catalogue {

        @Test
        void showsWhatABankAsks() {
            assertThat(ok(viewer.get(API + "banks?limit=200")).get("items").findValuesAsText("id")).contains("xx-quay");
            var bank = ok(viewer.get(API + "banks/xx-quay"));
            assertThat(bank.at("/environments/sandbox/routes/0/legs").findValuesAsText("id")).contains("create-application", "verify-access");
            problem(viewer.get(API + "banks/xx-nowhere"), 404, "unknown-bank");
        }

        @Test
        void saysWhatIsMissingBeforeAStart() {
            assertThat(ok(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox&tpp=" + aTpp())).get("ready").asBoolean()).isTrue();
            problem(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox"), 400, "missing-parameter");
            var bare = "bare-" + UUID.randomUUID().toString().substring(0, 8);
            var added = operator.post(API + "tpps", "{\"id\": \"" + bare + "\", \"legalName\": \"Bare\", \"country\": \"DE\"}");
            assertThat(added.status()).as(added.toString()).isEqualTo(201);
            var findings = ok(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox&tpp=" + bare));
            assertThat(findings.get("ready").asBoolean()).isFalse();
            assertThat(findings.get("findings").findValuesAsText("code")).containsExactly("role-missing", "application-missing",
                    "certificate-missing", "tpp-field-missing");
        }

        @Test
        void takesATppAndItsCertificateAndNeverGivesTheKeyBack() {
            var id = "acme-" + UUID.randomUUID().toString().substring(0, 8);
            var body = "{\"id\": \"" + id + "\", \"legalName\": \"Acme Pay\", \"country\": \"DE\"}";
            assertThat(operator.post(API + "tpps", body).status()).isEqualTo(201);
            problem(operator.post(API + "tpps", body), 409, "tpp-exists");
            problem(operator.post(API + "tpps", "{\"id\": \"Acme Pay\"}"), 422, "invalid-values");
            assertThat(ok(operator.call("PUT", API + "tpps/" + id, body.replace("Acme Pay", "Acme Payments"))).get("legalName").asText())
                    .isEqualTo("Acme Payments");
            var issued = DemoAuthority.create("API CA", Clock.systemUTC()).qwac(DemoTpp.example());
            var certificate = operator.post(API + "tpps/" + id + "/certificates", "{\"kind\": \"QWAC\", \"environment\": \"test\", \"chain\": "
                    + quoted(issued.chainPem()) + ", \"key\": " + quoted(issued.keyPem()) + "}");
            assertThat(certificate.status()).as(String.valueOf(certificate.status())).isEqualTo(201);
            assertThat(certificate.text()).doesNotContain("PRIVATE KEY");
            assertThat(certificate.json().get("hasKey").asBoolean()).isTrue();
            problem(operator.post(API + "tpps/" + id + "/certificates", "{\"kind\": \"QWAC\"}"), 422, "invalid-values");
            assertThat(ok(viewer.get(API + "tpps/" + id + "/certificates")).get("items")).hasSize(1);
            ok(viewer.get(certificate.header("Location")));
            problem(viewer.get(API + "tpps/" + id + "/certificates/nothing"), 404, "unknown-certificate");
        }
    }

    @Nested
    class Console {

        @Test
        void showsItsPagesToThoseWhoAreSignedIn() {
            var tpp = aTpp();
            ScriptedMeans.next(tpp, "collect-credentials", run -> {
                ScriptedMeans.asAsked(run);
                return CHANGED.apply(run);
            });
            var id = begin(tpp).json().get("id").asText();
            var task = awaitTask(id).id();
            var registration = onboardings.find(id).orElseThrow().registration();
            var person = admin();
            for (var page : List.of("/onboardings", "/onboardings/new", "/onboardings/" + id, "/onboardings/" + id + "/live",
                    "/onboardings/" + id + "/diagram", "/tasks", "/tasks/" + task, "/registrations", "/registrations/" + registration,
                    "/banks", "/banks/xx-quay")) {
                var shown = person.get(page);
                assertThat(shown.status()).as(page).isEqualTo(200);
                assertThat(shown.text()).as(page).doesNotContain("secret-of-client-secret");
                assertThat(shown.header("Content-Security-Policy")).as(page).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
                assertThat(shown.header("X-Frame-Options")).as(page).isEqualTo("DENY");
                assertThat(shown.header("X-Content-Type-Options")).as(page).isEqualTo("nosniff");
                assertThat(shown.header("Referrer-Policy")).as(page).isEqualTo("same-origin");
                assertThat(shown.header("Cache-Control")).as(page).contains("no-store");
                var stranger = Visitor.nobody(port).get(page);
                assertThat(stranger.status()).as(page).isEqualTo(302);
                assertThat(stranger.header("Location")).as(page).endsWith("/sign-in");
            }
            assertThat(Visitor.nobody(port).get("/sign-in").status()).isEqualTo(200);
            assertThat(person.get("/onboardings/nothing").status()).isEqualTo(404);
        }

        @Test
        void letsNobodyInWithAWrongPasswordOrWithoutTheFormsToken() {
            var stranger = Visitor.nobody(port);
            var wrong = stranger.submit("/sign-in", "/sign-in", Map.of("username", "admin", "password", "a-wrong-guess"));
            assertThat(wrong.header("Location")).endsWith("/sign-in?failed");
            assertThat(stranger.form("/sign-in", Map.of("username", "admin", "password", "for-these-stories-only")).status()).isIn(302, 403);
            assertThat(stranger.get("/onboardings").status()).isEqualTo(302);
        }

        @Test
        void takesAnAnswerByItsForm() {
            var tpp = aTpp();
            ScriptedMeans.next(tpp, "create-application", CHANGED);
            var id = begin(tpp).json().get("id").asText();
            var page = "/tasks/" + awaitTask(id).id();

            var answered = admin().submit(page, page + "/completion", Map.of("outcome", "again", "note", "The page is back."));

            assertThat(answered.status()).as(answered.toString()).isEqualTo(302);
            awaitStatus(id, Status.DONE);
        }
    }

    private Visitor admin() {
        return Visitor.signedIn(port, "admin", "for-these-stories-only");
    }

    private Answer begin(String tpp) {
        return operator.post(API + "onboardings", wish(tpp));
    }

    private Answer complete(String task, String body) {
        return operator.post(API + "tasks/" + task + "/completion", body);
    }

    private static String wish(String tpp) {
        return "{\"tpp\": \"" + tpp + "\", \"bank\": \"xx-quay\", \"environment\": \"sandbox\", \"services\": [\"AIS\"]}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\n", "\\n").replace("\r", "") + "\"";
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asText()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("Exception", "io.portolan", "org.springframework");
        return answer.json();
    }
}
