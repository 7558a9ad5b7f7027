package io.portolan.worklist;

import io.portolan.database.Timestamps;
import io.portolan.onboarding.Cursor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcTasksOfToday {

    private static final String FOR_ME = " from tasks where state = 'OPEN' and %s < :end and (follow_up_at is null or follow_up_at <= :now)"
            + " and (assignee = :me or assignee is null and candidate_group = any(:groups))";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcTasksOfToday(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<TaskRow> page(String me, Set<String> groups, String tpp, Instant end, Cursor from, int limit) {
        return of("select " + JdbcTasks.COLUMNS + forMe(tpp) + (from == null ? "" : " and (" + due(tpp) + ", id) > (:at, :id)") + " order by " + due(tpp) + ", id limit :limit", me, groups, tpp, end)
                .param("at", from == null ? null : Timestamps.of(from.at())).param("id", from == null ? null : from.id()).param("limit", limit)
                .query(JdbcTasks::row).list();
    }

    /** Counted up to a number. */
    long count(String me, Set<String> groups, String tpp, Instant end, int most) {
        return of("select count(*) from (select 1" + forMe(tpp) + " limit :most) counted", me, groups, tpp, end).param("most", most).query(Long.class).single();
    }

    private static String forMe(String tpp) {
        return FOR_ME.formatted(due(tpp)) + (tpp == null ? "" : " and tpp = :tpp");
    }

    /** As the index has it that serves: one of all due dates, or of the tasks of a TPP. */
    private static String due(String tpp) {
        return tpp == null ? "due_at" : JdbcTasks.DUE;
    }

    private JdbcClient.StatementSpec of(String sql, String me, Set<String> groups, String tpp, Instant end) {
        return jdbc.sql(sql).param("me", me).param("groups", groups.toArray(String[]::new)).param("tpp", tpp).param("end", Timestamps.of(end))
                .param("now", Timestamps.now(clock));
    }
}
