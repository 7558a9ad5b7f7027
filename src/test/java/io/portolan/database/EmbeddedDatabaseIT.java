package io.portolan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portolan.refusal.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedDatabaseIT {

    /** One folder for all, since unpacking PostgreSQL takes seconds; each test leaves it as it found it: closed. */
    @TempDir
    static Path folder;

    @Test
    void keepsItsDataFromOneStartToTheNext() throws Exception {
        try (var database = start()) {
            execute(database, "drop table if exists kept");
            execute(database, "create table kept as select 42 as answer");
        }
        try (var database = start()) {
            assertThat(ask(database, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void isDurableUnlikeTheDefaultsOfTheLibrary() throws Exception {
        try (var database = start()) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void letsInOnlyWhoeverKnowsThePassword() throws Exception {
        try (var database = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "portolan", "wrong")).isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "postgres", "postgres")).isInstanceOf(SQLException.class);
            assertThat(ask(database, "select usesuper from pg_user where usename = current_user")).isEqualTo("f");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cluster/portolan.password")))).isEqualTo("rw-------");
    }

    @Test
    void refusesTheFolderThatIsInUse() throws Exception {
        try (var database = start()) {
            assertThatThrownBy(EmbeddedDatabaseIT::start).isInstanceOf(CannotStart.class).hasMessageContaining("Another Portolan is running on the folder");
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesTheFolderOfAnotherProcessAndTakesItOverOnceThatWasKilled() throws Exception {
        start().close();
        var said = folder.resolveSibling("said-" + System.nanoTime());
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EmbeddedDatabaseProcess.class.getName(), folder.toString(), said.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(said));
            assertThatThrownBy(EmbeddedDatabaseIT::start).isInstanceOf(CannotStart.class).hasMessageContaining("Another Portolan");
            var lines = Files.readAllLines(said);
            try (var connection = DriverManager.getConnection(lines.get(0), "portolan", lines.get(1))) {
                connection.createStatement().execute("drop table if exists committed");
                connection.createStatement().execute("create table committed as select 'before the kill' as what");
            }
        } finally {
            process.destroyForcibly().waitFor();
            Files.deleteIfExists(said);
        }
        var leftBehind = Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0));
        assertThat(ProcessHandle.of(leftBehind)).get().matches(ProcessHandle::isAlive);

        try (var database = start()) {
            assertThat(ask(database, "select what from committed")).isEqualTo("before the kill");
            assertThat(ProcessHandle.of(leftBehind).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void startsThoughTheProcessNumberOfAnEarlierRunNowBelongsToAnotherProgram() throws Exception {
        start().close();
        Files.writeString(folder.resolve("cluster/postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder.resolve("cluster") + "\n");

        try (var database = start()) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void throwsAwayWhatAFirstStartLeftHalfMade() throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolve("cluster"));
        Files.createDirectories(folder.resolve("cluster.unfinished"));
        Files.writeString(folder.resolve("cluster.unfinished/postgresql.conf"), "half a li");

        try (var database = start()) {
            assertThat(ask(database, "select current_database()")).isEqualTo("portolan");
        }
        assertThat(folder.resolve("cluster.unfinished")).doesNotExist();
    }

    @Test
    void saysWhyAndLetsGoOfTheFolderWhenItCannotStart() throws Exception {
        start().close();
        var password = folder.resolve("cluster/portolan.password");
        Files.move(password, folder.resolve("elsewhere"));

        assertThatThrownBy(EmbeddedDatabaseIT::start).isInstanceOf(CannotStart.class).hasMessageContaining("portolan.password");

        Files.move(folder.resolve("elsewhere"), password);
        start().close();
    }

    private static EmbeddedDatabase start() {
        return EmbeddedDatabase.start(new DatabaseSettings(folder, 0, Duration.ofSeconds(1)));
    }

    private static String ask(EmbeddedDatabase database, String question) throws SQLException {
        try (var connection = connect(database); var answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database)) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
