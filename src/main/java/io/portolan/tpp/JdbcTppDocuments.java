package io.portolan.tpp;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.tpp.EditTpps.KeptDocument;
import io.portolan.tpp.Tpps.Document;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents of our TPPs in our database. */
class JdbcTppDocuments {

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;

    JdbcTppDocuments(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    void keep(String tpp, Document document, String actor) {
        if (database.sql("select 1 from tpps where id = :id").param("id", tpp).query().listOfRows().isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + tpp + ".");
        }
        var type = DocumentRules.check(document, LocalDate.now(clock));
        database.sql("""
                insert into tpp_documents (tpp, name, kind, file_name, media_type, content, expires_on, kept_at, kept_by)
                values (:tpp, :name, :kind, :fileName, :mediaType, :content, :expiresOn, :now, :actor)
                on conflict (tpp, name) do update set kind = excluded.kind, file_name = excluded.file_name, media_type = excluded.media_type,
                    content = excluded.content, expires_on = excluded.expires_on, kept_at = excluded.kept_at, kept_by = excluded.kept_by
                """)
                .param("tpp", tpp).param("name", document.name()).param("kind", document.kind().name()).param("fileName", document.fileName())
                .param("mediaType", type).param("content", document.content()).param("expiresOn", document.expiresOn())
                .param("now", Timestamps.now(clock)).param("actor", actor).update();
        journal.write(Act.by(actor, EditTpps.chain(tpp), "tpp-document-kept", document.name() + ": " + document.fileName()
                + (document.expiresOn() == null ? "" : ", good until " + document.expiresOn())));
    }

    void remove(String tpp, String name, String actor) {
        if (database.sql("delete from tpp_documents where tpp = :tpp and name = :name").param("tpp", tpp).param("name", name).update() == 0) {
            throw Refused.notFound("unknown-document", "The TPP " + tpp + " has no document " + name + ".");
        }
        journal.write(Act.by(actor, EditTpps.chain(tpp), "tpp-document-removed", name));
    }

    Optional<Document> find(String tpp, String name) {
        return database.sql("select name, kind, file_name, media_type, content, expires_on from tpp_documents where tpp = :tpp and name = :name")
                .param("tpp", tpp).param("name", name)
                .query((row, number) -> new Document(row.getString("name"), Document.Kind.valueOf(row.getString("kind")), row.getString("file_name"),
                        row.getString("media_type"), row.getBytes("content"), expiry(row)))
                .optional();
    }

    List<KeptDocument> of(String tpp) {
        return database.sql("""
                select name, kind, file_name, media_type, octet_length(content) as size, expires_on, kept_at, kept_by
                from tpp_documents where tpp = :tpp order by name
                """)
                .param("tpp", tpp)
                .query((row, number) -> new KeptDocument(row.getString("name"), Document.Kind.valueOf(row.getString("kind")), row.getString("file_name"),
                        row.getString("media_type"), row.getLong("size"), expiry(row), row.getTimestamp("kept_at").toInstant(), row.getString("kept_by")))
                .list();
    }

    private static LocalDate expiry(ResultSet row) throws SQLException {
        return row.getObject("expires_on", LocalDate.class);
    }
}
