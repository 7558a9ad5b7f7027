package io.portolan.filled;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Which tables PostgreSQL reads from their beginning to their end although it is told to avoid that: those for which there is no index that would do. */
public final class Scans {

    private static final List<String> BIG = List.of("onboardings", "legs", "tasks", "registrations", "credentials", "journal_entries", "evidence", "captures", "mails", "identity_uses",
            "search_entries", "campaign_items", "access_proofs");

    private Scans() {
    }

    /** The big tables that these queries read whole. */
    public static List<String> of(DataSource database, Consumer<JdbcClient> queries) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            client.sql("set local enable_seqscan = off").update();
            queries.accept(client);
            var read = client.sql("select relname from pg_stat_xact_user_tables where seq_scan > 0 and relname = any(:big)").param("big", BIG.toArray(String[]::new))
                    .query(String.class).list();
            connection.rollback();
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
