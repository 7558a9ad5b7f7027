package io.portolan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPlaybooksTest {

    @TempDir
    private Path folder;

    @Test
    void leavesAloneWhatAPersonHasRepaired() throws IOException {
        var playbooks = new DemoPlaybooks(folder);
        assertThat(playbooks.write("xx-harbour", "name: Harbour")).isTrue();
        assertThat(playbooks.write("xx-harbour", "name: Harbour, newer")).isTrue();
        Files.writeString(file(), "name: Harbour, repaired");

        assertThat(playbooks.write("xx-harbour", "name: Harbour, newer")).isFalse();
        assertThat(playbooks.write("xx-harbour", "name: Harbour, newest")).isFalse();
        assertThat(file()).hasContent("name: Harbour, repaired");

        Files.delete(file());
        assertThat(playbooks.write("xx-harbour", "name: Harbour, newest")).isTrue();
        assertThat(file()).hasContent("name: Harbour, newest");
    }

    @Test
    void keepsACopyOfAFileOfWhichNobodyKnowsWhoWroteIt() throws IOException {
        Files.writeString(file(), "name: Harbour, of long ago");

        new DemoPlaybooks(folder).write("xx-harbour", "name: Harbour");

        assertThat(file()).hasContent("name: Harbour");
        assertThat(folder.resolve("xx-harbour.yaml.before")).hasContent("name: Harbour, of long ago");
    }

    private Path file() {
        return folder.resolve("xx-harbour.yaml");
    }
}
