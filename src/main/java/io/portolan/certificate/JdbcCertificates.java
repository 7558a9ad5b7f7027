package io.portolan.certificate;

import io.portolan.database.OneLook;
import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.X509KeyManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps certificates in our database and their keys in the vault. */
@Component
class JdbcCertificates implements Certificates {

    private final JdbcClient database;
    private final PrivateKeys keys;
    private final Tpps tpps;
    private final IdentityUses uses;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcCertificates(JdbcClient database, PrivateKeys keys, Tpps tpps, IdentityUses uses, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.uses = uses;
        this.database = database;
        this.keys = keys;
        this.tpps = tpps;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Certificate take(Upload upload, String actor) {
        var holder = tpps.find(upload.tpp()).map(Tpp::profile)
                .orElseThrow(() -> Refused.notFound("unknown-tpp", "There is no TPP " + upload.tpp() + "."));
        var accepted = ReadUpload.of(upload, holder, clock.instant());
        var taken = CertificateReading.of(upload.tpp(), accepted.kind(), upload.environment(), upload.bank(),
                upload.label() == null || upload.label().isBlank() ? accepted.kind().said() : upload.label().strip(), accepted.chain(), false,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        var known = known(taken);
        if (known.isPresent()) {
            return addKey(known.get(), accepted.key(), actor);
        }
        var keyHolder = accepted.key() != null ? taken.id() : keyHolder(taken).orElse(null);
        var before = usedThen(taken).map(Certificate::id).orElse(null);
        try {
            insert(taken, keyHolder);
        } catch (DuplicateKeyException sameMoment) {
            throw takenAlready(taken);
        }
        if (accepted.key() != null) {
            keys.keep(taken.id(), taken.tpp(), accepted.key());
        }
        var request = fulfil(taken);
        journal.write(Act.by(actor, Act.HOUSE, "certificate-taken", taken.kind() + " of " + taken.tpp() + " for " + taken.environment()
                + (taken.bank() == null ? "" : ", supplied by " + taken.bank()) + ", serial " + taken.serial().toString(16) + ", until " + taken.notAfter()
                + (keyHolder == null ? ", without its key" : "") + request.map(id -> ", issued for the request " + id).orElse("")));
        events.publishEvent(new CertificateTaken(taken.id(), before, usedThen(taken).map(Certificate::id).orElse(null), actor));
        return find(taken.id()).orElseThrow();
    }

    @Override
    public Read read(Upload upload) {
        var read = ReadUpload.judged(upload, tpps.find(upload.tpp()).map(Tpp::profile).orElse(null), clock.instant());
        return new Read(CertificateReading.of(upload.tpp(), read.kind(), upload.environment(), upload.bank(), read.kind().said(), read.chain(), read.key() != null,
                clock.instant()), read.findings());
    }

    private Optional<Certificate> known(Certificate taken) {
        return database.sql("select * from certificates where tpp = :tpp and kind = :kind and environment = :environment and sha256 = :sha256 for update")
                .params(Map.of("tpp", taken.tpp(), "kind", taken.kind().name(), "environment", taken.environment(), "sha256", taken.sha256()))
                .query(CertificateRows::read).optional();
    }

    private Certificate addKey(Certificate known, PrivateKey key, String actor) {
        if (known.hasKey() || key == null) {
            throw takenAlready(known);
        }
        var before = usedThen(known).map(Certificate::id).orElse(null);
        database.sql("update certificates set key_holder = id where id = :id").param("id", known.id()).update();
        keys.keep(known.id(), known.tpp(), key);
        journal.write(Act.by(actor, Act.HOUSE, "certificate-key-taken", "The key of the " + known.kind() + " " + known.id() + " of " + known.tpp()));
        events.publishEvent(new CertificateTaken(known.id(), before, usedThen(known).map(Certificate::id).orElse(null), actor));
        return find(known.id()).orElseThrow();
    }

    private static Refused takenAlready(Certificate known) {
        return Refused.conflict("certificate-already-taken", "This " + known.kind().said() + " was taken in for " + known.tpp() + " and "
                + known.environment() + " before.", Map.of("sha256", known.sha256()));
    }

    /** Where the key is already, because it was made here for a request or came with another certificate of the same TPP. */
    private Optional<String> keyHolder(Certificate taken) {
        return database.sql("""
                select id from certificate_requests where tpp = :tpp and key_sha256 = :key
                union all select key_holder from certificates where tpp = :tpp and key_sha256 = :key and key_holder is not null limit 1
                """)
                .param("tpp", taken.tpp()).param("key", taken.keySha256()).query(String.class).optional();
    }

    private Optional<String> fulfil(Certificate taken) {
        return database.sql("""
                update certificate_requests set certificate = :certificate where tpp = :tpp and key_sha256 = :key and certificate is null returning id
                """)
                .param("certificate", taken.id()).param("tpp", taken.tpp()).param("key", taken.keySha256()).query(String.class).optional();
    }

    private void insert(Certificate taken, String keyHolder) {
        var row = new HashMap<String, Object>(Map.of("id", taken.id(), "tpp", taken.tpp(), "kind", taken.kind().name(), "environment", taken.environment(),
                "label", taken.label(), "chain", CertificateRows.pem(taken.chain()), "sha256", taken.sha256(), "key", taken.keySha256()));
        row.put("bank", taken.bank());
        row.put("keyHolder", keyHolder);
        row.put("serial", taken.serial().toString(16));
        row.put("subject", taken.leaf().getSubjectX500Principal().toString());
        row.put("notBefore", Timestamps.of(taken.notBefore()));
        row.put("notAfter", Timestamps.of(taken.notAfter()));
        row.put("now", Timestamps.of(taken.takenAt()));
        database.sql("""
                insert into certificates (id, tpp, kind, environment, bank, label, chain_pem, sha256, key_sha256, serial, subject, key_holder, not_before, not_after, taken_at)
                values (:id, :tpp, :kind, :environment, :bank, :label, :chain, :sha256, :key, :serial, :subject, :keyHolder, :notBefore, :notAfter, :now)
                """).params(row).update();
    }

    @Override
    public Optional<Certificate> find(String id) {
        return database.sql("select * from certificates where id = :id").param("id", id).query(CertificateRows::read).optional();
    }

    @Override
    public List<Certificate> of(String tpp) {
        return OneLook.once(Arrays.asList("certificates", tpp), () -> database.sql("select * from certificates where tpp = :tpp order by taken_at desc, id").param("tpp", tpp)
                .query(CertificateRows::read).list());
    }

    @Override
    public Page page(Sought sought, String after, int limit) {
        var found = database.sql("select * from certificates where true" + (sought.tpp() == null ? "" : " and tpp = :tpp")
                        + (sought.endsBefore() == null ? "" : " and retired_at is null and not_after < :before")
                        + (after == null ? "" : " and (retired_at is not null, not_after, id) > (select retired_at is not null, not_after, id from certificates where id = :after)")
                        + " order by retired_at is not null, not_after, id limit :limit")
                .param("tpp", sought.tpp()).param("before", Timestamps.of(sought.endsBefore())).param("after", after).param("limit", limit + 1).query(CertificateRows::read).list();
        return new Page(found.stream().limit(limit).toList(), found.size() > limit ? found.get(limit - 1).id() : null);
    }

    @Override
    public Optional<Certificate> inUse(String tpp, Certificate.Kind kind, String environment, String bank) {
        return OneLook.isOpen() ? InUse.of(of(tpp), choices(tpp), kind, environment, InUse.at(environment, bank), clock.instant()) : inUse(tpp, kind, environment, bank, clock.instant());
    }

    /** The one that is in use in the place of this one as soon as this one counts, as things are. */
    private Optional<Certificate> usedThen(Certificate one) {
        return inUse(one.tpp(), one.kind(), one.environment(), one.bank(), one.notBefore().isAfter(clock.instant()) ? one.notBefore() : clock.instant());
    }

    private Optional<Certificate> inUse(String tpp, Certificate.Kind kind, String environment, String bank, Instant then) {
        return database.sql("""
                select c.* from certificates c
                left join certificate_choices own on own.certificate = c.id and own.bank = :bank and own.bank <> ''
                left join certificate_choices usual on usual.certificate = c.id and usual.bank = ''
                where c.tpp = :tpp and c.kind = :kind and c.environment = :environment and c.retired_at is null and (c.bank is null or c.bank = :bank)
                    and c.not_before <= :now and (c.not_after > :now or c.bank = :bank)
                order by own.certificate is null, c.bank is null, usual.certificate is null, c.key_holder is null, c.not_after desc, c.taken_at desc limit 1
                """)
                .params(Map.of("tpp", tpp, "kind", kind.name(), "environment", environment, "bank", InUse.at(environment, bank), "now", Timestamps.of(then)))
                .query(CertificateRows::read).optional();
    }

    /** By certificate, the banks for which it was chosen; empty is for all. */
    private Map<String, Set<String>> choices(String tpp) {
        return OneLook.once(List.of("certificate-choices", tpp), () -> {
            var choices = new HashMap<String, Set<String>>();
            database.sql("select h.certificate, h.bank from certificate_choices h join certificates c on c.id = h.certificate where c.tpp = :tpp").param("tpp", tpp)
                    .query(row -> { choices.computeIfAbsent(row.getString("certificate"), none -> new HashSet<>()).add(row.getString("bank")); });
            return choices;
        });
    }

    @Override
    public Optional<Certificate> use(IdentityUses.Place place, Certificate.Kind kind, String environment, IdentityUses.Manner manner) {
        var found = inUse(place.tpp(), kind, environment, place.bank());
        // what cannot be used without its key is not used
        found.filter(certificate -> certificate.hasKey() || manner == IdentityUses.Manner.VALUE).ifPresent(certificate -> uses.certificate(place, certificate.id(), manner));
        return found;
    }

    @Override
    public Map<String, List<Finding>> findings(Collection<Certificate> several) {
        var holders = tpps.of(several.stream().map(Certificate::tpp).distinct().toList()).stream().collect(Collectors.toMap(Tpp::id, Tpp::profile));
        var now = clock.instant();
        return several.stream().collect(Collectors.toMap(Certificate::id, each -> JudgeCertificate.of(each.contents(), each.chain(), new JudgeCertificate.Purpose(each.kind(),
                each.environment().equals("live"), each.bank() != null, holders.get(each.tpp()), now))));
    }

    @Override
    public List<Finding> findings(Certificate certificate) {
        return OneLook.once(List.of("certificate-findings", certificate.id()), () -> findings(List.of(certificate)).get(certificate.id()));
    }

    @Override
    @Transactional
    public Certificate retire(String id, String reason, String actor) {
        var certificate = find(id).orElseThrow(() -> Refused.notFound("unknown-certificate", "There is no certificate " + id + "."));
        if (database.sql("update certificates set retired_at = :now where id = :id and retired_at is null")
                .param("now", Timestamps.now(clock)).param("id", id).update() == 0) {
            throw Refused.conflict("certificate-already-retired", "It was taken out of use before.", Map.of("certificate", id));
        }
        database.sql("delete from certificate_choices where certificate = :id").param("id", id).update();
        journal.write(Act.by(actor, Act.HOUSE, "certificate-retired", certificate.kind() + " " + id + " of " + certificate.tpp()
                + (reason == null || reason.isBlank() ? "" : ": " + reason.strip())));
        events.publishEvent(new CertificateRetired(id));
        return find(id).orElseThrow();
    }

    @Override
    public X509KeyManager keyManager(Certificate certificate) {
        return new OneCertificate(certificate.chain(), () -> keys.of(holder(certificate), "mutual TLS"));
    }

    @Override
    public PrivateKey signingKey(Certificate certificate) {
        return keys.of(holder(certificate), "signature");
    }

    private String holder(Certificate certificate) {
        return database.sql("select key_holder from certificates where id = :id and key_holder is not null").param("id", certificate.id()).query(String.class)
                .optional().orElseThrow(() -> new IllegalStateException("the private key of certificate " + certificate.id() + " is not here"));
    }
}
