package io.portolan.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process that holds the embedded database of a folder until it is killed; it says so by writing a file. */
final class EmbeddedDatabaseProcess {

    private EmbeddedDatabaseProcess() {
    }

    public static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.start(new DatabaseSettings(Path.of(arguments[0]), 0, Duration.ofSeconds(1)));
        Files.writeString(Path.of(arguments[1] + ".part"), database.getJdbcUrl() + "\n" + database.getPassword(), StandardCharsets.UTF_8);
        Files.move(Path.of(arguments[1] + ".part"), Path.of(arguments[1]));
        Thread.currentThread().join();
    }
}
