package io.portolan.worklist;

import io.portolan.account.PortalAccount;
import io.portolan.database.Timestamps;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which expiries of which portal accounts people were asked. */
@Component
class JdbcAccountTasks {

    private final JdbcClient jdbc;

    JdbcAccountTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task that is still open, and the expiry that it is about. */
    record Asked(String tpp, String portal, String environment, Instant expires, String task) { }

    boolean isAsked(PortalAccount account) {
        return jdbc.sql("select exists (select from account_tasks where tpp = :tpp and portal = :portal and environment = :environment and expires_at = :at)")
                .param("tpp", account.tpp()).param("portal", account.portal()).param("environment", account.environment())
                .param("at", Timestamps.of(account.expires())).query(Boolean.class).single();
    }

    /** Keeps that people were asked; false where another node was faster. */
    boolean asked(PortalAccount account, String task) {
        return jdbc.sql("insert into account_tasks (tpp, portal, environment, expires_at, task) values (:tpp, :portal, :environment, :at, :task)"
                + " on conflict do nothing")
                .param("tpp", account.tpp()).param("portal", account.portal()).param("environment", account.environment())
                .param("at", Timestamps.of(account.expires())).param("task", task).update() == 1;
    }

    List<Asked> open() {
        return jdbc.sql("select a.* from account_tasks a join tasks t on t.id = a.task where t.state = 'OPEN'").query((row, number) ->
                new Asked(row.getString("tpp"), row.getString("portal"), row.getString("environment"), Timestamps.read(row, "expires_at"),
                        row.getString("task"))).list();
    }
}
