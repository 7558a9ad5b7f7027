package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.access.Role;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartRequest;
import io.portolan.worklist.Task;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a bank asks and whether we have it, as the API and the form that starts an onboarding show it for exactly what is chosen. */
class ChecksBeforeAStartIT extends ApiStory {

    @Test
    void saysWhatIsMissingBeforeAStart() {
        assertThat(ok(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox&tpp=" + aTpp())).get("ready").asBoolean()).isTrue();
        problem(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox"), 400, "missing-parameter");
        var bare = "bare-" + UUID.randomUUID().toString().substring(0, 8);
        var added = operator.post(API + "tpps", "{\"id\": \"" + bare + "\", \"legalName\": \"Bare\", \"country\": \"DE\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        var findings = ok(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox&tpp=" + bare));
        assertThat(findings.get("ready").asBoolean()).isFalse();
        assertThat(findings.get("findings").findValuesAsText("code")).startsWith("role-missing", "application-missing", "certificate-missing",
                "tpp-field-missing");
        assertThat(findings.get("findings").get(0).get("severity").asText()).isEqualTo("error");

        var wished = ok(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox&services=PIS,CAF&route=default&application=main&tpp=" + aTpp()));
        assertThat(wished.get("ready").asBoolean()).isFalse();
        assertThat(wished.get("services").toString()).isEqualTo("[\"PIS\",\"CAF\"]");
        assertThat(wished.get("findings").get(0).get("sentence").asText()).contains("PSP_IC");
        assertThat(wished.get("fine").findValuesAsText("code")).contains("role-held", "application-there", "certificate-valid");
        problem(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox&route=other&tpp=" + bare), 422, "unknown-route");
        problem(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox&branch=other&tpp=" + bare), 422, "unknown-branch");
    }

    @Test
    void asksForTheBranchWhereEachHasARouteOfItsOwn() {
        var looked = API + "banks/ie-aib/preflight?environment=production&tpp=" + aTpp();

        assertThat(problem(viewer.get(looked), 422, "branch-missing").toString()).contains("Say which branch", "one of aib, ebs");
        assertThat(ok(viewer.get(looked + "&branch=ebs")).get("findings").findValuesAsText("code")).doesNotContain("branch-missing");
    }

    @Test
    void saysBeforeAStartThatItIsUnderWayAndRefusesAStartWithAllThatIsWrong() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = begin(tpp).json().get("id").asText();
        var looked = ok(viewer.get(API + "banks/xx-quay/preflight?environment=sandbox&tpp=" + tpp));
        assertThat(looked.get("findings").findValuesAsText("code")).contains("already-onboarding");
        assertThat(looked.get("findings").get(0).get("about").asText()).isEqualTo(id);

        var before = onboardings.page(new Onboardings.Filter(null, "xx-quay", null, null), null, 1).items().get(0).id();
        var bare = "bare-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(operator.post(API + "tpps", "{\"id\": \"" + bare + "\", \"legalName\": \"Bare\", \"country\": \"DE\", \"applications\": {\"main\": {\"name\": \"A\"}}}")
                .status()).isEqualTo(201);
        var refused = problem(operator.post(API + "onboardings", "{\"tpp\": \"" + bare + "\", \"bank\": \"xx-quay\", \"environment\": \"sandbox\", \"services\": [\"AIS\"]}"),
                409, "pre-flight-failed");
        assertThat(refused.get("findings").findValuesAsText("code")).contains("role-missing", "certificate-missing", "tpp-field-missing");
        assertThat(refused.get("findings")).allSatisfy(finding -> assertThat(finding.get("sentence").asText()).isNotBlank());
        assertThat(refused.get("findings").findValuesAsText("severity")).startsWith("error", "error", "error");
        assertThat(onboardings.page(new Onboardings.Filter(null, "xx-quay", null, null), null, 1).items().get(0).id()).as("nothing was begun").isEqualTo(before);
    }

    @Test
    void writesDownWhatWasKnownBefore() {
        var id = awaitStatus(startAt(aTpp(), "xx-groyne", "AIS").id(), Status.WAITING_FOR_US).id();

        assertThat(journal.of(id)).filteredOn(entry -> entry.act().name().equals("pre-flight-passed")).singleElement()
                .satisfies(entry -> assertThat(entry.act().detail()).contains("Nothing stands in the way.", "Known before:", "groyne-portal say nothing of automation"));
    }

    @Test
    void showsOnThePageWhatStandsInTheWayOfExactlyWhatIsChosen() {
        var tpp = aTpp();
        var person = admin();
        assertThat(person.get("/banks/xx-quay").text()).contains("Check whether we have what it asks");
        assertThat(person.get("/onboardings/new").text()).contains("Choose a TPP, a bank and an environment");

        var chosen = "/onboardings/new?sent=true&bank=xx-quay&environment=sandbox&tpp=" + tpp;
        assertThat(person.get(chosen).text()).contains("Choose at least one service.");
        assertThat(person.get(chosen + "&services=AIS").text()).contains("Nothing stands in the way.", "What is as it should be", "For AIS the TPP has the role PSP_AI.")
                .doesNotContain("What stands in the way", "PSP_IC");
        assertThat(person.get(chosen + "&services=AIS&services=CAF").text()).contains("One thing stands in the way.", "For CAF the TPP needs the role PSP_IC",
                "/tpps/" + tpp + "/edit#f-roles", "Change the roles");

        var refused = person.submit(chosen, "/onboardings", Map.of("tpp", tpp, "bank", "xx-quay", "environment", "sandbox", "services", "CAF", "sent", "true"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("It cannot start yet", "For CAF the TPP needs the role PSP_IC");
        assertThat(person.get(chosen.replace("xx-quay", "xx-groyne") + "&services=AIS").text()).contains("One thing should be known before.", "Portal groyne-portal");
    }

    @Test
    void letsAFactBeSuppliedBeforeALegComesToIt() {
        var bank = "xx-asks-" + UUID.randomUUID().toString().substring(0, 8);
        var facts = API + "banks/" + bank + "/environments/sandbox/facts";
        putPlaybook(bank, playbookOf(bank));
        ok(operator.post(API + "banks/reload", ""));
        var looked = API + "banks/" + bank + "/preflight?environment=sandbox&services=AIS&tpp=" + aTpp();
        assertThat(ok(viewer.get(looked)).get("findings").findValuesAsText("code")).containsExactly("fact-open");
        assertThat(ok(viewer.get(facts)).at("/items/0/whoWouldKnow").asText()).isEqualTo("told by the bank");
        problem(viewer.call("PUT", facts + "/tariff", "{\"value\": \"Basic\", \"source\": \"a call\"}"), 403, "not-permitted");
        problem(operator.call("PUT", facts + "/tarif", "{\"value\": \"Basic\", \"source\": \"a call\"}"), 404, "unknown-fact");
        problem(operator.call("PUT", facts + "/tariff", "{\"value\": \"Basic\"}"), 422, "missing-values");
        problem(viewer.get(facts.replace("sandbox", "production")), 404, "unknown-environment");

        var page = facts.replace("/api/v1", "");
        var person = admin();
        assertThat(person.get("/banks/" + bank).text()).contains(page);
        assertThat(person.submit(page, page, Map.of("name", "tariff", "value", "Basic", "source", "")).text()).contains("is missing", "Basic");
        assertThat(person.submit(page, page, Map.of("name", "tariff", "value", "Basic", "source", "Ms Quay, by telephone")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("tariff is kept.", "Ms Quay, by telephone");

        assertThat(ok(viewer.get(looked)).get("findings")).isEmpty();
        assertThat(ok(operator.call("PUT", facts + "/tariff", "{\"value\": \"Premium\", \"source\": \"a letter\"}")).get("value").asText()).isEqualTo("Premium");
        assertThat(ok(viewer.get(facts)).at("/items/0/suppliedBy").asText()).startsWith("token:api-");
    }

    @Test
    void keepsAFactForEachBranchWhereEachHasItsOwn() {
        var bank = "xx-asks-" + UUID.randomUUID().toString().substring(0, 8);
        var facts = API + "banks/" + bank + "/environments/sandbox/facts";
        putPlaybook(bank, playbookOf(bank).replace("ask: {tariff: told by the bank}", "ask: {tariff: {who: told by the bank, by-branch: true}}\n"
                + "branches: {north: {name: North, scope: registration}, south: {name: South, scope: registration}}"));
        ok(operator.post(API + "banks/reload", ""));
        var tpp = aTpp();
        var looked = API + "banks/" + bank + "/preflight?environment=sandbox&services=AIS&tpp=" + tpp + "&branch=";
        assertThat(ok(viewer.get(facts)).get("items").findValuesAsText("branch")).containsExactly("north", "south");
        problem(operator.call("PUT", facts + "/tariff", "{\"value\": \"Basic\", \"source\": \"a call\"}"), 422, "unknown-branch");
        problem(operator.call("PUT", facts + "/tariff", "{\"value\": \"Basic\", \"source\": \"a call\", \"branch\": \"west\"}"), 422, "unknown-branch");
        ok(operator.call("PUT", facts + "/tariff", "{\"value\": \"Basic\", \"source\": \"a call\", \"branch\": \"north\"}"));
        assertThat(ok(viewer.get(looked + "north")).get("findings").findValuesAsText("code")).doesNotContain("fact-open");
        assertThat(ok(viewer.get(looked + "south")).get("findings").findValuesAsText("code")).contains("fact-open");

        var page = facts.replace("/api/v1", "");
        var person = admin();
        assertThat(person.submit(page, page, Map.of("name", "tariff", "branch", "south", "value", "Premium", "source", "a letter")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("tariff, south is kept.", "fact-tariff-north", "fact-tariff-south");
        var onboarding = startOnboarding.with(new StartRequest(tpp, bank, "south", "sandbox", null, List.of("AIS"), null), "user:story");
        assertThat(awaitTask(onboarding.id()).data()).extracting(Task.Datum::text).containsExactly("Premium");
    }

    @Test
    void takesAFactOfABankFromATaskOnlyWhereNobodyHasSuppliedIt() {
        var bank = "xx-asks-" + UUID.randomUUID().toString().substring(0, 8);
        var facts = API + "banks/" + bank + "/environments/sandbox/facts";
        putPlaybook(bank, playbookOf(bank).replaceFirst("by: operator, title: Choose, .*", "by: api, title: Choose, request: {method: POST, url: '{{ask.tariff}}'}}"));
        ok(operator.post(API + "banks/reload", ""));
        var earlier = asksForTariff(bank);
        var later = asksForTariff(bank);
        problem(holding(Role.OPERATOR, earlier.subject().tpp()).call("PUT", facts + "/tariff", "{\"value\": \"Mine\", \"source\": \"a guess\"}"), 403, "limited-to-tpps");

        ok(holding(Role.OPERATOR, earlier.subject().tpp()).post(API + "tasks/" + earlier.id() + "/completion", "{\"outcome\": \"done\", \"values\": {\"ask.tariff\": \"Basic\"}, \"note\": \"told by telephone\"}"));
        assertThat(ok(viewer.get(facts)).at("/items/0/value").asText()).as("what nobody had supplied").isEqualTo("Basic");

        ok(holding(Role.OPERATOR, later.subject().tpp()).post(API + "tasks/" + later.id() + "/completion", "{\"outcome\": \"done\", \"values\": {\"ask.tariff\": \"Mine\"}, \"note\": \"a guess\"}"));
        assertThat(ok(viewer.get(facts)).at("/items/0/value").asText()).as("what all TPPs share").isEqualTo("Basic");
    }

    private Task asksForTariff(String bank) {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "choose", run -> new Outcome.NeedsPerson(Outcome.Reason.MISSING_DATA, "Nobody has supplied ask.tariff.", null));
        var task = awaitTask(startOnboarding.with(new StartRequest(tpp, bank, null, "sandbox", null, List.of("AIS"), null), "user:story").id());
        assertThat(task.fields()).extracting(Task.Field::name).contains("ask.tariff");
        return task;
    }

    private static String playbookOf(String bank) {
        return """
                bank: %s
                name: Asking Bank
                ask: {tariff: told by the bank}
                sources: ['https://localhost/made-up-for-tests']
                checked-on: 2026-11-01
                confidence: verified-from-source
                environments:
                  sandbox:
                    kind: test
                    base-url: https://localhost:1
                    hosts: ['localhost:1']
                    routes:
                      - name: default
                        legs:
                          - {id: choose, stage: create-application, by: operator, title: Choose, instruct: Choose the tariff., data: ['{{ask.tariff}}']}
                          - {id: prove, stage: verify-access, by: operator, title: Prove it, instruct: Call it.}
                """.formatted(bank);
    }
}
