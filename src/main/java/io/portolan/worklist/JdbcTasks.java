package io.portolan.worklist;

import io.portolan.database.Timestamps;
import io.portolan.onboarding.Cursor;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Environment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcTasks {

    /** Not put off to a later day. */
    private static final String NOW = "(follow_up_at is null or follow_up_at <= :now)";

    /** All but the words by which they are found, which nobody reads. */
    static final String COLUMNS = "id, onboarding, leg, kind, reason, tpp, bank, environment, environment_kind, title, question, instructions, detail, evidence, state, candidate_group, assignee, handle, created_at,"
            + " due_at, follow_up_at, completed_at, completed_by, outcome";

    /** By when it is due, with those last that have no date; as the indexes have it. */
    static final String DUE = "coalesce(due_at, timestamptz '" + Worklist.NEVER + "')";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a task about what its onboarding is about. */
    void insert(NewTask task) {
        int opened = jdbc.sql("""
                insert into tasks (id, onboarding, leg, kind, reason, tpp, bank, environment, environment_kind, title, question, instructions, detail, evidence, state,
                    candidate_group, handle, created_at, due_at)
                select :id, id, :leg, :kind, :reason, tpp, bank, environment, environment_kind, :title, :question, :instructions, :detail, :evidence, 'OPEN',
                    :group, :handle, :now, :due from onboardings where id = :onboarding""")
                .param("id", task.id()).param("onboarding", task.onboarding()).param("leg", task.leg())
                .param("kind", task.kind().name()).param("reason", task.reason()).param("title", task.title())
                .param("question", task.question()).param("instructions", task.instructions()).param("detail", task.detail())
                .param("evidence", task.evidence().toArray(Long[]::new)).param("group", task.group()).param("handle", task.handle())
                .param("now", Timestamps.now(clock)).param("due", Timestamps.of(task.dueAt())).update();
        if (opened != 1) {
            throw new IllegalStateException("There is no onboarding " + task.onboarding() + ".");
        }
    }

    Optional<TaskRow> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from tasks where id = :id").param("id", id).query(JdbcTasks::row).optional();
    }

    Optional<TaskRow> lock(String id) {
        return jdbc.sql("select " + COLUMNS + " from tasks where id = :id for no key update").param("id", id).query(JdbcTasks::row).optional();
    }

    List<TaskRow> page(Worklist.Filter filter, Cursor from, int limit) {
        var order = switch (filter.order()) {
            case OLDEST -> "created_at";
            case DUE -> DUE;
            case LATEST -> "created_at desc";
        };
        var after = " and (" + order.replace(" desc", "") + ", id) " + (order.endsWith("desc") ? "<" : ">") + " (:at, :id)";
        return JdbcTaskConditions.of(filter).on(jdbc.sql("select " + COLUMNS + " from tasks where true" + JdbcTaskConditions.of(filter).sql() + (from == null ? "" : after)
                        + " order by " + order + ", id" + (order.endsWith("desc") ? " desc" : "") + " limit :limit"), clock)
                .param("at", from == null ? null : Timestamps.of(from.at())).param("id", from == null ? null : from.id())
                .param("limit", limit).query(JdbcTasks::row).list();
    }

    /** How many there are, counted up to a number. */
    long count(Worklist.Filter filter, int most) {
        return JdbcTaskConditions.of(filter).on(jdbc.sql("select count(*) from (select from tasks where true" + JdbcTaskConditions.of(filter).sql() + " limit :most) counted"), clock)
                .param("most", most).query(Long.class).single();
    }

    /** How many open tasks there are in all, and for somebody who belongs to these groups; each counted up to a number. */
    Worklist.Counts counts(String me, Set<String> groups, int most) {
        return jdbc.sql("select " + Stream.of("true", "assignee = :me and " + NOW, "candidate_group = any(:groups) and " + NOW, "assignee is null and " + NOW, "due_at < :now",
                        "follow_up_at > :now").map(which -> "(select count(*) from (select from tasks where state = 'OPEN' and " + which + " limit :most) counted)")
                        .collect(Collectors.joining(", "))).param("most", most)
                .param("me", me).param("groups", groups.toArray(String[]::new)).param("now", Timestamps.now(clock))
                .query((row, number) -> new Worklist.Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))).single();
    }

    /** What somebody does best next: what is theirs, then what is for their groups, then what nobody has; the most urgent first. */
    Optional<TaskRow> next(String me, Set<String> groups) {
        var open = "select " + COLUMNS + ", %d as place from tasks where state = 'OPEN' and " + NOW + " and ";
        var urgent = DUE + ", id limit 1";
        return jdbc.sql("select * from ((" + open.formatted(1) + "assignee = :me order by candidate_group = any(:groups) desc, " + urgent
                + ") union all (" + open.formatted(2) + "assignee is null and candidate_group = any(:groups) order by " + urgent
                + ") union all (" + open.formatted(3) + "assignee is null order by " + urgent + ")) best order by place limit 1")
                .param("me", me).param("groups", groups.toArray(String[]::new)).param("now", Timestamps.now(clock))
                .query(JdbcTasks::row).optional();
    }

    void assign(String id, String assignee) {
        jdbc.sql("update tasks set assignee = :assignee where id = :id").param("assignee", assignee).param("id", id).update();
    }

    void due(String id, Instant due) {
        jdbc.sql("update tasks set due_at = :due where id = :id").param("due", Timestamps.of(due)).param("id", id).update();
    }

    void followUp(String id, Instant at) {
        jdbc.sql("update tasks set follow_up_at = :at where id = :id").param("at", Timestamps.of(at)).param("id", id).update();
    }

    void group(String id, String group) {
        jdbc.sql("update tasks set candidate_group = :group where id = :id").param("group", group).param("id", id).update();
    }

    void complete(String id, PersonAnswer outcome, String note, String by) {
        jdbc.sql("update tasks set state = 'COMPLETED', outcome = :outcome, note = :note, completed_by = :by, completed_at = :now"
                + " where id = :id").param("outcome", outcome.name()).param("note", note).param("by", by)
                .param("now", Timestamps.now(clock)).param("id", id).update();
    }

    /** The id of the open task of this handle, which nobody needs any more. */
    Optional<String> supersede(String handle) {
        return jdbc.sql("update tasks set state = 'SUPERSEDED', completed_at = :now where handle = :handle and state = 'OPEN' returning id")
                .param("handle", handle).param("now", Timestamps.now(clock)).query(String.class).optional();
    }

    /** Closes a task that nobody needs any more; false where it is closed already. */
    boolean supersedeOne(String id) {
        return jdbc.sql("update tasks set state = 'SUPERSEDED', completed_at = :now where id = :id and state = 'OPEN'")
                .param("id", id).param("now", Timestamps.now(clock)).update() == 1;
    }

    /** Whether the same is being asked already beside the wait of this leg. */
    boolean isAskedBeside(String onboarding, String leg, String reason) {
        return jdbc.sql("select exists (select from tasks where onboarding = :onboarding and leg = :leg and kind = 'WAIT'"
                + " and reason = :reason and state = 'OPEN')")
                .param("onboarding", onboarding).param("leg", leg).param("reason", reason).query(Boolean.class).single();
    }

    /** Closes what is asked beside the waits of an onboarding, and says which tasks these were. */
    List<String> supersedeBeside(String onboarding) {
        return jdbc.sql("update tasks set state = 'SUPERSEDED', completed_at = :now where onboarding = :onboarding and kind = 'WAIT'"
                + " and state = 'OPEN' returning id")
                .param("onboarding", onboarding).param("now", Timestamps.now(clock)).query(String.class).list();
    }

    private static Task.Subject subject(ResultSet row) throws SQLException {
        return new Task.Subject(row.getString("tpp"), row.getString("bank"), row.getString("environment"),
                Environment.Kind.valueOf(row.getString("environment_kind").toUpperCase(Locale.ROOT)));
    }

    static TaskRow row(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new TaskRow(row.getString("id"), row.getString("onboarding"), row.getString("leg"),
                Task.Kind.valueOf(row.getString("kind")), row.getString("reason"), subject(row), row.getString("title"),
                row.getString("question"), row.getString("instructions"), row.getString("detail"),
                Arrays.asList((Long[]) row.getArray("evidence").getArray()), Task.State.valueOf(row.getString("state")),
                row.getString("candidate_group"), row.getString("assignee"), row.getString("handle"), Timestamps.read(row, "created_at"),
                Timestamps.read(row, "due_at"), Timestamps.read(row, "follow_up_at"), Timestamps.read(row, "completed_at"), row.getString("completed_by"),
                outcome == null ? null : PersonAnswer.valueOf(outcome));
    }
}
