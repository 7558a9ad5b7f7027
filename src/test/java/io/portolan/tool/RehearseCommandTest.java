package io.portolan.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseCommandTest {

    @TempDir
    private Path folder;

    @Test
    void walksNoPackedPlaybookInPlaceOfAFileThatIsBroken() throws IOException {
        var file = Files.writeString(folder.resolve("gr-piraeus-bank.yaml"), "bank: gr-piraeus-bank\nnmae: Piraeus\n");

        var said = Tools.run("rehearse", file);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains(file + ":2:1: nmae: ");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void walksNoPackedPlaybookInPlaceOfAFileThatIsNotThere() {
        var said = Tools.run("rehearse", folder.resolve("gr-piraeus-bank.yaml"));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("There is no file ", "gr-piraeus-bank.yaml");
        assertThat(Tools.run("rehearse", "gr-piraeus-bank.yaml").code()).isEqualTo(2);
    }
}
