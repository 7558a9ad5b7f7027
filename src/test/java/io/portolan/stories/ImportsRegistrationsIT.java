package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.account.PortalAccounts;
import io.portolan.journal.Act;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.registration.Adoption;
import io.portolan.registration.Adoptions;
import io.portolan.registration.Registrations;
import io.portolan.stories.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Registrations that exist are taken in from a file, all or none, and go straight to the proof. */
class ImportsRegistrationsIT extends ApiStory {

    private static final String IMPORT = API + "registrations/import";
    private static final String HEADER = "tpp,bank,environment,services,registered-on,live-since,means,made-by,account-login,account-password,account-totp,"
            + "client-id,client-secret,redirect-uris\n";

    @Autowired Registrations registrations;
    @Autowired Adoptions adoptions;
    @Autowired PortalAccounts accounts;
    @Autowired DataSource database;
    @Autowired TransactionOperations inOneGo;

    private Answer send(String csv) {
        return operator.send(IMPORT, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private Answer tried(String csv) {
        return operator.send(IMPORT + "?dry-run=true", "text/csv; charset=utf-8", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String tpp, String password, String secret) {
        return tpp + ",xx-quay,sandbox,AIS,2024-03-18,2024-05-02,portal,Ada Example," + tpp + "@tpp.example," + password + ",GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,"
                + "c-1," + secret + ",https://tpp.example/callback\n";
    }

    private int count() {
        return registrations.page(new Registrations.Filter(null, null, null), null, 1_000).items().size();
    }

    private static List<String> said(JsonNode problem) {
        var said = new ArrayList<String>();
        problem.get("findings").forEach(finding -> said.add(finding.get("line").asInt() + " " + finding.path("column").asText("-") + " " + finding.get("code").asText()));
        return said;
    }

    @Test
    void takesThemInProvesThemAndLeavesTheirSecretsNowhere() throws Exception {
        var one = aTpp();
        var other = aTpp();
        var password = "password-" + UUID.randomUUID();
        var secret = "secret-" + UUID.randomUUID();
        var csv = HEADER + line(one, password, secret) + other + ",xx-quay,sandbox,AIS,,,,,,,,,,\n";
        var search = new SecretSearch().secret("password", password).secret("client secret", secret).secret("seed", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        var log = new EverythingLogged();
        log.start();
        try {
            var before = count();
            var trial = ok(tried(csv));
            assertThat(trial.get("dryRun").asBoolean()).isTrue();
            assertThat(trial.get("taken").asInt()).isEqualTo(2);
            assertThat(trial.at("/items/0/registration").isMissingNode()).isTrue();
            assertThat(trial.at("/items/0/proof").asText()).isEqualTo("wanted");
            assertThat(trial.at("/items/1/proof").asText()).isEqualTo("later");
            assertThat(trial.at("/items/1/proofNote").asText()).startsWith("Its proof needs client-secret");
            assertThat(count()).isEqualTo(before);
            assertThat(accounts.of(one)).isEmpty();

            var taken = send(csv);

            search.text("the answer", taken.text());
            assertThat(ok(taken).get("taken").asInt()).isEqualTo(2);
            var id = taken.json().at("/items/0/registration").asText();
            await().atMost(Duration.ofSeconds(30)).until(() -> registrations.find(id).orElseThrow().standing() == io.portolan.registration.Registration.Standing.ACTIVE);
            var registration = ok(viewer.get(API + "registrations/" + id));
            assertThat(registration.get("method").asText()).isEqualTo("adopted");
            assertThat(registration.at("/services/effectiveFrom/AIS").asText()).isEqualTo("2024-05-02T00:00:00Z");
            assertThat(registration.get("atBank").asText()).isEqualTo("exists");
            assertThat(registration.at("/adoption/registeredOn").asText()).isEqualTo("2024-03-18");
            assertThat(registration.at("/adoption/means").asText()).isEqualTo("portal");
            assertThat(registration.at("/adoption/madeBy").asText()).isEqualTo("Ada Example");
            assertThat(registration.at("/adoption/proof").asText()).isEqualTo("begun");
            awaitStatus(registration.get("onboarding").asText(), Status.DONE);
            assertThat(ScriptedMeans.runs(one, "create-application") + ScriptedMeans.runs(one, "collect-credentials")).isZero();
            assertThat(accounts.of(one)).singleElement().satisfies(account -> {
                assertThat(account.portal()).isEqualTo("quay-portal");
                assertThat(account.adopted()).isTrue();
                assertThat(account.secondFactor()).isNotNull();
            });
            var again = ok(send(csv));
            assertThat(again.get("taken").asInt()).isZero();
            assertThat(again.get("there").asInt()).isEqualTo(2);
            assertThat(again.at("/items/0/registration").asText()).isEqualTo(id);
            assertThat(count()).isEqualTo(before + 2);
            assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().name()).contains("registrations-imported", "portal-account-adopted");
            search.text("the registration", registration.toString());
            search.text("the credentials", viewer.get(API + "registrations/" + id + "/credentials").text());
            search.text("the journal", journal.of(id).toString() + journal.of(Act.HOUSE));
            search.text("the page", viewer.get("/registrations/" + id).text());
        } finally {
            log.stop();
        }
        log.into(search);
        DatabaseDump.into(search, database);
        assertThat(search.found()).isEmpty();
    }

    @Test
    void takesNothingWhereAnythingIsWrongAndSaysAllOfIt() {
        var right = aTpp();
        var secret = "secret-" + UUID.randomUUID();
        var before = count();
        var csv = HEADER + line(right, "pass-word-1", secret)
                + right + ",xx-quya,sandbox,AIS,,,,,,,,,,\n"
                + secret + ",xx-quay,sandbxo,XIS,2024-13-01,2999-01-01,magic,,,pass-word-2,no-seed,,," + secret + "\n"
                + line(right, "pass-word-1", secret)
                + aTpp() + ",xx-quay,sandbox,AIS,2024-05-02,2024-03-18,,,new@tpp.example,,no-seed,,,\n";

        var problem = problem(send(csv), 422, "import-not-taken");

        assertThat(said(problem)).contains("3 bank unknown-bank", "4 tpp unknown-tpp", "4 environment unknown-environment", "4 services unknown-service",
                "4 registered-on invalid-values", "4 live-since invalid-values", "4 means invalid-values", "4 account-password invalid-values",
                "4 account-totp invalid-values", "4 redirect-uris invalid-values", "5 - duplicate", "6 live-since invalid-values", "6 account-totp invalid-values",
                "6 account-password missing-values");
        assertThat(problem.toString()).contains("Did you mean xx-quay?", "Did you mean sandbox?", "Did you mean AIS?").doesNotContain(secret, "pass-word");
        assertThat(count()).isEqualTo(before);
        assertThat(accounts.of(right)).isEmpty();
        assertThat(problem(tried(csv), 422, "import-not-taken").get("findings")).isEqualTo(problem.get("findings"));
        problem(send(""), 422, "import-not-taken");
        problem(viewer.send(IMPORT, "text/csv", csv.getBytes(StandardCharsets.UTF_8)), 403, "not-permitted");
        problem(operator.post(IMPORT, "{}"), 415, "unsupported-media-type");
    }

    @Test
    void knowsWhatIsThereAndHowItDiffers() {
        var made = aTpp();
        var ours = awaitStatus(start(made, "AIS").id(), Status.DONE);
        var adopted = aTpp();
        ok(send(HEADER.replace("redirect-uris", "prove") + line(adopted, "pass-word-1", "secret-1").replace("https://tpp.example/callback", "no")));

        var problem = problem(send(HEADER + line(made, "pass-word-1", "secret-1")
                + line(adopted, "pass-word-1", "secret-1").replace("AIS,2024-03-18", "PIS,2024-03-19").replace(adopted + "@", "else@")), 422, "import-not-taken");

        assertThat(said(problem)).containsExactly("2 - already-registered", "3 services already-in-progress", "3 account-login portal-account-exists");
        assertThat(problem.toString()).contains("services, registered-on, redirect-uris were told otherwise then", ours.registration());
    }

    @Test
    void takesOneByACallWithAllThatIsKnownOfIt() {
        var tpp = aTpp();
        var qwac = certificates.of(tpp).get(0);
        var body = wish(tpp).replace("}", """
                , "registeredOn": "2024-03-18", "means": "mail", "madeBy": "Ada Example", "certificates": ["%s"],
                 "redirectUris": ["https://tpp.example/callback", "https://old.tpp.example/callback"],
                 "account": {"login": "banks@tpp.example", "password": "pass-word-1"},
                 "credentials": [{"name": "client-id", "value": "c-1"}, {"name": "client-secret", "value": "secret-1", "expires": "2099-12-31"}]}
                """.formatted(qwac.sha256().toUpperCase(java.util.Locale.ROOT)));
        var wrong = problem(operator.post(API + "registrations", body.replace("2024-03-18", "yesterday").replace(qwac.sha256().toUpperCase(java.util.Locale.ROOT), "1234")
                .replace("\"client-id\"", "\"cleint-id\"")), 422, "invalid-values");
        assertThat(wrong.get("fields").properties()).extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("registeredOn", "certificates", "credentials.cleint-id");

        var adopted = operator.post(API + "registrations", body);

        assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);
        assertThat(adopted.text()).doesNotContain("pass-word-1", "secret-1");
        assertThat(adopted.json().at("/adoption/proof").asText()).isEqualTo("begun");
        assertThat(adopted.json().at("/adoption/certificates/0").asText()).isEqualTo(qwac.id());
        awaitStatus(adopted.json().get("onboarding").asText(), Status.DONE);
        assertThat(ok(viewer.get(API + "tpps/" + tpp + "/certificates/" + qwac.id() + "/uses")).toString()).contains(adopted.json().get("id").asText());
        problem(operator.post(API + "registrations", body), 409, "already-registered");
    }

    @Test
    void tellsWhatStandsInTheWayOfAProof() {
        var tpp = aTpp();
        certificates.retire(certificates.of(tpp).get(0).id(), "It is replaced.", "user:story");

        var taken = ok(send(HEADER + line(tpp, "pass-word-1", "secret-1")));

        var id = taken.at("/items/0/registration").asText();
        await().atMost(Duration.ofSeconds(30)).until(() -> adoptions.of(id).orElseThrow().proof() == Adoption.Proof.NOT_BEGUN);
        assertThat(ok(viewer.get(API + "registrations/" + id)).at("/adoption/proofNote").asText()).startsWith("Before this can start:");
        assertThat(journal.of(id)).extracting(entry -> entry.act().name()).contains("proof-not-begun");
    }

    @Test
    void tellsWhenAProofIsTriedAgainThatHasFailedHere() {
        var next = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        var waits = ok(send(HEADER.replace("redirect-uris", "prove") + line(aTpp(), "pass-word-1", "secret-1").replace("https://tpp.example/callback", "no")))
                .at("/items/0/registration").asText();
        inOneGo.executeWithoutResult(status -> {
            adoptions.proof(waits, Adoption.Proof.WANTED, null);
            adoptions.notYet(waits, "Something went wrong in Portolan (Trouble).", next);
        });

        var shown = ok(viewer.get(API + "registrations/" + waits));
        assertThat(shown.at("/adoption/proof").asText()).isEqualTo("wanted");
        assertThat(shown.at("/adoption/proofNote").asText()).isEqualTo("Something went wrong in Portolan (Trouble).");
        assertThat(shown.at("/adoption/proofTriedAgainAt").asText()).isEqualTo(next.toString());
        assertThat(viewer.get("/registrations/" + waits).text()).contains("Its proof has not begun", "(Trouble)", "It is tried again");
    }
}
