package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bank that is packed can be started: its playbook reads without a problem. */
class BankPlaybooksTest {

    static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of("bank-playbooks"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void reads(Path file) throws IOException {
        assertThat(file.getFileName().toString()).endsWith(".yaml");
        assertThat(SamplePlaybooks.READER.read(file.getFileName().toString(), Files.readString(file)).problems())
                .isEmpty();
    }

    /** For a file in a folder of one's own: {@code mvn test -Dtest=BankPlaybooksTest -Dplaybook=FILE}. */
    @Test
    @EnabledIfSystemProperty(named = "playbook", matches = ".+")
    void readsTheFileThatIsNamed() throws IOException {
        var file = Path.of(System.getProperty("playbook"));
        assertThat(new PlaybookReader(Clock.systemUTC()).read(file.getFileName().toString(), Files.readString(file)).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isARealBankWithSources(Path file) throws IOException {
        var playbook = SamplePlaybooks.READER.read(file.getFileName().toString(), Files.readString(file)).orThrow();

        assertThat(playbook.bank()).as("xx is for made-up banks").doesNotStartWith("xx-");
        assertThat(playbook.sources()).isNotEmpty();
        var wayOut = playbook.procedures().get(Procedure.Kind.WITHDRAW);
        assertThat(playbook.environments().values())
                .allSatisfy(environment -> assertThat(environment.routes()).filteredOn(route -> wayOut == null || !route.name().equals(wayOut.route())).isNotEmpty().allSatisfy(route ->
                        assertThat(route.legs().get(route.legs().size() - 1).stage()).isEqualTo(Stage.VERIFY_ACCESS)));
    }

    /** A task that is only left open reminds nobody, and nobody sees that the bank is the one who has to act. */
    @ParameterizedTest
    @MethodSource("files")
    void handsInWhereTheBankHasToActNext(Path file) throws IOException {
        var playbook = SamplePlaybooks.READER.read(file.getFileName().toString(), Files.readString(file)).orThrow();

        var legs = playbook.environments().values().stream().flatMap(environment -> environment.routes().stream()).flatMap(route -> route.legs().stream()).toList();
        assertThat(legs).filteredOn(leg -> leg.instruct() != null && leg.work() instanceof OperatorWork).allSatisfy(leg -> {
            assertThat(leg.instruct()).doesNotContainPattern("(?i)leave (this|the next) task open (until|where)");
            assertThat(!leg.instruct().contains("nswer \"handed in\"") || ((OperatorWork) leg.work()).thenWait()).as(leg.id() + " says handed in").isTrue();
        });
    }

    /** A person who proves access needs what lets us in, whether the instructions name it or not. */
    @ParameterizedTest
    @MethodSource("files")
    void offersWhateverLetsUsInToThePersonWhoProvesIt(Path file) throws IOException {
        var playbook = SamplePlaybooks.READER.read(file.getFileName().toString(), Files.readString(file)).orThrow();
        playbook.environments().values().stream().flatMap(environment -> environment.routes().stream()).forEach(route -> {
            var last = route.legs().get(route.legs().size() - 1);
            if (last.work() instanceof OperatorWork work) {
                var brought = new TreeSet<>(Set.of("client-id", "client-secret", "api-key"));
                brought.retainAll(route.legs().stream().flatMap(leg -> leg.captures().keySet().stream()).collect(Collectors.toSet()));
                var offered = Stream.of(work.data().values(), work.secrets().values(), work.links()).flatMap(Collection::stream)
                        .flatMap(template -> template.places().stream()).collect(Collectors.toSet());
                assertThat(offered).as(route.name() + ", " + last.id()).containsAll(brought.stream().map(Places.CAPTURED::concat).toList());
            }
        });
    }
}
