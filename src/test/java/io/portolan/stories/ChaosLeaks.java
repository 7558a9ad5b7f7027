package io.portolan.stories;

import io.portolan.simulator.BankControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds secrets of a bank where they must not stand: in the log, in the files of the database, write-ahead log included, and in its
 * values, the large ones of which the database packs so that no search of files would see them.
 */
final class ChaosLeaks {

    /** What is shorter may stand anywhere by chance. */
    private static final int SHORTEST = 8;

    private final Path postgres;
    private long searchedEvidence;

    ChaosLeaks(Path postgres) {
        this.postgres = postgres;
    }

    /** Where which of them were found; of evidence only what was kept since the last time is looked through. */
    Set<String> of(List<BankControl.IssuedSecret> secrets, String said) {
        var found = new TreeSet<String>();
        search(said, "log", secrets, found);
        try (var files = Files.walk(postgres); var connection = connection()) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                search(content(file), "database", secrets, found);
            }
            found.addAll(inValues(secrets, connection));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** Those in the values of the tables. */
    Set<String> inValues(List<BankControl.IssuedSecret> secrets, Connection connection) throws SQLException {
        var search = new SecretSearch();
        secrets.stream().filter(secret -> secret.value().length() >= SHORTEST).forEach(secret -> search.secret(secret.kind(), secret.value()));
        searchedEvidence = DatabaseDump.ofOurs(search, connection, searchedEvidence);
        return search.found();
    }

    /** A connection as the process beside it has; its port stands in the fourth line of what the server writes down of itself. */
    private Connection connection() throws IOException, SQLException {
        var cluster = postgres.resolve("cluster");
        var port = Files.readAllLines(cluster.resolve("postmaster.pid")).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/portolan", "portolan",
                Files.readString(cluster.resolve("portolan.password")).strip());
    }

    /** The database runs: what it has just deleted is empty. */
    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException deleted) {
            return "";
        }
    }

    private static void search(String text, String where, List<BankControl.IssuedSecret> secrets, Set<String> found) {
        secrets.stream().filter(secret -> text.contains(secret.value())).forEach(secret -> found.add(secret.kind() + " in the " + where));
    }
}
