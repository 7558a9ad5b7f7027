package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.account.PortalAccounts;
import io.portolan.leg.LegQueue;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.Playbooks;
import io.portolan.registration.Registrations;
import io.portolan.stories.Visitor.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Registrations that exist at banks whose branches register by themselves. */
class ImportsAtBranchesIT extends ApiStory {

    private static final String BANK = "xx-pontoon";
    private static final String HEADER = "tpp,bank,branch,environment,services,account-login,account-password,client-id,client-secret,prove\n";
    private static final String BRANCHES = """
            branches:
              north: {name: North Pontoon, scope: registration, environments: {sandbox: {portal: north-portal}}}
              south: {name: South Pontoon, scope: registration}
              west: {name: West Pontoon, scope: registration, closes-on: 2020-01-31}
            """;

    @Autowired Playbooks playbooks;
    @Autowired PortalAccounts accounts;
    @Autowired LegQueue queue;
    @Autowired Registrations registrations;

    @BeforeEach
    void openTheBank() throws IOException {
        put(BRANCHES);
    }

    private void put(String branches) throws IOException {
        putPlaybook(BANK, quay() + branches);
        assertThat(playbooks.reload().problems()).isEmpty();
    }

    private static String quay() throws IOException {
        return Files.readString(Path.of("src/test/resources/stories/xx-quay.yaml")).replace("xx-quay", BANK);
    }

    private Answer send(String csv) {
        return operator.send(API + "registrations/import", "text/csv", (HEADER + csv).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String tpp, String branch) {
        return tpp + "," + BANK + "," + branch + ",sandbox,AIS,banks@tpp.example,pass-word-1,c-1,secret-1,no\n";
    }

    private String begin(String tpp, String branch) {
        return startOnboarding.with(new StartRequest(tpp, BANK, branch, "sandbox", null, List.of("AIS"), null), "user:story").id();
    }

    private String only(String tpp) {
        var items = registrations.page(new Registrations.Filter(tpp, null, null), null, 10).items();
        assertThat(items).hasSize(1);
        return items.get(0).id();
    }

    @Test
    void keepsAnAccountUnderThePortalAtWhichTheBranchLooks() {
        var tpp = aTpp();

        ok(send(line(tpp, "north") + line(tpp, "south")));

        assertThat(accounts.of(tpp)).extracting(account -> account.portal())
                .containsExactly(playbooks.current(BANK).orElseThrow().playbook().at("sandbox", "north").portal().name(), "quay-portal").first().isEqualTo("north-portal");
    }

    @Test
    void letsOnlyWhatWorksWithTheAccountOfTheSameBranchWaitForEachOther() {
        var tpp = aTpp();
        var north = begin(tpp, "north");
        var south = begin(tpp, "south");

        assertThat(queue.lastWith(tpp + "/north-portal/sandbox")).contains(north);
        assertThat(queue.lastWith(tpp + "/quay-portal/sandbox")).contains(south);
    }

    @Test
    void asksWhichBranchWhereEachRegistersByItself() {
        var tpp = aTpp();

        var problem = problem(send(line(tpp, "")), 422, "import-not-taken");

        assertThat(problem.at("/findings/0/column").asText()).isEqualTo("branch");
        assertThat(problem.at("/findings/0/code").asText()).isEqualTo("branch-missing");
        assertThat(problem.get("findings").toString()).contains("north, south, west");
        problem(operator.post(API + "registrations", wish(tpp).replace("xx-quay", BANK)), 422, "branch-missing");
    }

    @Test
    void takesInWhatIsAtABranchThatHasClosedAndProvesNothingThere() {
        var tpp = aTpp();

        var item = ok(send(line(tpp, "west").replace(",no\n", ",yes\n"))).at("/items/0");

        assertThat(item.get("outcome").asText()).isEqualTo("taken");
        assertThat(item.get("proof").asText()).isEqualTo("later");
        assertThat(item.get("proofNote").asText()).contains("closed");
        assertThat(item.get("notes").toString()).contains("West Pontoon", "2020-01-31");
    }

    @Test
    void provesAtTheBranchThatWasNamedWhereOneRegistrationIsForAll() throws IOException {
        put(BRANCHES.replace("scope: registration", "scope: access"));
        var tpp = aTpp();

        assertThat(ok(send(line(tpp, "south").replace(",no\n", ",yes\n"))).at("/items/0/proof").asText()).isEqualTo("wanted");

        await().atMost(Duration.ofSeconds(30)).until(() -> ok(viewer.get(API + "registrations/" + only(tpp))).get("adoption").toString(), said -> said.contains("begun"));
        assertThat(onboardings.find(registrations.find(only(tpp)).orElseThrow().onboarding()).orElseThrow().branch()).isEqualTo("south");
        assertThat(registrations.find(only(tpp)).orElseThrow().branch()).isNull();
    }

    @Test
    void knowsWhatItTookInThoughThePlaybookHasChangedSince() throws IOException {
        var tpp = aTpp();
        ok(send(line(tpp, "north")));
        put(BRANCHES.replace("north: {name: North Pontoon", "far-north: {name: North Pontoon"));
        assertIsThere(tpp, send(line(tpp, "north")));
        put(BRANCHES.replace("scope: registration", "scope: access"));
        assertIsThere(tpp, send(line(tpp, "north")));
        putPlaybook(BANK, (quay() + BRANCHES).replace("as: client-secret", "as: secret-of-client").replace("captured.client-secret", "captured.secret-of-client")
                .replace("client-secret: { secret: true }", "secret-of-client: { secret: true, credential: client-secret }"));
        assertThat(playbooks.reload().problems()).isEmpty();
        assertIsThere(tpp, send(line(tpp, "north")));
        putPlaybook(BANK, (quay() + BRANCHES).replace("  sandbox:", "  trial:").replace("{sandbox:", "{trial:"));
        assertThat(playbooks.reload().problems()).isEmpty();
        assertIsThere(tpp, send(line(tpp, "north")));
    }

    private void assertIsThere(String tpp, Answer answer) {
        JsonNode again = ok(answer);
        assertThat(again.get("taken").asInt()).isZero();
        assertThat(again.at("/items/0/outcome").asText()).isEqualTo("there");
        assertThat(again.at("/items/0/registration").asText()).isEqualTo(only(tpp));
    }
}
