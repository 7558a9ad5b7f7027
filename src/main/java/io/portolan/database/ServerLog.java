package io.portolan.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What the embedded PostgreSQL says, in a file: a pipe would break when this process is killed and PostgreSQL goes on for a moment. */
record ServerLog(Path file) {

    /** Begins a new file; that of the run before stays beside it. */
    static ServerLog begin(Path folder) throws IOException {
        var log = new ServerLog(folder.resolve("server.log"));
        if (Files.exists(log.file)) {
            Files.move(log.file, log.file.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    Redirect redirect() {
        return Redirect.appendTo(file.toFile());
    }

    /** Why it did not start, in its own words, or in ours where it said nothing. */
    String lastWords(String otherwise) {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("FATAL:") || line.contains("PANIC:")).reduce((one, next) -> next)
                    .map(line -> line.replaceFirst(".*(FATAL|PANIC): +", "")).orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
