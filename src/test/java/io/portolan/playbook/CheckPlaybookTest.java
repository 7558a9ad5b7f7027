package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckPlaybookTest {

    private static final CheckPlaybook.About PLAYBOOK = CheckPlaybook.About.PLAYBOOK;

    private final CheckPlaybook check = new CheckPlaybook(SamplePlaybooks.READER, (playbook, environment, route) -> List.of("there is no such model"), new InUse());

    /** The catalogue with the hub of Spain. */
    private static final class InUse implements Playbooks {

        @Override
        public Optional<Versioned> current(String bank) {
            return all().stream().filter(each -> each.playbook().bank().equals(bank)).findFirst();
        }

        @Override
        public Optional<Versioned> version(String bank, String hash) {
            return Optional.empty();
        }

        @Override
        public List<Versioned> all() {
            return List.of(versioned("es-redsys"));
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public Reloaded reload() {
            throw new UnsupportedOperationException();
        }

        private static Versioned versioned(String bank) {
            return new Versioned(SamplePlaybooks.READER.read(bank + ".yaml", packed(bank)).orThrow(), "0".repeat(64), "packed");
        }
    }

    private static String packed(String bank) {
        try {
            return Files.readString(Path.of("bank-playbooks", bank + ".yaml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsAPastedTextAsThatOfTheBankThatItNames() {
        var checked = check.of(null, SamplePlaybooks.exampleText(), PLAYBOOK);

        assertThat(checked.file()).isEqualTo("xx-example.yaml");
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.playbook()).get().extracting(Playbook::bank).isEqualTo("xx-example");
    }

    @Test
    void tellsAllProblemsOfAFileWithTheirPlaces() {
        var checked = check.of("C:\\mine\\xx-example.yaml", SamplePlaybooks.exampleText().replace("kind: live", "kind: alive").replaceFirst("name:", "nmae:"), PLAYBOOK);

        assertThat(checked.file()).isEqualTo("xx-example.yaml");
        assertThat(checked.playbook()).isEmpty();
        assertThat(checked.problems()).extracting(Problem::suggestion).contains("live", "name");
        assertThat(checked.problems()).allSatisfy(problem -> assertThat(checked.text().lines().count()).isGreaterThanOrEqualTo(problem.line()));
    }

    @Test
    void tellsWhatItNeedsOfThoseInUse() {
        var text = SamplePlaybooks.exampleText().replaceFirst("needs:\n", "needs:\n  registrations: [{unit: es-redsis, environment: production}]\n");

        var checked = check.of(null, text, PLAYBOOK);

        assertThat(checked.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).startsWith("needs.registrations[0]");
            assertThat(problem.suggestion()).isEqualTo("es-redsys");
            assertThat(text.lines().toList().get(problem.line() - 1)).contains("es-redsis");
        });
        assertThat(check.of(null, text.replace("es-redsis", "es-redsys"), PLAYBOOK).problems()).isEmpty();
    }

    @Test
    void checksWhatIsKnownOfABankWithoutAPlaybook() throws IOException {
        var known = Files.readString(Path.of("bank-playbooks/known/nl-abn-amro.yaml"));

        assertThat(check.of(null, known, CheckPlaybook.About.KNOWN_BANK).problems()).isEmpty();
        assertThat(check.of(null, known, PLAYBOOK).problems()).isNotEmpty();
        assertThat(check.of(null, known.replace("missing:", "missin:"), CheckPlaybook.About.KNOWN_BANK).problems()).extracting(Problem::suggestion).contains("missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx-small.yml", ".yaml", "notes.txt"})
    void takesOnlyFilesThatAreNamedAsPlaybooksAre(String name) {
        assertThat(check.of(name, "bank: xx-small", PLAYBOOK).problems()).singleElement().extracting(Problem::message).asString().contains("only files that end in .yaml");
    }

    @Test
    void answersWhatIsTooLargeOrNoText() throws IOException {
        var large = new ByteArrayInputStream("x".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.UTF_8));
        var checked = check.of("xx-small.yaml", large, PLAYBOOK);
        assertThat(checked.problems()).singleElement().extracting(Problem::message).asString().contains("more than");
        assertThat(checked.text()).as("of no use on a page").isEmpty();
        assertThat(large.available()).as("is not read to its end").isPositive();

        assertThat(check.of("xx-small.yaml", new ByteArrayInputStream("bank: xx-small".getBytes(StandardCharsets.UTF_16)), PLAYBOOK).problems())
                .singleElement().extracting(Problem::message).asString().contains("UTF-16");
    }

    @Test
    void tellsARouteWhoseModelIsNotThere() {
        var text = SamplePlaybooks.exampleText().replaceFirst("( +)- name: default\n", "$1- name: default\n$1  model: drawn-by-hand\n");

        assertThat(check.of(null, text, PLAYBOOK).problems()).anySatisfy(problem -> assertThat(problem.message()).isEqualTo("there is no such model"));
    }
}
