package io.portolan.certificate;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps requests in our database and their keys in the vault. */
@Component
class JdbcCertificateRequests implements CertificateRequests {

    private final JdbcClient database;
    private final PrivateKeys keys;
    private final Tpps tpps;
    private final Journal journal;
    private final Clock clock;

    JdbcCertificateRequests(JdbcClient database, PrivateKeys keys, Tpps tpps, Journal journal, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.tpps = tpps;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public CertificateRequest make(CertificateWish wish, String actor) {
        var profile = tpps.find(wish.tpp()).map(Tpp::profile)
                .orElseThrow(() -> Refused.notFound("unknown-tpp", "There is no TPP " + wish.tpp() + "."));
        var complete = WishRules.complete(wish, profile);
        var type = KeyType.of(complete.keyType()).orElseThrow();
        var pair = type.make();
        var made = new CertificateRequest(UUID.randomUUID().toString(), complete.tpp(), complete.kind(), complete.environment(), complete.label(),
                ReadSubject.said(Pkcs10.subject(complete)), type.said(), Pkcs10.pem(complete, pair, type), Fingerprints.of(pair.getPublic()),
                clock.instant().truncatedTo(ChronoUnit.MICROS), null);
        // the key is safe before anybody can send the request away
        keys.keep(made.id(), made.tpp(), pair.getPrivate());
        insert(made);
        journal.write(Act.by(actor, Act.HOUSE, "certificate-requested", made.kind() + " of " + made.tpp() + " for " + made.environment() + ", "
                + made.keyType() + ", " + made.subject()));
        return made;
    }

    private void insert(CertificateRequest made) {
        var row = new HashMap<String, Object>(Map.of("id", made.id(), "tpp", made.tpp(), "kind", made.kind().name(), "environment", made.environment(),
                "label", made.label(), "subject", made.subject(), "keyType", made.keyType(), "pem", made.pem(), "key", made.keySha256()));
        row.put("now", Timestamps.of(made.madeAt()));
        database.sql("""
                insert into certificate_requests (id, tpp, kind, environment, label, subject, key_type, request_pem, key_sha256, made_at)
                values (:id, :tpp, :kind, :environment, :label, :subject, :keyType, :pem, :key, :now)
                """).params(row).update();
    }

    @Override
    public Optional<CertificateRequest> find(String id) {
        return database.sql("select * from certificate_requests where id = :id").param("id", id).query(JdbcCertificateRequests::read).optional();
    }

    @Override
    public List<CertificateRequest> of(String tpp) {
        return database.sql("select * from certificate_requests where tpp = :tpp order by made_at desc, id").param("tpp", tpp)
                .query(JdbcCertificateRequests::read).list();
    }

    @Override
    public List<CertificateRequest> newest(String tpp, int most) {
        return database.sql("select * from certificate_requests" + (tpp == null ? "" : " where tpp = :tpp") + " order by certificate is not null, made_at desc, id limit :most")
                .param("tpp", tpp).param("most", most).query(JdbcCertificateRequests::read).list();
    }

    private static CertificateRequest read(ResultSet row, int number) throws SQLException {
        return new CertificateRequest(row.getString("id"), row.getString("tpp"), Certificate.Kind.valueOf(row.getString("kind")), row.getString("environment"),
                row.getString("label"), row.getString("subject"), row.getString("key_type"), row.getString("request_pem"), row.getString("key_sha256"),
                Timestamps.read(row, "made_at"), row.getString("certificate"));
    }
}
