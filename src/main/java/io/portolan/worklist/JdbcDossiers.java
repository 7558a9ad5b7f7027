package io.portolan.worklist;

import io.portolan.database.Timestamps;
import io.portolan.worklist.Dossier.Attachment;
import io.portolan.worklist.Dossier.Comment;
import io.portolan.worklist.Dossier.Contact;
import io.portolan.worklist.Dossier.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcDossiers {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDossiers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void happened(String task, String actor, String what, String detail) {
        jdbc.sql("insert into task_events (task, at, actor, what, detail) values (:task, :at, :actor, :what, :detail)")
                .param("task", task).param("at", Timestamps.now(clock)).param("actor", actor).param("what", what).param("detail", detail).update();
    }

    List<Event> history(String task) {
        return jdbc.sql("select at, actor, what, detail from task_events where task = :task order by id").param("task", task)
                .query((row, n) -> new Event(at(row), row.getString("actor"), row.getString("what"), row.getString("detail"))).list();
    }

    Comment comment(String task, String author, String text) {
        return jdbc.sql("insert into task_comments (task, at, author, text) values (:task, :at, :author, :text) returning *")
                .param("task", task).param("at", Timestamps.now(clock)).param("author", author).param("text", text)
                .query((row, n) -> comment(row)).single();
    }

    List<Comment> comments(String task) {
        return jdbc.sql("select * from task_comments where task = :task order by id").param("task", task)
                .query((row, n) -> comment(row)).list();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(row.getLong("id"), at(row), row.getString("author"), row.getString("text"));
    }

    Attachment attach(String task, String author, String name, long evidence) {
        var id = jdbc.sql("insert into task_attachments (task, at, author, name, evidence) values (:task, :at, :author, :name, :evidence)"
                + " returning id").param("task", task).param("at", Timestamps.now(clock)).param("author", author).param("name", name)
                .param("evidence", evidence).query(Long.class).single();
        return attachment(task, id).orElseThrow();
    }

    List<Attachment> attachments(String task) {
        return jdbc.sql(ATTACHMENTS + " order by a.id").param("task", task).query((row, n) -> attachment(row)).list();
    }

    Optional<Attachment> attachment(String task, long id) {
        return jdbc.sql(ATTACHMENTS + " and a.id = :id").param("task", task).param("id", id).query((row, n) -> attachment(row)).optional();
    }

    private static final String ATTACHMENTS = "select a.*, e.media_type, e.size, e.sha256, e.erased_at from task_attachments a"
            + " join evidence e on e.id = a.evidence where a.task = :task";

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(row.getLong("id"), at(row), row.getString("author"), row.getString("name"), row.getString("media_type"),
                row.getLong("size"), row.getString("sha256"), row.getTimestamp("erased_at") != null, row.getLong("evidence"));
    }

    Contact contact(String task, String author, Dossier.Talk talk) {
        return jdbc.sql("""
                insert into task_contacts (task, at, author, kind, person, said, promised, promised_for)
                values (:task, :at, :author, :kind, :person, :said, :promised, :for) returning *""")
                .param("task", task).param("at", Timestamps.now(clock)).param("author", author).param("kind", talk.kind().name())
                .param("person", talk.person()).param("said", talk.said()).param("promised", talk.promised())
                .param("for", talk.promisedFor()).query((row, n) -> contact(row)).single();
    }

    List<Contact> contacts(String task) {
        return jdbc.sql("select * from task_contacts where task = :task order by id").param("task", task)
                .query((row, n) -> contact(row)).list();
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(row.getLong("id"), at(row), row.getString("author"), new Dossier.Talk(Dossier.Way.valueOf(row.getString("kind")),
                row.getString("person"), row.getString("said"), row.getString("promised"), row.getObject("promised_for", LocalDate.class)));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return Timestamps.read(row, "at");
    }
}
