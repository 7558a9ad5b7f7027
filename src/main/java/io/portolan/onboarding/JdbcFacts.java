package io.portolan.onboarding;

import io.portolan.database.Timestamps;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** All that are kept for this environment, by name. */
    Map<String, AskedFacts.Asked> of(String bank, String environment) {
        return jdbc.sql("select * from asked_facts where bank = :bank and environment = :environment").param("bank", bank).param("environment", environment)
                .query((row, number) -> new AskedFacts.Asked(row.getString("name"), null, row.getString("value"), row.getString("source"), row.getString("supplied_by"),
                        Timestamps.read(row, "supplied_at"))).list().stream().collect(Collectors.toMap(AskedFacts.Asked::name, Function.identity()));
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
