package io.portolan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    Path folder;

    @Test
    void repeatsTheLastThingThatStoppedPostgres() throws Exception {
        Files.writeString(folder.resolve("server.log"), """
                2026-11-20 08:55:39.912 UTC [1] FATAL:  lock file "postmaster.pid" already exists
                2026-11-22 08:55:39.912 UTC [2] FATAL:  could not open file "global/pg_control": Permission denied
                pg_ctl: could not start server
                """);

        assertThat(new ServerLog(folder.resolve("server.log")).lastWords("nothing")).isEqualTo("could not open file \"global/pg_control\": Permission denied");
    }

    @Test
    void fallsBackWherePostgresSaidNothing() {
        assertThat(new ServerLog(folder.resolve("server.log")).lastWords("it was not found")).isEqualTo("it was not found");
    }

    @Test
    void beginsANewFileAtEachStartAndKeepsTheOneBefore() throws Exception {
        Files.writeString(folder.resolve("server.log"), "the run before");
        ServerLog.begin(folder);

        assertThat(folder.resolve("server.log")).doesNotExist();
        assertThat(folder.resolve("server.log.1")).hasContent("the run before");
    }
}
