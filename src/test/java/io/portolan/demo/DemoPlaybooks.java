package io.portolan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder with the playbooks of the simulated banks: what a person has changed there stays, everything else is as this version has it. */
final class DemoPlaybooks {

    private final Path folder;

    DemoPlaybooks(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Writes a playbook, unless the file differs from what was written before; says whether it is the given one now. */
    boolean write(String bank, String text) {
        var file = folder.resolve(bank + ".yaml");
        var written = folder.resolve("as-written").resolve(bank + ".yaml");
        try {
            Files.createDirectories(written.getParent());
            if (Files.exists(file) && !Files.readString(file).equals(text)) {
                if (Files.exists(written) && !Files.readString(file).equals(Files.readString(written))) {
                    return false;
                }
                // nobody knows of a file of an earlier version whether it was changed by hand
                Files.copy(file, folder.resolve(bank + ".yaml.before"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, text);
            Files.writeString(written, text);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
