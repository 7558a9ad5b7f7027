package io.portolan.tpp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps TPPs in our database, each profile as one JSON document. */
@Component
class JdbcTpps implements Tpps {

    // an older node must be able to read what a newer one has written
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;

    JdbcTpps(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Optional<Tpp> find(String id) {
        return database.sql("select id, profile from tpps where id = :id").param("id", id).query(JdbcTpps::tpp).optional();
    }

    @Override
    public List<Tpp> all() {
        return database.sql("select id, profile from tpps order by id").query(JdbcTpps::tpp).list();
    }

    @Override
    @Transactional
    public Tpp save(Tpp tpp, String actor) {
        ProfileRules.check(tpp);
        var isNew = database.sql("""
                insert into tpps (id, profile, changed_at) values (:id, cast(:profile as jsonb), :now)
                on conflict (id) do update set profile = excluded.profile, changed_at = excluded.changed_at
                returning xmax = 0
                """)
                .params(Map.of("id", tpp.id(), "profile", json(tpp.profile()), "now", Timestamps.now(clock)))
                .query(Boolean.class).single();
        journal.write(Act.by(actor, Act.HOUSE, isNew ? "tpp-added" : "tpp-changed",
                tpp.profile().legalName() + " (" + tpp.id() + ")"));
        return tpp;
    }

    @Override
    @Transactional
    public void keepDocument(String tpp, Document document) {
        if (find(tpp).isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + tpp + ".");
        }
        database.sql("""
                insert into tpp_documents (tpp, name, file_name, media_type, content, kept_at)
                values (:tpp, :name, :fileName, :mediaType, :content, :now)
                on conflict (tpp, name) do update set file_name = excluded.file_name, media_type = excluded.media_type,
                    content = excluded.content, kept_at = excluded.kept_at
                """)
                .params(Map.of("tpp", tpp, "name", document.name(), "fileName", document.fileName(),
                        "mediaType", document.mediaType(), "content", document.content(), "now", Timestamps.now(clock)))
                .update();
        journal.write(Act.ofPortolan(Act.HOUSE, "tpp-document-kept", null, null,
                document.name() + " of " + tpp + ": " + document.fileName()));
    }

    @Override
    public Optional<Document> document(String tpp, String name) {
        return database.sql("select name, file_name, media_type, content from tpp_documents where tpp = :tpp and name = :name")
                .param("tpp", tpp).param("name", name)
                .query((row, number) -> new Document(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4)))
                .optional();
    }

    private static String json(TppProfile profile) {
        try {
            return JSON.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a profile cannot be written as JSON", e);
        }
    }

    private static Tpp tpp(ResultSet row, int number) throws SQLException {
        try {
            return new Tpp(row.getString("id"), JSON.readValue(row.getString("profile"), TppProfile.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the profile of TPP " + row.getString("id") + " cannot be read", e);
        }
    }
}
