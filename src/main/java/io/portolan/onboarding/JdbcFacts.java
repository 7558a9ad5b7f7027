package io.portolan.onboarding;

import io.portolan.database.OneLook;
import io.portolan.database.Timestamps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public Optional<String> find(String bank, String environment, String branch, String name) {
        if (OneLook.isOpen()) {
            return Optional.ofNullable(all().get(List.of(bank, environment, branch, name)));
        }
        return jdbc.sql("select value from asked_facts where bank = :bank and environment = :environment and branch = :branch and name = :name")
                .param("branch", branch).param("bank", bank).param("environment", environment).param("name", name).query(String.class).optional();
    }

    private Map<List<String>, String> all() {
        return OneLook.once("asked-facts", () -> {
            var all = new HashMap<List<String>, String>();
            jdbc.sql("select bank, environment, branch, name, value from asked_facts").query(row -> {
                all.put(List.of(row.getString("bank"), row.getString("environment"), row.getString("branch"), row.getString("name")), row.getString("value"));
            });
            return all;
        });
    }

    /** All that are kept for this environment. */
    List<AskedFacts.Asked> of(String bank, String environment) {
        return jdbc.sql("select * from asked_facts where bank = :bank and environment = :environment").param("bank", bank).param("environment", environment)
                .query((row, number) -> new AskedFacts.Asked(row.getString("name"), row.getString("branch").isEmpty() ? null : row.getString("branch"), false, null, row.getString("value"), row.getString("source"), row.getString("supplied_by"),
                        Timestamps.read(row, "supplied_at"))).list();
    }

    @Override
    public void supplyMissing(String bank, String environment, String branch, String name, String value, String source, String actor) {
        insert("do nothing", bank, environment, branch, name, value, source, actor);
    }

    @Override
    public void supply(String bank, String environment, String branch, String name, String value, String source, String actor) {
        insert("do update set value = excluded.value, source = excluded.source, supplied_by = excluded.supplied_by, supplied_at = now()",
                bank, environment, branch, name, value, source, actor);
    }

    private void insert(String whereThere, String bank, String environment, String branch, String name, String value, String source, String actor) {
        jdbc.sql("""
                insert into asked_facts (bank, environment, branch, name, value, source, supplied_by)
                values (:bank, :environment, :branch, :name, :value, :source, :actor) on conflict (bank, environment, branch, name) %s""".formatted(whereThere))
                .param("bank", bank).param("environment", environment).param("branch", branch).param("name", name).param("value", value)
                .param("source", source).param("actor", actor).update();
    }
}
