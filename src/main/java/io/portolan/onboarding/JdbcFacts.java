package io.portolan.onboarding;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcFacts implements Facts {

    private final JdbcClient jdbc;

    JdbcFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> find(String bank, String environment, String name) {
        return jdbc.sql("select value from asked_facts where bank = :bank and environment = :environment and name = :name")
                .param("bank", bank).param("environment", environment).param("name", name).query(String.class).optional();
    }

    @Override
    public void supply(String bank, String environment, String name, String value, String source, String actor) {
        jdbc.sql("""
                insert into asked_facts (bank, environment, name, value, source, supplied_by)
                values (:bank, :environment, :name, :value, :source, :actor) on conflict (bank, environment, name)
                do update set value = excluded.value, source = excluded.source, supplied_by = excluded.supplied_by, supplied_at = now()""")
                .param("bank", bank).param("environment", environment).param("name", name).param("value", value)
                .param("source", source).param("actor", actor).update();
    }
}
