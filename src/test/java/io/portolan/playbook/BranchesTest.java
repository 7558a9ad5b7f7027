package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.READER;
import static io.portolan.playbook.SamplePlaybooks.withLegs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each branch has of its own: facts, addresses and a portal. */
class BranchesTest {

    private static final String LEG = "- {id: a, stage: approval, by: operator, title: A, links: ['{{environment.base-url}}'], data: {Where: '{{ask.url}}'}}\n";
    private static final String BRANCHES = """
            ask: {url: {who: The portal of the branch, by-branch: true}, tariff: our contract}
            branches:
              north: {name: North, scope: registration, environments: {test: {base-url: 'https://north.bank.example', portal: north-developer}}}
              south: {name: South, scope: registration}
            """;

    private static String text(String branches) {
        return withLegs(LEG).replaceFirst("(?m)^ask: .*\\n", "").replace("hosts: [bank.example]", "hosts: [bank.example, north.bank.example]\n    portal: {name: bank-developer}")
                + branches;
    }

    private static List<String> problems(String branches) {
        return READER.read("xx-small.yaml", text(branches)).problems().stream().map(Problem::message).toList();
    }

    @Test
    void findsABranchWhereItIs() {
        var playbook = READER.read("xx-small.yaml", text(BRANCHES)).orThrow();
        assertThat(playbook.at("test", "north").baseUrl()).isEqualTo("https://north.bank.example");
        assertThat(playbook.at("test", "north").portal().name()).isEqualTo("north-developer");
        assertThat(playbook.at("test", "south")).isEqualTo(playbook.at("test", null)).isSameAs(playbook.environments().get("test"));
        assertThat(playbook.portals("test")).containsExactly("bank-developer", "north-developer");
        assertThat(playbook.knowing("test", "north", fact -> Optional.empty()).environments().get("test").baseUrl()).isEqualTo("https://north.bank.example");
    }

    @Test
    void keepsAFactForTheBranchOnlyWhereEachHasItsOwn() {
        var playbook = READER.read("xx-small.yaml", text(BRANCHES)).orThrow();
        assertThat(playbook.branchOfFact("url", "north")).isEqualTo("north");
        assertThat(playbook.branchOfFact("url", null)).isEmpty();
        assertThat(playbook.branchOfFact("tariff", "north")).isEmpty();
        assertThat(playbook.ask().get("tariff").who()).isEqualTo("our contract");
    }

    @Test
    void saysWhatIsWrongWithWhatABranchHas() {
        assertThat(problems(BRANCHES.replace("{test: {base-url", "{live: {base-url"))).singleElement().asString().contains("there is no environment \"live\"");
        assertThat(problems(BRANCHES.replace("https://north.bank.example", "https://elsewhere.example"))).singleElement().asString().contains("elsewhere.example");
        assertThat(problems("ask: {url: {who: The bank, by-branch: true}}\n")).containsExactly("the playbook has no branches");
        assertThat(READER.read("xx-small.yaml", text(BRANCHES).replace("    portal: {name: bank-developer}\n", "")).problems()).extracting(Problem::message)
                .containsExactly("the environment has no portal of which this would be another");
    }
}
