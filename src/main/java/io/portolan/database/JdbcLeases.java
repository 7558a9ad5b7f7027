package io.portolan.database;

import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leases in a table, each taken or prolonged by one statement. Where no other node can be alive, whoever else holds one is
 * an earlier process that was killed.
 */
@Component
class JdbcLeases implements Leases, DisposableBean {

    private final JdbcClient database;
    private final Neighbours neighbours;
    private final String node = UUID.randomUUID().toString();

    JdbcLeases(JdbcClient database, Neighbours neighbours) {
        this.database = database;
        this.neighbours = neighbours;
    }

    @Override
    public boolean hold(String job, Duration length) {
        return database.sql("""
                insert into leases as held (name, holder, until)
                values (:job, :node, clock_timestamp() + :millis * interval '1 millisecond')
                on conflict (name) do update set holder = excluded.holder, until = excluded.until
                 where held.holder = excluded.holder or held.until < clock_timestamp() or :alone
                """).param("alone", !neighbours.arePossible()).param("job", job).param("node", node).param("millis", length.toMillis()).update() == 1;
    }

    @Override
    public void release(String job) {
        database.sql("delete from leases where name = :job and holder = :node").param("job", job).param("node", node).update();
    }

    @Override
    public void destroy() {
        database.sql("delete from leases where holder = :node").param("node", node).update();
    }
}
