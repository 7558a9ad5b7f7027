package io.portolan.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the tutorial to what it says: its playbooks are read, its pieces are those of the playbook that it ends with, its commands work. */
class TutorialTest {

    private static final Path TUTORIAL = Path.of("docs/write-a-playbook.md");
    private static final Path PLAYBOOK = Path.of("docs/xx-my-harbour.yaml");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern COMMAND = Pattern.compile("(?m)^playbook (.*)$");

    @TempDir
    Path folder;

    @Test
    void endsWithAPlaybookThatIsRead() {
        assertThat(Tools.run("check", PLAYBOOK).out()).isEqualTo("1 playbook, no problem.\n");
    }

    @Test
    void beginsWithAPlaybookThatIsRead() throws IOException {
        var first = snippets().stream().filter(yaml -> yaml.contains("bank: ")).toList();

        assertThat(first).singleElement().satisfies(yaml ->
                assertThat(Tools.run("check", Files.writeString(folder.resolve("xx-my-harbour.yaml"), yaml)).out()).isEqualTo("1 playbook, no problem.\n"));
    }

    @Test
    void showsOnlyPiecesOfThePlaybookThatItEndsWith() throws IOException {
        var whole = Files.readString(PLAYBOOK);

        assertThat(snippets().stream().filter(yaml -> !yaml.contains("bank: "))).hasSizeGreaterThan(5).allSatisfy(yaml -> assertThat(whole).contains(yaml));
    }

    @Test
    void givesCommandsThatWork() throws IOException {
        var commands = COMMAND.matcher(Files.readString(TUTORIAL)).results().map(found -> found.group(1)).toList();
        var banks = Files.createDirectory(folder.resolve("my-banks"));
        Files.copy(PLAYBOOK, banks.resolve(PLAYBOOK.getFileName()));

        assertThat(commands).as("RehearsesPlaybooksIT does this one").contains("rehearse my-banks/xx-my-harbour.yaml");
        assertThat(commands.stream().filter(command -> !command.startsWith("rehearse "))).hasSizeGreaterThan(6).allSatisfy(command -> {
            var words = command.replaceFirst(" > .*", "").replace("my-banks", banks.toString()).replace("recordings/", "src/test/resources/recordings/")
                    .replace("lantern.json", "src/test/resources/recordings/tpp.json").split(" ");
            assertThat(Tools.run((Object[]) words)).as(command).satisfies(said -> assertThat(said.code()).isZero());
        });
        assertThat(banks.resolve("xx-my-harbour.bpmn")).exists();
        assertThat(banks.resolve("playbook.schema.json")).exists();
    }

    private static List<String> snippets() throws IOException {
        return YAML.matcher(Files.readString(TUTORIAL)).results().map(found -> found.group(1)).toList();
    }
}
