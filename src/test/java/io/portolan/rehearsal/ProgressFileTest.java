package io.portolan.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {

    @TempDir Path folder;

    @Test
    void saysWhatWasWrittenAndLeavesALineThatIsNotYetWhole() throws IOException {
        var path = folder.resolve("progress.txt");
        var file = new ProgressFile(path);
        assertThat(file.read()).isEqualTo(RehearsalProgress.NONE);

        file.planned(12);
        assertThat(file.read().legs()).isEqualTo(12);
        file.tried(1, "sandbox/default, AIS, sign-up: it is done\n-> done");
        Files.writeString(path, "2 sandbox/def", StandardOpenOption.APPEND);

        var read = file.read();
        assertThat(read.done()).isEqualTo(1);
        assertThat(read.latest()).containsExactly("sandbox/default, AIS, sign-up: it is done -> done");
    }

    @Test
    void keepsOnlyTheLatestLines() throws IOException {
        var file = new ProgressFile(folder.resolve("progress.txt"));
        for (int line = 1; line <= 100; line++) {
            file.tried(line, "line " + line);
        }

        assertThat(file.read().done()).isEqualTo(100);
        assertThat(file.read().latest()).hasSize(40).endsWith("line 100");
    }
}
