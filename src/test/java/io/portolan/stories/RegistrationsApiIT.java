package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.access.Role;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Registrations, the catalogue and the console as clients of the API meet them. */
class RegistrationsApiIT extends ApiStory {

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
            problem(holding(Role.GATEWAY).post(reveal, "{\"reason\": \"to call the bank\"}"), 404, "unknown-registration");
            problem(holding(Role.GATEWAY, "another-tpp").post(reveal, "{\"reason\": \"to call the bank\"}"), 404, "unknown-registration");
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
            assertThat(operator.post(registration + "/credentials", "{\"name\": \"client-id\", \"kind\": \"client-id\", \"value\": \"c-1\", \"secret\": false}")
                    .status()).isEqualTo(201);
            problem(operator.post(registration + "/credentials", "{\"name\": \"API Key\"}"), 422, "invalid-values");
            var changed = ok(operator.call("PATCH", registration + "/credentials/api-key", "{\"expires\": \"2027-01-01\"}"));
            assertThat(changed.get("expires").asText()).isEqualTo("2027-01-01T00:00:00Z");
            problem(operator.call("PATCH", registration + "/credentials/api-key", "{\"expires\": \"never\", \"reason\": \"They say so.\"}"), 422, "invalid-values");
            var lost = ok(operator.call("PATCH", registration + "/credentials/client-id", "{\"state\": \"lost\", \"reason\": \" The note is gone. \"}"));
            assertThat(lost.get("state").asText()).isEqualTo("lost");
            assertThat(journal.of(adopted.json().get("id").asText())).anySatisfy(entry ->
                    assertThat(entry.act().detail()).isEqualTo("client-id: LOST: The note is gone."));
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
        void readsThePlaybooksAgain() throws IOException {
            var bank = "xx-quay-" + UUID.randomUUID().toString().substring(0, 8);
            var text = Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", bank);
            problem(viewer.post(API + "banks/reload", ""), 403, "not-permitted");
            putPlaybook(bank, text);
            assertThat(ok(operator.post(API + "banks/reload", "")).get("added")).extracting(JsonNode::asText).containsExactly(bank);
            var good = ok(viewer.get(API + "banks/" + bank)).get("playbookVersion").asText();

            putPlaybook(bank, text.replace("confidence:", "confidance:"));
            var broken = ok(operator.post(API + "banks/reload", ""));
            assertThat(broken.get("changed")).isEmpty();
            assertThat(broken.get("problems")).anySatisfy(problem -> {
                assertThat(problem.get("file").asText()).isEqualTo(bank + ".yaml");
                assertThat(problem.get("line").asInt()).isGreaterThan(1);
                assertThat(problem.get("column").asInt()).isPositive();
                assertThat(problem.get("suggestion").asText()).isEqualTo("confidence");
                assertThat(problem.get("versionInUse").asText()).isEqualTo(good);
            });

            var person = admin();
            person.submit("/banks", "/banks/reload", Map.of());
            assertThat(person.get("/banks").text()).contains("Some files cannot be used as they are.", "<li>" + bank + ".yaml:");

            putPlaybook(bank, text + "\n# repaired\n");
            assertThat(person.submit("/banks", "/banks/reload", Map.of()).header("Location")).endsWith("/banks");
            assertThat(person.get("/banks").text()).contains("Changed: " + bank + ".");
            assertThat(ok(viewer.get(API + "banks/" + bank)).get("playbookVersion").asText()).isNotEqualTo(good);
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
}
