package io.portolan.journal;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The real journal and evidence store on a database of {@code TestDatabase}, for tests of other packages. */
public final class TestJournals {

    private TestJournals() {
    }

    /** The journal in this database. */
    public static Journal journal(DataSource database, Clock clock) {
        var client = JdbcClient.create(database);
        return new JdbcJournal(client, new JdbcVerification(client, new JdbcTransactionManager(database)), clock);
    }

    /** The search in this database. */
    public static JournalSearch search(DataSource database) {
        return new JdbcJournalSearch(database, new JdbcTransactionManager(database));
    }

    /** The evidence store in this database. */
    public static EvidenceStore evidence(DataSource database, Clock clock) {
        return new JdbcEvidenceStore(JdbcClient.create(database), new JdbcTransactionManager(database), clock);
    }
}
