package io.portolan.tpp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portolan.database.OneLook;
import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps TPPs in our database, each as one JSON document in the form of its draft. */
@Component
class JdbcTpps implements Tpps, EditTpps {

    private static final String SELECT = "select id, profile, version, changed_at from tpps ";
    // an older node must be able to read what a newer one has written
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;
    private final JdbcTppDocuments documents;

    JdbcTpps(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.documents = new JdbcTppDocuments(database, journal, clock);
    }

    @Override
    public Optional<Tpp> find(String id) {
        return OneLook.once(Arrays.asList("tpp", id), () -> kept(id)).map(Kept::tpp);
    }

    @Override
    public List<Tpp> of(Collection<String> ids) {
        return database.sql(SELECT + "where id = any(:ids) order by id").param("ids", ids.toArray(String[]::new)).query(JdbcTpps::read).list().stream().map(Kept::tpp).toList();
    }

    @Override
    public List<Tpp> all() {
        return database.sql(SELECT + "order by id").query(JdbcTpps::read).list().stream().map(Kept::tpp).toList();
    }

    @Override
    public Optional<Kept> kept(String id) {
        return database.sql(SELECT + "where id = :id").param("id", id).query(JdbcTpps::read).optional();
    }

    @Override
    @Transactional
    public Kept add(TppDraft draft, String actor) {
        var tpp = draft.read();
        if (!insert(tpp)) {
            throw Refused.conflict("tpp-exists", "There is a TPP " + tpp.id() + " already.", Map.of("tpp", tpp.id()));
        }
        written(tpp, actor, "tpp-added", tpp.profile().legalName() + " (" + tpp.id() + ")");
        return kept(tpp.id()).orElseThrow();
    }

    @Override
    @Transactional
    public Kept change(String id, TppDraft draft, String actor) {
        var before = locked(id).orElseThrow(() -> Refused.notFound("unknown-tpp", "There is no TPP " + id + "."));
        if (!id.equals(draft.id())) {
            throw Refused.invalid("invalid-values", "The id of a TPP never changes: it is " + id + ".", Map.of("id", "The id never changes: it is " + id + "."));
        }
        if (draft.version() != null && draft.version() != before.version()) {
            throw Refused.conflict("tpp-changed-meanwhile", "Somebody else has changed " + id + " meanwhile, and nothing of yours was kept. Read it again, and change that.",
                    Map.of("version", String.valueOf(before.version())));
        }
        update(before, draft.read(), actor);
        return kept(id).orElseThrow();
    }

    @Override
    @Transactional
    public Tpp save(Tpp tpp, String actor) {
        ProfileRules.check(tpp);
        if (insert(tpp)) {
            written(tpp, actor, "tpp-added", tpp.profile().legalName() + " (" + tpp.id() + ")");
        } else {
            update(locked(tpp.id()).orElseThrow(), tpp, actor);
        }
        return tpp;
    }

    private boolean insert(Tpp tpp) {
        return database.sql("insert into tpps (id, profile, changed_at) values (:id, cast(:profile as jsonb), :now) on conflict do nothing")
                .params(Map.of("id", tpp.id(), "profile", json(tpp), "now", Timestamps.now(clock))).update() == 1;
    }

    private void update(Kept before, Tpp after, String actor) {
        var changes = ProfileChanges.between(before.tpp(), after);
        if (changes.isEmpty()) {
            return;
        }
        database.sql("update tpps set profile = cast(:profile as jsonb), changed_at = :now, version = version + 1 where id = :id")
                .params(Map.of("id", after.id(), "profile", json(after), "now", Timestamps.now(clock))).update();
        changes.forEach(change -> written(after, actor, "tpp-changed", change.said()));
    }

    private void written(Tpp tpp, String actor, String act, String detail) {
        journal.write(Act.by(actor, EditTpps.chain(tpp.id()), act, detail));
    }

    private Optional<Kept> locked(String id) {
        return database.sql(SELECT + "where id = :id for no key update").param("id", id).query(JdbcTpps::read).optional();
    }

    @Override
    @Transactional
    public void keepDocument(String tpp, Document document, String actor) {
        documents.keep(tpp, document, actor);
    }

    @Override
    @Transactional
    public void removeDocument(String tpp, String name, String actor) {
        documents.remove(tpp, name, actor);
    }

    @Override
    public Optional<Document> document(String tpp, String name) {
        return OneLook.once(Arrays.asList("tpp-document", tpp, name), () -> documents.find(tpp, name));
    }

    @Override
    public List<KeptDocument> documents(String tpp) {
        return documents.of(tpp);
    }

    private static String json(Tpp tpp) {
        try {
            return JSON.writeValueAsString(TppDraft.of(tpp, null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a profile cannot be written as JSON", e);
        }
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        var id = row.getString("id");
        try {
            var read = new DraftReader(new FieldChecks()).read(JSON.readValue(row.getString("profile"), TppDraft.class));
            return new Kept(new Tpp(id, read.profile()), row.getLong("version"), row.getTimestamp("changed_at").toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the profile of TPP " + id + " cannot be read", e);
        }
    }
}
