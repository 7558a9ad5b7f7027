package io.portolan.portal;

import io.portolan.leg.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that a browser uploads: readable by us alone, and gone with the run, since a browser reads them when the form is sent. */
final class TemporaryFiles implements AutoCloseable {

    private final List<Path> made = new ArrayList<>();

    /** A file of this content under its own name, in a folder that only we may enter. */
    Path hold(Value.File file) {
        try {
            var folder = Files.createTempDirectory("portolan-upload");
            made.add(folder);
            var name = file.fileName().replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^\\.+", "_");
            var path = folder.resolve(name.isBlank() ? "file" : name);
            made.add(path);
            Files.write(path, file.content());
            path.toFile().setReadable(false, false);
            path.toFile().setReadable(true, true);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (int i = made.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(made.get(i));
            } catch (IOException e) {
                made.get(i).toFile().deleteOnExit();
            }
        }
        made.clear();
    }
}
