package io.portolan.playbook;

import static io.portolan.playbook.SamplePlaybooks.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PlaybookCatalogueTest {

    private final InMemoryVersions versions = new InMemoryVersions();

    @TempDir
    Path folder;

    @Test
    void addsThePlaybooksOfTheFolderToThePackedOnes() throws IOException {
        write("xx-example.yaml", SamplePlaybooks.exampleText());

        var catalogue = catalogue();

        assertThat(catalogue.problems()).isEmpty();
        assertThat(catalogue.all()).extracting(one -> one.playbook().bank()).contains("xx-example").isSorted();
        var example = catalogue.current("xx-example").orElseThrow();
        assertThat(example.hash()).hasSize(64).startsWith(example.shortHash());
        assertThat(example.shortHash()).hasSize(12);
        assertThat(example.source()).startsWith("file:").endsWith("xx-example.yaml");
        assertThat(catalogue.current("xx-unknown")).isEmpty();
    }

    @Test
    void keepsEveryVersionThatWasEverInUse() throws IOException {
        write("xx-example.yaml", SamplePlaybooks.exampleText());
        var catalogue = catalogue();
        var first = catalogue.current("xx-example").orElseThrow();

        write("xx-example.yaml", SamplePlaybooks.exampleText().replace("name: Example Bank", "name: Renamed Bank"));
        catalogue.reload();

        assertThat(catalogue.current("xx-example")).get().extracting(one -> one.playbook().name())
                .isEqualTo("Renamed Bank");
        assertThat(catalogue().version("xx-example", first.hash())).contains(first);
        assertThat(catalogue().version("xx-example", "0".repeat(64))).isEmpty();
        assertThat(catalogue().version("xx-other", first.hash())).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void staysWithTheLastGoodVersionOfAFileThatCannotBeRead() throws IOException {
        write("xx-example.yaml", SamplePlaybooks.exampleText());
        var good = catalogue().current("xx-example").orElseThrow();
        Files.createDirectory(folder.resolve("known"));
        for (var name : List.of("xx-example.yaml", "known/xx-other.yaml")) {
            Files.deleteIfExists(folder.resolve(name));
            // a file that is there for everybody, root too, and that nobody reads from its beginning
            Files.createSymbolicLink(folder.resolve(name), Path.of("/proc/self/mem"));
        }

        var catalogue = catalogue();

        assertThat(catalogue.current("xx-example")).contains(good);
        assertThat(catalogue.problems()).extracting(Problem::bank, Problem::message).contains(tuple("xx-example", "the file is there and cannot be read: see who may read it"));
        assertThat(catalogue.problems()).extracting(Problem::file).contains("xx-other.yaml");
    }

    @Test
    void staysWithTheLastGoodVersionOfABrokenFile() throws IOException {
        write("xx-example.yaml", SamplePlaybooks.exampleText());
        var good = catalogue().current("xx-example").orElseThrow();

        write("xx-example.yaml", SamplePlaybooks.exampleText().replace("kind: live", "kind: alive"));
        var catalogue = catalogue();

        assertThat(catalogue.current("xx-example")).contains(good);
        assertThat(catalogue.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("xx-example.yaml");
            assertThat(problem.suggestion()).isEqualTo("live");
        });
    }

    @Test
    void saysWhatReadingAgainHasBroughtAndTheSecondTimeNothing() throws IOException {
        write("xx-example.yaml", SamplePlaybooks.exampleText());
        write("xx-leaving.yaml", named("xx-leaving"));
        write("xx-broken.yaml", named("xx-broken"));
        var catalogue = catalogue();
        var good = catalogue.current("xx-broken").orElseThrow();
        write("xx-example.yaml", SamplePlaybooks.exampleText().replace("name: Example Bank", "name: Renamed Bank"));
        write("xx-coming.yaml", named("xx-coming"));
        write("xx-broken.yaml", named("xx-broken").replace("kind: live", "kind: alive"));
        Files.delete(folder.resolve("xx-leaving.yaml"));

        var reloaded = catalogue.reload();

        assertThat(reloaded.added()).containsExactly("xx-coming");
        assertThat(reloaded.changed()).containsExactly("xx-example");
        assertThat(reloaded.gone()).containsExactly("xx-leaving");
        assertThat(reloaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.bank()).isEqualTo("xx-broken");
            assertThat(problem.line()).isGreaterThan(1);
            assertThat(problem.column()).isGreaterThan(1);
        });
        assertThat(catalogue.current("xx-broken")).contains(good);
        assertThat(catalogue.reload()).isEqualTo(new Playbooks.Reloaded(List.of(), List.of(), List.of(), reloaded.problems()));
    }

    private static String named(String bank) {
        return SamplePlaybooks.exampleText().replace("bank: xx-example", "bank: " + bank);
    }

    @Test
    void startsWithoutABankWhoseFileWasNeverGood() throws IOException {
        write("xx-broken.yaml", "bank: [");

        var catalogue = catalogue();

        assertThat(catalogue.current("xx-broken")).isEmpty();
        assertThat(catalogue.problems()).isNotEmpty();
    }

    @Test
    void replacesAPackedPlaybookUntilItsFileIsGone() throws IOException {
        var packed = catalogue().all().get(0);
        var bank = packed.playbook().bank();
        write(bank + ".yaml", SamplePlaybooks.exampleText().replace("bank: xx-example", "bank: " + bank));
        var catalogue = catalogue();
        assertThat(catalogue.current(bank)).get().extracting(one -> one.playbook().name()).isEqualTo("Example Bank");

        Files.delete(folder.resolve(bank + ".yaml"));
        catalogue.reload();

        assertThat(catalogue.current(bank)).contains(packed);
    }

    @Test
    void readsAnOldVersionEvenWhereTheRulesHaveBecomeStricter() {
        var old = SamplePlaybooks.exampleText().replace("bank: xx-example", "bank: xx-example\nno-longer-known: 1");
        versions.use("xx-example", new PlaybookVersions.Kept("1".repeat(64), "an older release", old));

        assertThat(catalogue().version("xx-example", "1".repeat(64))).get()
                .extracting(one -> one.playbook().environments().get("production"))
                .isEqualTo(SamplePlaybooks.example().environments().get("production"));
    }

    @Test
    void doesNotStartOnAFolderThatIsNotThere() {
        var files = new PlaybookFiles(new PlaybookSettings(folder.resolve("missing")));

        assertThatThrownBy(() -> new PlaybookCatalogue(files, READER, versions, (playbook, environment, route) -> List.of(), SamplePlaybooks.known(files)))
                .hasMessageContaining("portolan.playbook.folder cannot be read");
    }

    private PlaybookCatalogue catalogue() {
        var files = new PlaybookFiles(new PlaybookSettings(folder));
        return new PlaybookCatalogue(files, READER, versions, (playbook, environment, route) -> List.of(), SamplePlaybooks.known(files));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
