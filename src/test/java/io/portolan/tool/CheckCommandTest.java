package io.portolan.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCommandTest {

    private static final String GOOD = """
            bank: xx-small
            name: Small Bank
            sources: [a test]
            checked-on: 2026-11-01
            confidence: partial
            environments:
              test:
                kind: test
                base-url: https://bank.example
                hosts: [bank.example]
                portal:
                  name: small
                  log-in:
                    - open: '{{environment.base-url}}/log-in'
                    - fill: {label: Password, with: '{{account.password}}'}
                routes:
                  - name: default
                    legs:
                      - {id: ask, stage: sign-up, by: operator, title: Ask}
            """;

    @TempDir
    Path folder;

    @Test
    void saysThatAllIsWell() throws IOException {
        var said = Tools.run("check", file("xx-small.yaml", GOOD));

        assertThat(said).isEqualTo(new Tools.Said(0, "1 playbook, no problem.\n", ""));
    }

    @Test
    void tellsAllProblemsWithLineColumnAndNearestName() throws IOException {
        var file = file("xx-small.yaml", GOOD.replace("name: Small Bank", "nmae: Small Bank").replace("kind: test", "kind: tset"));

        var said = Tools.run("check", file);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out().lines()).hasSize(4).anySatisfy(line -> assertThat(line).startsWith(file + ":2:1: nmae: ").endsWith("(did you mean \"name\"?)"))
                .anySatisfy(line -> assertThat(line).startsWith(file + ":8:11: environments.test.kind: ").endsWith("(did you mean \"test\"?)"))
                .endsWith("3 problems in 1 of 1 playbook.");
    }

    @Test
    void checksFoldersWithWhatOneFileNeedsOfAnother() throws IOException {
        file("xx-small.yaml", GOOD.replace("environments:", "needs: {registrations: [{unit: xx-hub, environment: tset}]}\nenvironments:"));
        file("xx-hub.yaml", GOOD.replace("xx-small", "xx-hub"));

        var said = Tools.run("check", folder);

        assertThat(said.out()).startsWith(folder.resolve("xx-small.yaml") + ":6:").contains("needs.registrations[0].environment",
                "the playbook xx-hub has no environment \"tset\" (did you mean \"test\"?)").endsWith("1 problem in 1 of 2 playbooks.\n");
        assertThat(Tools.run("check", folder.resolve("xx-small.yaml")).out()).as("a file is read with those beside it").contains("no environment \"tset\"");
    }

    @Test
    void knowsThePackedPlaybooksThatAFileLeansOn() throws IOException {
        var needs = "needs: {registrations: [{unit: %s, environment: production}]}\nenvironments:";

        assertThat(Tools.run("check", file("xx-small.yaml", GOOD.replace("environments:", needs.formatted("gr-piraeus-bnk")))).out())
                .contains("xx-small.yaml:6:26: ", "there is no playbook \"gr-piraeus-bnk\"", "did you mean \"gr-piraeus-bank\"?");
        assertThat(Tools.run("check", file("xx-small.yaml", GOOD.replace("environments:", needs.formatted("gr-piraeus-bank")))).code()).isZero();
    }

    @Test
    void tellsABrokenFileOnceAndNotAgainOfThoseThatNeedIt() throws IOException {
        file("xx-one.yaml", GOOD.replace("xx-small", "xx-one").replace("environments:", "needs: {registrations: [{unit: xx-two, environment: test}]}\nenvironments:"));
        file("xx-two.yaml", GOOD.replace("xx-small", "xx-two").replace("bank: xx-two", "bank: xx-2"));

        assertThat(Tools.run("check", folder).out()).contains("xx-two.yaml:1:1: bank: ").endsWith("1 problem in 1 of 2 playbooks.\n");
    }

    @Test
    void checksTheModelsThatRoutesName() throws IOException {
        var file = file("xx-small.yaml", GOOD.replace("- name: default", "- name: default\n        model: two-gates"));
        assertThat(Tools.run("check", file).out()).contains("xx-small.yaml:18:9: environments.test.routes[0].model: there is no model \"two-gates\"");

        file("two-gates.bpmn", "<nothing/>");
        assertThat(Tools.run("check", file).out()).contains("xx-small.yaml:18:9: ", "is not BPMN 2.0");
    }

    @Test
    void checksWhatIsKnownOfBanksWithoutAPlaybook() throws IOException {
        assertThat(Tools.run("check", Path.of("bank-playbooks", "known")).code()).isZero();

        Files.createDirectory(folder.resolve("known"));
        assertThat(Tools.run("check", file("known/cz-small.yaml", "bank: cz-small\nname: Small\nmising: []\n")).out())
                .contains("cz-small.yaml:1:1: ", "countries is missing", "cz-small.yaml:3:1: mising: there is no key \"mising\" here", "did you mean \"missing\"?");
        assertThat(Tools.run("check", folder).out()).as("as it is read when it comes into use").contains("cz-small.yaml:3:1: mising");
    }

    static Stream<Arguments> badInput() {
        var deep = "bank: " + "[".repeat(5000) + "]".repeat(5000);
        var bomb = "bank: xx-small\na: &a [x, x]\n" + "b: [" + "*a, ".repeat(50) + "]\n";
        return Stream.of(Arguments.of("# ü\n" + GOOD, UTF_16, ":1:1: the file is written in UTF-16; save it as UTF-8"),
                Arguments.of(GOOD, UTF_16LE, ":1:1: the file is written in UTF-16"),
                Arguments.of("bank: xx-small\nname: Prüfbank\n", ISO_8859_1, ":2:9: the byte 0xFC here is no UTF-8"),
                Arguments.of("# " + "x".repeat(10_000_000) + "\n" + GOOD, UTF_8, ":1:1: the file has more than 1024 KB"),
                Arguments.of("# " + "x".repeat(300_000) + "\n" + GOOD, UTF_8, ":1:1: the file has 300"),
                Arguments.of("bank: xx-small\nname:\n\t- a\n", UTF_8, ":3:1: this is not YAML: a tab stands here"),
                Arguments.of("bank: xx-small\nname: Harbour: Bank\n", UTF_8, ":2:14: this is not YAML: mapping values are not allowed here; a text with a colon and a blank in it stands in quotes"),
                Arguments.of("bank: xx-small\nname: 'Harbour\nsources: ['a']\n", UTF_8, "is a quote still open further up"),
                Arguments.of("bank: xx-small\nname: A\nname: B\n", UTF_8, ":3:1: name: "),
                Arguments.of(deep, UTF_8, ":1:"), Arguments.of(bomb, UTF_8, ":3:"),
                Arguments.of("bank: xx-small\nname: a\u0007b\n", UTF_8, ":2:8: the character U+0007"),
                Arguments.of("", UTF_8, ":1:1: "), Arguments.of("{\"title\": \"a recording\", \"steps\": []}", UTF_8, ":1:2: title: "),
                Arguments.of(GOOD.replace("open: '{{environment.base-url}}/log-in'", "open: https://bank.exmaple/log-in"), UTF_8,
                        ":14:11: environments.test.portal.log-in[0].open: bank.exmaple is not among the environment's hosts (did you mean \"bank.example\"?)"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void answersBadInputWithItsPlace(String text, Charset charset, String answer) throws IOException {
        var file = folder.resolve("xx-small.yaml");
        Files.write(file, text.getBytes(charset));

        var said = Tools.run("check", file);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains(file.toString(), answer);
    }

    @Test
    void readsPastTheMarkThatSomeEditorsPutFirst() throws IOException {
        assertThat(Tools.run("check", file("xx-small.yaml", "\uFEFF" + GOOD)).code()).isZero();
    }

    @Test
    void tellsOfFilesThatAreNotRead() throws IOException {
        file("xx-small.yaml", GOOD);
        file("xx-other.yml", GOOD);

        assertThat(Tools.run("check", folder).out()).contains("xx-other.yml:1:1: only files that end in .yaml are read as playbooks (did you mean \"xx-other.yaml\"?)");
    }

    @Test
    void answersMachinesInJson() throws IOException {
        var file = file("xx-small.yaml", GOOD.replace("name: Small Bank", "nmae: Small Bank"));

        var answer = new ObjectMapper().readTree(Tools.run("check", "--json", file).out());

        assertThat(answer.path("files").intValue()).isEqualTo(1);
        assertThat(answer.path("problems")).anySatisfy(problem -> {
            assertThat(problem.path("file").textValue()).isEqualTo(file.toString());
            assertThat(problem.path("line").intValue()).isEqualTo(2);
            assertThat(problem.path("column").intValue()).isEqualTo(1);
            assertThat(problem.path("suggestion").textValue()).isEqualTo("name");
        });
    }

    @Test
    void tellsWrongUseByAnExitCodeOfItsOwn() throws IOException {
        assertThat(Tools.run().code()).isEqualTo(2);
        assertThat(Tools.run("check").code()).isEqualTo(2);
        assertThat(Tools.run("chek", folder).err()).contains("Did you mean: playbook check");
        assertThat(Tools.run("check", folder.resolve("gone.yaml")).err()).startsWith("There is no file or folder ");
        assertThat(Tools.run("check", folder).err()).startsWith("There is no playbook to check.");
        assertThat(Tools.run("--help")).satisfies(said -> assertThat(said.code()).isZero()).satisfies(said -> assertThat(said.out()).contains("check"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
