package io.portolan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FreshDatabaseIT {

    @Test
    void givesEveryoneADatabaseOfTheirOwn() {
        var one = JdbcClient.create(TestDatabase.fresh());
        var other = JdbcClient.create(TestDatabase.fresh());

        one.sql("create table only_here (id int)").update();

        assertThat(other.sql("select to_regclass('only_here')").query(String.class).optional()).isEmpty();
    }

    @Test
    void bringsTheTablesOfTheEngineWhereTheyAreWanted() {
        var database = JdbcClient.create(TestDatabase.pool(TestDatabase.freshUrlWithEngine()));

        assertThat(database.sql("select count(*) from act_ru_execution").query(Long.class).single()).isZero();
        assertThat(database.sql("select count(*) from act_re_decision_def").query(Long.class).single()).isZero();
    }
}
