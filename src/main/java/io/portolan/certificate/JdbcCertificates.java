package io.portolan.certificate;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.portolan.vault.Secret;
import java.security.PrivateKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.X509KeyManager;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps certificates in our database and their keys in the vault. */
@Component
class JdbcCertificates implements Certificates {

    private static final Pattern ENVIRONMENT = Pattern.compile("test|live|[a-z]{2}-[a-z0-9-]+/[a-z][a-z0-9-]*");

    private final JdbcClient database;
    private final PrivateKeys keys;
    private final Tpps tpps;
    private final Journal journal;
    private final Clock clock;

    JdbcCertificates(JdbcClient database, PrivateKeys keys, Tpps tpps, Journal journal, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.tpps = tpps;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Certificate take(String tpp, Certificate.Kind kind, String environment, String label, String chainPem,
            Secret keyPem, String actor) {
        if (tpps.find(tpp).isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + tpp + ".");
        }
        if (!ENVIRONMENT.matcher(environment).matches()) {
            throw Unsuitable.because("environment", "A certificate is for test, for live, or for the one environment of a bank that handed it out, such as"
                    + " xx-bank/sandbox; not for " + environment + ".");
        }
        var key = PemKey.read(keyPem);
        var chain = PemChain.ordered(chainPem, publicKey -> PemKey.belongsTo(key, publicKey));
        var taken = CertificateReading.of(UUID.randomUUID().toString(), tpp, kind, environment,
                label == null || label.isBlank() ? kind.name() : label, chain);
        insert(taken);
        keys.keep(taken.id(), tpp, key);
        journal.write(Act.by(actor, Act.HOUSE, "certificate-taken", kind + " of " + tpp + " for " + environment
                + ", serial " + taken.serial().toString(16) + ", until " + taken.notAfter()));
        return taken;
    }

    @Override
    public Optional<Certificate> find(String id) {
        return database.sql("select * from certificates where id = :id").param("id", id)
                .query(JdbcCertificates::certificate).optional();
    }

    @Override
    public List<Certificate> of(String tpp) {
        return database.sql("select * from certificates where tpp = :tpp order by taken_at desc, id").param("tpp", tpp)
                .query(JdbcCertificates::certificate).list();
    }

    @Override
    public Optional<Certificate> inUse(String tpp, Certificate.Kind kind, String environment) {
        return database.sql("""
                select * from certificates where tpp = :tpp and kind = :kind and environment = :environment
                    and retired_at is null and not_before <= :now and not_after > :now
                order by not_after desc, taken_at desc limit 1
                """)
                .params(Map.of("tpp", tpp, "kind", kind.name(), "environment", environment, "now", Timestamps.now(clock)))
                .query(JdbcCertificates::certificate).optional();
    }

    @Override
    public X509KeyManager keyManager(Certificate certificate) {
        return new OneCertificate(certificate.chain(), () -> keys.of(certificate.id(), "mutual TLS"));
    }

    @Override
    public PrivateKey signingKey(Certificate certificate) {
        return keys.of(certificate.id(), "signature");
    }

    private void insert(Certificate taken) {
        try {
            database.sql("""
                    insert into certificates (id, tpp, kind, environment, label, chain_pem, sha256, not_before, not_after, taken_at)
                    values (:id, :tpp, :kind, :environment, :label, :chain, :sha256, :notBefore, :notAfter, :now)
                    """)
                    .params(Map.of("id", taken.id(), "tpp", taken.tpp(), "kind", taken.kind().name(),
                            "environment", taken.environment(), "label", taken.label(), "chain", pem(taken),
                            "sha256", taken.sha256(), "notBefore", Timestamps.of(taken.notBefore()),
                            "notAfter", Timestamps.of(taken.notAfter()), "now", Timestamps.now(clock)))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("certificate-already-taken", "This " + taken.kind() + " was taken in for "
                    + taken.tpp() + " and " + taken.environment() + " before.", Map.of("sha256", taken.sha256()));
        }
    }

    private static String pem(Certificate certificate) {
        return certificate.chain().stream().map(CertificateForms::pem).collect(Collectors.joining());
    }

    private static Certificate certificate(ResultSet row, int number) throws SQLException {
        return CertificateReading.of(row.getString("id"), row.getString("tpp"),
                Certificate.Kind.valueOf(row.getString("kind")), row.getString("environment"), row.getString("label"),
                PemChain.read(row.getString("chain_pem")));
    }
}
