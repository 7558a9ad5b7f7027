package io.portolan.notice;

import io.portolan.database.Timestamps;
import io.portolan.notice.JdbcEvents.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes due or ends, in the tables of those whom it belongs to. */
@Component
class JdbcTimes {

    private static final String DUE = """
            select 'task-due ' || t.id || ' ' || extract(epoch from t.due_at) as once, t.due_at as at, 'task-due' as type, 'task' as about, t.id as id,
                   o.tpp, t.bank, o.environment, t.onboarding, t.leg, 'open' as state, t.title
              from tasks t join onboardings o on o.id = t.onboarding
             where t.state = 'OPEN' and t.due_at > :from and t.due_at <= :to
               and not exists (select from events_told told where told.once = 'task-due ' || t.id || ' ' || extract(epoch from t.due_at))
             order by t.due_at limit 1000
            """;
    private static final String ENDING = """
            select 'expiry-near certificate ' || id || ' ' || extract(epoch from not_after) as once, not_after as at, 'expiry-near' as type, 'certificate' as about, id,
                   tpp, bank, environment, null as onboarding, null as leg, 'ends-soon' as state, kind || ' ' || label as title
              from certificates where retired_at is null and not_after > :from and not_after <= :to
            union all
            select 'expiry-near credential ' || c.id || ' ' || extract(epoch from c.expires_at), c.expires_at, 'expiry-near', 'registration', c.registration,
                   r.tpp, r.bank, r.environment, r.onboarding, null, 'ends-soon', c.name
              from credentials c join registrations r on r.id = c.registration
             where c.state in ('ISSUED', 'USABLE') and c.expires_at is not null and c.expires_at > :from and c.expires_at <= :to
            union all
            select 'expiry-near account ' || tpp || ' ' || portal || ' ' || environment || ' ' || extract(epoch from expires_at), expires_at, 'expiry-near', 'portal-account',
                   portal, tpp, null, environment, null, null, 'ends-soon', portal
              from portal_accounts where expires_at > :from and expires_at <= :to
            union all
            select 'token-expiry-near ' || name || ' ' || extract(epoch from expires_at), expires_at, 'token-expiry-near', 'token', name,
                   null, null, null, null, null, 'ends-soon', name
              from api_tokens where revoked_at is null and expires_at > :from and expires_at <= :to
            """;

    private final JdbcClient jdbc;

    JdbcTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open tasks that became due in between and of which nobody was told yet. */
    List<Moment> due(Instant from, Instant to) {
        return moments(DUE, from, to);
    }

    /** What ends in between. */
    List<Moment> ending(Instant from, Instant to) {
        return moments(ENDING, from, to);
    }

    private List<Moment> moments(String sql, Instant from, Instant to) {
        return jdbc.sql(sql).param("from", Timestamps.of(from)).param("to", Timestamps.of(to)).query(JdbcTimes::moment).list();
    }

    private static Moment moment(ResultSet row, int number) throws SQLException {
        return new Moment(row.getString("once"), Timestamps.read(row, "at"), EventType.of(row.getString("type")).orElseThrow(), new Subject(row.getString("about"),
                row.getString("id"), row.getString("tpp"), row.getString("bank"), row.getString("environment"), row.getString("onboarding"), row.getString("leg"),
                row.getString("state"), row.getString("title")));
    }

    /** A moment of something, and under which word it is told once. */
    record Moment(String once, Instant at, EventType type, Subject subject) { }
}
