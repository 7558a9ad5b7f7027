package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericRouteTest {

    private final PlaybookFiles files = new PlaybookFiles(new PlaybookSettings(null));
    private final KnownBanks known = SamplePlaybooks.known(files);
    private final InMemoryVersions versions = new InMemoryVersions();
    private Playbooks playbooks;

    @BeforeEach
    void readAll() {
        playbooks = new PlaybookCatalogue(files, SamplePlaybooks.READER, versions, (playbook, environment, route) -> List.of(), known);
    }

    @Test
    void leadsIntoEveryKnownBankByPeopleAlone() {
        assertThat(known.all()).hasSizeGreaterThan(40).allSatisfy(bank -> {
            var generic = playbooks.current(bank.bank()).orElseThrow();
            assertThat(generic.isGeneric()).isTrue();
            assertThat(generic.playbook().confidence()).isEqualTo(Playbook.Confidence.BY_HAND_UNVERIFIED);
            assertThat(generic.playbook().environments().values()).extracting(Environment::kind).contains(Environment.Kind.TEST, Environment.Kind.LIVE);
            assertThat(generic.playbook().environments().values()).allSatisfy(environment -> {
                var route = environment.route("by-hand-unverified").orElseThrow();
                assertThat(route.legs()).extracting(Leg::by).containsOnly(MeansName.OPERATOR);
                assertThat(route.legs()).extracting(Leg::stage).containsExactly(Stage.PREREQUISITES, Stage.PREREQUISITES, Stage.SIGN_UP,
                        Stage.CREATE_APPLICATION, Stage.CERTIFICATES, Stage.SUBSCRIBE_APIS, Stage.APPROVAL, Stage.COLLECT_CREDENTIALS, Stage.VERIFY_ACCESS);
                assertThat(route.legs()).flatExtracting(leg -> leg.captures().values()).allMatch(Capture::optional);
                assertThat(((OperatorWork) route.legs().get(8).work()).secrets().values()).as("every secret that was brought back before").extracting(Template::written)
                        .containsExactlyInAnyOrderElementsOf(route.legs().stream().flatMap(leg -> leg.secretCaptures().stream()).map(name -> "{{captured." + name + "}}").toList());
            });
        });
    }

    @Test
    void showsWhatIsKnownAndWhatIsNot() {
        var first = playbooks.current("nl-abn-amro").orElseThrow().playbook().environments().get("sandbox").routes().get(0).legs().get(0);
        var work = (OperatorWork) first.work();

        assertThat(work.links()).extracting(Template::written).contains("https://developer.abnamro.com");
        assertThat(work.data().get("What nobody has found out yet").written()).contains("Where the API begins in production.");
        assertThat(work.data().get("Where the API begins, sandbox").written()).isEqualTo("https://api-sandbox.abnamro.com/v1");
    }

    @Test
    void isKeptAsAVersionAndFoundByItsHash() {
        var current = playbooks.current("nl-abn-amro").orElseThrow();

        var again = new PlaybookCatalogue(files, SamplePlaybooks.READER, versions, (playbook, environment, route) -> List.of(), SamplePlaybooks.known(files));

        assertThat(again.version("nl-abn-amro", current.hash())).hasValueSatisfying(version -> {
            assertThat(version.isGeneric()).isTrue();
            assertThat(version.playbook()).isEqualTo(current.playbook());
        });
        assertThat(playbooks.all()).as("no bank without a playbook is among those that have one").extracting(version -> version.playbook().bank())
                .doesNotContain("nl-abn-amro");
    }

    @Test
    void leadsIntoABankThatAPersonHasNamed() {
        var bank = NewBank.of("Crédit \"Foncier\" & Söhne: {{tpp.name}}", "lu", "https://portal.bank.example/a?b=c");
        assertThat(bank.id()).isEqualTo("lu-credit-foncier-sohne-tpp-name");
        assertThat(playbooks.current(bank.id())).isEmpty();

        assertThat(known.add(bank, "user:ada")).isPresent();
        assertThat(known.add(bank, "user:ada")).as("twice").isEmpty();
        assertThat(known.add(NewBank.of("ABN Amro", "NL", null), "user:ada")).as("one that is known").isEmpty();
        assertThat(known.add(NewBank.of("Commerzbank", "DE", null), "user:ada")).as("one with a playbook").isEmpty();

        var generic = playbooks.current(bank.id()).orElseThrow();
        assertThat(generic.isGeneric()).isTrue();
        assertThat(generic.playbook().name()).startsWith("Crédit \"Foncier\" & Söhne");
        assertThat(known.all()).extracting(KnownBank::bank).contains(bank.id());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,DE,-,name", "'',DE,-,name", "!!!,DE,-,name", "Bank,XY,-,country", "Bank,-,-,country", "Bank,DE,http://bank.example,portal",
            "Bank,DE,javascript:alert(1),portal", "Bank,DE,https://{{tpp.name}}/,portal"})
    void takesNoNameCountryOrPortalThatIsNone(String name, String country, String portal, String field) {
        assertThatThrownBy(() -> NewBank.of(name, country, portal)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("invalid-values");
            assertThat(refused.about().keySet()).isEqualTo(Set.of(field));
        });
    }
}
