package io.portolan.journal;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence in a table, where the database itself allows a body to be erased and nothing else to be changed. */
@Component
class JdbcEvidenceStore implements EvidenceStore {

    private final JdbcClient database;
    private final TransactionTemplate own;
    private final Clock clock;

    JdbcEvidenceStore(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public long keep(String chain, Evidence.Kind kind, String mediaType, byte[] body) {
        var insert = database.sql("""
                insert into evidence (chain, kind, media_type, sha256, size, body, at)
                values (:chain, :kind, :mediaType, :sha256, :size, :body, :at) returning id
                """)
                .param("chain", chain).param("kind", kind.name()).param("mediaType", sayable(mediaType))
                .param("sha256", JournalHash.sha256(body)).param("size", body.length).param("body", body)
                .param("at", Timestamps.now(clock));
        return own.execute(status -> insert.query(Long.class).single());
    }

    /** What a bank calls its file may be nothing that an answer could name it by. */
    private static String sayable(String mediaType) {
        try {
            return mediaType == null || MediaType.parseMediaType(mediaType).isConcrete() ? mediaType : MediaType.APPLICATION_OCTET_STREAM_VALUE;
        } catch (InvalidMediaTypeException nonsense) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }

    @Override
    public Optional<Evidence> find(long id) {
        return database.sql("select id, chain, kind, media_type, sha256, size, at, erased_at from evidence where id = :id")
                .param("id", id).query((row, n) -> evidence(row)).optional();
    }

    @Override
    public Optional<byte[]> body(long id) {
        return database.sql("select body from evidence where id = :id and body is not null")
                .param("id", id).query((row, n) -> row.getBytes(1)).optional();
    }

    @Override
    public int eraseOlderThan(Duration age) {
        var now = Timestamps.now(clock);
        return database.sql("update evidence set body = null, erased_at = :now where body is not null and at < :before")
                .param("now", now).param("before", now.minus(age)).update();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(row.getLong("id"), row.getString("chain"), Evidence.Kind.valueOf(row.getString("kind")),
                row.getString("media_type"), row.getString("sha256"), row.getLong("size"),
                Timestamps.read(row, "at"), Timestamps.read(row, "erased_at"));
    }
}
