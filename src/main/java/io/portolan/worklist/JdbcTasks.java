package io.portolan.worklist;

import io.portolan.onboarding.Cursor;
import io.portolan.onboarding.PersonAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcTasks {

    private final JdbcClient jdbc;

    JdbcTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TaskRow task) {
        jdbc.sql("""
                insert into tasks (id, onboarding, leg, kind, bank, title, question, instructions, detail, evidence, state, handle, due_at)
                values (:id, :onboarding, :leg, :kind, :bank, :title, :question, :instructions, :detail, :evidence, 'OPEN', :handle, :due)""")
                .param("id", task.id()).param("onboarding", task.onboarding()).param("leg", task.leg())
                .param("kind", task.kind().name()).param("bank", task.bank()).param("title", task.title())
                .param("question", task.question()).param("instructions", task.instructions()).param("detail", task.detail())
                .param("evidence", task.evidence().toArray(Long[]::new)).param("handle", task.handle())
                .param("due", task.dueAt() == null ? null : Timestamp.from(task.dueAt())).update();
    }

    Optional<TaskRow> find(String id) {
        return jdbc.sql("select * from tasks where id = :id").param("id", id).query(JdbcTasks::row).optional();
    }

    Optional<TaskRow> lock(String id) {
        return jdbc.sql("select * from tasks where id = :id for update").param("id", id).query(JdbcTasks::row).optional();
    }

    List<TaskRow> page(Worklist.Filter filter, Cursor from, int limit) {
        return jdbc.sql("""
                select * from tasks where (:onboarding::text is null or onboarding = :onboarding)
                    and (:assignee::text is null or assignee = :assignee) and (:state::text is null or state = :state)
                    and (:at::timestamptz is null or (created_at, id) > (:at, :id))
                order by created_at, id limit :limit""")
                .param("onboarding", filter.onboarding()).param("assignee", filter.assignee())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("at", from == null ? null : Timestamp.from(from.at())).param("id", from == null ? null : from.id())
                .param("limit", limit).query(JdbcTasks::row).list();
    }

    void assign(String id, String assignee) {
        jdbc.sql("update tasks set assignee = :assignee where id = :id").param("assignee", assignee).param("id", id).update();
    }

    void complete(String id, PersonAnswer outcome, String note, String by) {
        jdbc.sql("update tasks set state = 'COMPLETED', outcome = :outcome, note = :note, completed_by = :by, completed_at = now()"
                + " where id = :id").param("outcome", outcome.name()).param("note", note).param("by", by).param("id", id).update();
    }

    boolean supersede(String handle) {
        return jdbc.sql("update tasks set state = 'SUPERSEDED', completed_at = now() where handle = :handle and state = 'OPEN'")
                .param("handle", handle).update() == 1;
    }

    private static TaskRow row(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new TaskRow(row.getString("id"), row.getString("onboarding"), row.getString("leg"),
                Task.Kind.valueOf(row.getString("kind")), row.getString("bank"), row.getString("title"), row.getString("question"),
                row.getString("instructions"), row.getString("detail"), Arrays.asList((Long[]) row.getArray("evidence").getArray()),
                Task.State.valueOf(row.getString("state")), row.getString("assignee"), row.getString("handle"),
                instant(row, "created_at"), instant(row, "due_at"), instant(row, "completed_at"), row.getString("completed_by"),
                outcome == null ? null : PersonAnswer.valueOf(outcome));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
