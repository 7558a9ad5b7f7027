package io.portolan.filled;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** How often each was read whole; what is told of a transaction holds what an earlier one on this connection has not reported yet. */
    private static Map<String, Long> scans(JdbcClient client) {
        var scans = new HashMap<String, Long>();
        client.sql("select relname, seq_scan from pg_stat_xact_user_tables where relname = any(:big)").param("big", BIG.toArray(String[]::new))
                .query(row -> { scans.put(row.getString(1), row.getLong(2)); });
        return scans;
    }

    /** The big tables that these queries read whole. */
    public static List<String> of(DataSource database, Consumer<JdbcClient> queries) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            client.sql("set local enable_seqscan = off").update();
            var before = scans(client);
            queries.accept(client);
            var after = scans(client);
            connection.rollback();
            return after.keySet().stream().filter(table -> after.get(table) > before.getOrDefault(table, 0L)).sorted().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
