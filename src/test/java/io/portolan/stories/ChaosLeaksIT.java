package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.simulator.BankControl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search for leaks has to find what the database has packed. */
class ChaosLeaksIT {

    private static final String SECRET = "s3cret-that-is-packed";

    @Test
    void findsASecretInALargeValueThatTheDatabaseHasPacked() throws Exception {
        var source = TestDatabase.fresh();
        var database = JdbcClient.create(source);
        var text = "The page says: ".repeat(20_000) + SECRET + " and so on".repeat(20_000);
        database.sql("create table notes (text text)").update();
        database.sql("insert into notes values (:text)").param("text", text).update();
        database.sql("insert into evidence (chain, kind, media_type, sha256, size, body, at) values ('o-1', 'ANSWER', 'text/plain', '', 1, :body, now())")
                .param("body", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).update();
        assertThat(database.sql("select pg_column_size(text) from notes").query(Integer.class).single()).as("packed").isLessThan(text.length() / 10);
        var leaks = new ChaosLeaks(Path.of("nowhere"));

        try (var connection = source.getConnection()) {
            var secrets = List.of(new BankControl.IssuedSecret("client-secret", SECRET));

            assertThat(leaks.inValues(secrets, connection)).anyMatch(where -> where.contains("notes")).anyMatch(where -> where.contains("evidence"));
            assertThat(leaks.inValues(secrets, connection)).as("evidence is looked through once").noneMatch(where -> where.contains("evidence"));
        }
    }
}
