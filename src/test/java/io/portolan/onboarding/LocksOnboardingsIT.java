package io.portolan.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LocksOnboardingsIT {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final JdbcOnboardings onboardings = new JdbcOnboardings(jdbc, null, null);

    @Test
    void letsTheFactsOfALegBeWrittenWhileItsOnboardingIsMoved() {
        jdbc.sql("""
                insert into onboardings (id, tpp, bank, unit, environment, environment_kind, application, services, route,
                    playbook_version, status, registration, started_by)
                values ('o', 'demo', 'xx-bank', 'u', 'test', 'test', 'main', '{AIS}', 'default', 'v', 'RUNNING', 'r', 'test')""").update();
        jdbc.sql("insert into legs (onboarding, leg, ordinal, stage, means, state) values ('o', 'approval', 0, 'APPROVAL', 'API', 'RUNNING')").update();

        transactions.executeWithoutResult(moving -> {
            onboardings.lock("o");
            CompletableFuture.runAsync(() -> transactions.executeWithoutResult(keeping -> {
                jdbc.sql("set local lock_timeout = '5s'").update();
                jdbc.sql("update legs set result = 'DONE' where onboarding = 'o'").update();
                // the second change of a row in one transaction checks its foreign key anew
                jdbc.sql("update legs set reference = 'R-1' where onboarding = 'o'").update();
            })).join();
        });

        assertThat(jdbc.sql("select reference from legs where onboarding = 'o'").query(String.class).single()).isEqualTo("R-1");
    }
}
