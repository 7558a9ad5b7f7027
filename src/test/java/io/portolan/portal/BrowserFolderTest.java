package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BrowserFolderTest {

    @Test
    void isKeptWhileItIsHeldAndGoneWhenItIsRemoved() {
        var folder = BrowserFolder.make();

        BrowserFolder.clearLeftBehind();

        assertThat(folder.profile().getParent()).isDirectory();
        folder.remove();
        assertThat(folder.profile().getParent()).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it does not tell the arguments of processes")
    void endsTheBrowserOfAFolderThatNobodyHoldsAndNoOther() throws IOException {
        var held = BrowserFolder.make();
        var left = Files.createTempDirectory("portolan-browser-");
        Files.createFile(left.resolve("in-use"));
        var living = browserOf(held.profile());
        var orphan = browserOf(left.resolve("profile"));
        try {
            BrowserFolder.clearLeftBehind();

            assertThat(left).doesNotExist();
            assertThat(orphan.isAlive()).isFalse();
            assertThat(living.isAlive()).isTrue();
            held.remove();
            assertThat(living.isAlive()).as("a browser that did not close").isFalse();
        } finally {
            living.destroyForcibly();
            orphan.destroyForcibly();
        }
    }

    private static Process browserOf(Path profile) throws IOException {
        return new ProcessBuilder("sh", "-c", "sleep 60; :", "browser", "--user-data-dir=" + profile).start();
    }
}
