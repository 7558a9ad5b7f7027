package io.portolan.filled;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.journal.TestJournals;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FilledDatabaseIT {

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);

    @Test
    void isFilledWithWhatCouldHaveHappened() {
        FilledDatabase.fill(source, Ways.madeUp(30), new FilledDatabase.Size(2_000, 1_000, 10, 10, 5));

        assertThat(number("from onboardings")).isEqualTo(2_000);
        assertThat(number("from journal_entries")).isEqualTo(20_000);
        assertThat(number("from tasks where state = 'OPEN'")).isEqualTo(1_000);
        assertThat(number("from onboardings where finished_at is null and started_at > finished_at")).isZero();
        assertThat(number("from onboardings o where status = 'WAITING_FOR_US' and not exists (select from legs where onboarding = o.id and state = 'WITH_PERSON')")).isZero();
        assertThat(number("from onboardings o where status = 'DONE' and exists (select from legs where onboarding = o.id and state <> 'DONE')")).isZero();
        assertThat(number("from legs where due is not null")).as("nothing is to be worked on").isZero();
        assertThat(number("from pg_tables where tablename like 'fill%'")).as("nothing is left of the filling").isZero();
        var verified = TestJournals.journal(source, Clock.systemUTC()).verifyAll();
        assertThat(verified.problem()).isNull();
        assertThat(verified.entries()).isEqualTo(20_000);
    }

    private long number(String of) {
        return database.sql("select count(*) " + of).query(Long.class).single();
    }
}
