package io.portolan.registration;

import io.portolan.database.OneLook;
import io.portolan.database.Timestamps;
import io.portolan.playbook.Playbook.UniqueBy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcUniqueUses implements UniqueUses {

    private final JdbcClient database;
    private final Clock clock;

    JdbcUniqueUses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<String> usedBy(String bank, String environment, UniqueBy by, String value) {
        if (OneLook.isOpen()) {
            return Optional.ofNullable(usesLike(by, value).get(List.of(bank, environment, value)));
        }
        database.sql("select pg_advisory_xact_lock(hashtext(:key))").param("key", String.join("/", bank, environment, by.name(), value))
                .query(rows -> { });
        return database.sql("""
                select id from registrations where bank = :bank and environment = :environment and unique_by = :by and unique_value = :value
                    and (used_at is not null or standing in ('IN_PROGRESS', 'ACTIVE', 'SUSPENDED')) order by created_at limit 1""")
                .param("bank", bank).param("environment", environment).param("by", by.name()).param("value", value)
                .query(String.class).optional();
    }

    /** The registrations by bank, environment and value; accounts differ from bank to bank, so all that a TPP has are asked for. */
    private Map<List<String>, String> usesLike(UniqueBy by, String value) {
        var beginning = by == UniqueBy.PORTAL_ACCOUNT ? value.substring(0, value.indexOf('/') + 1) : value;
        return OneLook.once(List.of("unique-uses", by, beginning), () -> {
            var found = new HashMap<List<String>, String>();
            database.sql("""
                    select id, bank, environment, unique_value from registrations where unique_by = :by and starts_with(unique_value, :beginning)
                        and (used_at is not null or standing in ('IN_PROGRESS', 'ACTIVE', 'SUSPENDED')) order by created_at""")
                    .param("by", by.name()).param("beginning", beginning)
                    .query(row -> { found.putIfAbsent(List.of(row.getString("bank"), row.getString("environment"), row.getString("unique_value")), row.getString("id")); });
            return found;
        });
    }

    @Override
    public void madeWith(String registration, UniqueBy by, String value) {
        database.sql("update registrations set unique_by = :by, unique_value = :value where id = :id")
                .param("by", by.name()).param("value", value).param("id", registration).update();
    }

    @Override
    public void used(String registration) {
        database.sql("update registrations set used_at = coalesce(used_at, :now) where id = :id and unique_value is not null")
                .param("now", Timestamps.now(clock)).param("id", registration).update();
    }
}
