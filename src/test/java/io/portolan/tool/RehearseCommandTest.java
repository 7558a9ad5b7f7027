package io.portolan.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.rehearsal.Attempt;
import io.portolan.rehearsal.RehearsalReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void tellsEachWalkUnderAHeadingOfItsOwn() {
        var said = new StringWriter();
        var out = new PrintWriter(said, true);

        RehearseCommand.table(new RehearsalReport("xx-quay", "0".repeat(64), List.of(new Attempt("sandbox/default", "AIS", 1, "register", "status 200", "done", true),
                new Attempt("sandbox/default", "AIS", 2, "register", "status 409", "rejected", true), new Attempt("sandbox/default", "AIS", 2, "register", "status 200", "done", false)),
                List.of(), List.of()), out);

        assertThat(said.toString().lines()).containsExactly("  sandbox/default, AIS", "      register: status 200 -> done",
                "  sandbox/default, AIS, walk 2", "      register: status 409 -> rejected", "    ! register: status 200 -> done");
    }

    @Test
    void walksNoPackedPlaybookInPlaceOfAFileThatIsNotThere() {
        var said = Tools.run("rehearse", folder.resolve("gr-piraeus-bank.yaml"));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("There is no file ", "gr-piraeus-bank.yaml");
        assertThat(Tools.run("rehearse", "gr-piraeus-bank.yaml").code()).isEqualTo(2);
    }
}
