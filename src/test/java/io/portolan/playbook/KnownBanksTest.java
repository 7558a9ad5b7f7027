package io.portolan.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownBanksTest {

    private static final Path FOLDER = Path.of("bank-playbooks", "known");

    private static final String GOOD = """
            bank: cz-small
            name: Small Bank
            countries: [CZ, SK]
            portal: https://developer.bank.example
            environments:
              sandbox: {kind: test, base-url: 'https://sandbox.bank.example/{brand}', addresses: {token: 'https://auth.bank.example/token'}}
            registration: {by: [portal], how: [Sign up at the portal.]}
            certificates: {QWAC: needed}
            missing: [Which fields the portal has.]
            sources: ['https://bank.example']
            checked-on: 2026-11-22
            confidence: partial
            """;

    private final KnownBankReader reader = new KnownBankReader(SamplePlaybooks.TODAY);

    @TempDir
    private Path folder;

    static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatIsPackedOfABankThatHasNoPlaybook(Path file) throws IOException {
        var read = reader.read(file.getFileName().toString(), Files.readAllBytes(file));

        assertThat(read.problems()).isEmpty();
        assertThat(FOLDER.resolveSibling(file.getFileName())).as("it has a playbook, so it is not one of these").doesNotExist();
        assertThat(read.bank()).hasValueSatisfying(bank -> {
            assertThat(bank.missing()).isNotEmpty().allSatisfy(each -> assertThat(each).endsWith("."));
            assertThat(bank.registration().how()).isNotEmpty();
            assertThat(bank.countries()).contains(bank.bank().substring(0, 2).toUpperCase(Locale.ROOT));
            assertThat(bank.bank()).doesNotStartWith("xx-");
            if (bank.coveredBy() != null) {
                assertThat(FOLDER.resolveSibling(bank.coveredBy() + ".yaml")).exists();
            }
        });
    }

    @Test
    void tellsAllMistakesWithTheirLines() {
        var wrong = GOOD.replace("[CZ, SK]", "[CZ, XY]").replace("https://developer", "http://developer").replace("{brand}", "{{branch.brand}}")
                .replace("[portal]", "[protal]").replace("QWAC", "QWACC").replace("missing: [Which fields the portal has.]", "missing: []")
                .replace("2026-11-22", "2027-11-22").replace("confidence", "confidnece");

        assertThat(reader.read("cz-smal.yaml", wrong.getBytes(StandardCharsets.UTF_8)).problems()).extracting(Problem::line, Problem::path, Problem::suggestion)
                .contains(tuple(1, "bank", "cz-smal"), tuple(3, "countries[1]", null), tuple(4, "portal", "https://developer.bank.example"),
                        tuple(6, "environments.sandbox.base-url", null), tuple(7, "registration.by[0]", "portal"), tuple(8, "certificates.QWACC", "QWAC"),
                        tuple(9, "missing", null), tuple(11, "checked-on", null), tuple(12, "confidnece", "confidence"));
    }

    @Test
    void keepsNoSecretAndNoRoute() {
        var wrong = GOOD + "access: the key is aB3dE5fG7hJ9kL2mN4pQ6rS8\nprocedures: {withdraw: {route: default}}\n";

        assertThat(reader.read("cz-small.yaml", wrong.getBytes(StandardCharsets.UTF_8)).problems()).extracting(Problem::path)
                .containsExactly("access", "procedures.withdraw.route");
    }

    @Test
    void addsThoseOfTheFolderAndLeavesOutBanksWithAPlaybook() throws IOException {
        Files.createDirectory(folder.resolve("known"));
        write(GOOD);
        write("de-comdirect.yaml", GOOD.replace("cz-small", "de-comdirect").replace("[CZ, SK]", "[DE]"));
        var known = SamplePlaybooks.known(new PlaybookFiles(new PlaybookSettings(folder)));

        assertThat(known.reload(Set.of("nl-abn-amro"))).isEmpty();
        assertThat(known.find("cz-small")).hasValueSatisfying(bank -> assertThat(bank.countries()).containsExactly("CZ", "SK"));
        assertThat(known.find("de-comdirect")).hasValueSatisfying(bank -> assertThat(bank.name()).isEqualTo("Small Bank"));
        assertThat(known.find("nl-abn-amro")).isEmpty();
        assertThat(known.all()).hasSize(files().size());
    }

    @Test
    void keepsWhatABrokenFileSaidBefore() throws IOException {
        Files.createDirectory(folder.resolve("known"));
        write(GOOD);
        var known = SamplePlaybooks.known(new PlaybookFiles(new PlaybookSettings(folder)));
        known.reload(Set.of());

        write(GOOD.replace("name:", "nmae:"));

        assertThat(known.reload(Set.of())).extracting(Problem::file).containsOnly("cz-small.yaml");
        assertThat(known.find("cz-small")).isPresent();
    }

    private void write(String text) throws IOException {
        write("cz-small.yaml", text);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("known").resolve(name), text);
    }
}
