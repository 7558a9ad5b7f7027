package io.portolan.journal;

import io.portolan.journal.Journal.Verification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes every hash of the journal again and tells the first that does not fit; it reads one snapshot, so writers need not wait. */
@Component
class JdbcVerification {

    private static final String ENTRIES = """
            select chain, position, at, actor, name, leg, means, detail, evidence, hash
              from journal_entries where chain = :chain order by position
            """;
    private static final String EVIDENCE = """
            select id, sha256, body is null and erased_at is not null as erased, encode(sha256(body), 'hex') as actual
              from evidence where id in (select unnest(evidence) from journal_entries where chain = :chain)
            """;
    private static final String ALL_CHAINS = "select chain from journal_chains union select chain from journal_entries order by 1";
    private static final String HEADS = "select chain, position, hash from journal_seal_heads where seal = :seal order by chain collate \"C\"";
    private static final String SEALED_BUT_GONE = """
            select 'chain ' || s.chain || ' no longer has the entry ' || s.position || ' that seal ' || s.seal || ' covers'
              from journal_seal_heads s left join journal_entries e on (e.chain, e.position, e.hash) = (s.chain, s.position, s.hash)
             where e.chain is null order by s.seal, s.chain limit 1
            """;

    private final JdbcClient database;
    private final TransactionTemplate snapshot;

    JdbcVerification(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Verification of(String chain) {
        return inSnapshot(() -> chain(chain));
    }

    Verification ofAll() {
        return ofAll((done, of, entries) -> { });
    }

    /** As above, telling after each chain how far it is. */
    Verification ofAll(Progress progress) {
        return inSnapshot(() -> {
            long entries = 0;
            long done = 0;
            var chains = database.sql(ALL_CHAINS).query(String.class).list();
            for (var chain : chains) {
                var found = chain(chain);
                entries += found.entries();
                progress.at(++done, chains.size(), entries);
                if (!found.intact()) {
                    return new Verification(false, entries, found.problem());
                }
            }
            var problem = seals();
            return new Verification(problem == null, entries, problem);
        });
    }

    private Verification inSnapshot(Supplier<Verification> check) {
        return snapshot.execute(status -> check.get());
    }

    private Verification chain(String chain) {
        var evidence = new HashMap<Long, Shown>();
        database.sql(EVIDENCE).param("chain", chain)
                .query(row -> {
                    evidence.put(row.getLong("id"),
                            new Shown(row.getString("sha256"), row.getBoolean("erased"), row.getString("actual")));
                });
        var entries = database.sql(ENTRIES).param("chain", chain).query((row, n) -> JdbcJournal.entry(row)).list();
        var head = database.sql("select position || ':' || hash from journal_chains where chain = :chain").param("chain", chain)
                .query(String.class).optional().orElse("0:");
        var problem = firstProblem(entries, evidence, head);
        return new Verification(problem == null, entries.size(), problem == null ? null : "chain " + chain + ": " + problem);
    }

    private static String firstProblem(List<Entry> entries, Map<Long, Shown> evidence, String head) {
        var previous = "";
        long position = 0;
        for (var entry : entries) {
            position++;
            if (entry.position() != position) {
                return "entry " + position + " is missing";
            }
            if (!entry.hash().equals(hash(entry, previous, evidence))) {
                return "entry " + position + " does not fit its hash";
            }
            for (var id : entry.act().evidence()) {
                if (!evidence.get(id).fits()) {
                    return "evidence " + id + " of entry " + position + " does not fit its hash";
                }
            }
            previous = entry.hash();
        }
        return head.equals(position + ":" + previous) ? null : "its last entries are missing";
    }

    private static String hash(Entry entry, String previous, Map<Long, Shown> evidence) {
        var act = entry.act();
        var hash = new JournalHash().with(previous).with(entry.position()).with(entry.at()).with(act.chain()).with(act.actor())
                .with(act.name()).with(act.leg()).with(act.means()).with(act.detail()).with(act.evidence().size());
        for (var id : act.evidence()) {
            hash.with(id).with(evidence.containsKey(id) ? evidence.get(id).sha256() : null);
        }
        return hash.hex();
    }

    private String seals() {
        var previous = "";
        long position = 0;
        for (var seal : database.sql("select position, at, hash from journal_seals order by position")
                .query((row, n) -> new Seal(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3))).list()) {
            position++;
            if (seal.position() != position) {
                return "seal " + position + " is missing";
            }
            var hash = new JournalHash().with(previous).with(position).with(seal.at());
            database.sql(HEADS).param("seal", position).query(row -> {
                hash.with(row.getString(1)).with(row.getLong(2)).with(row.getString(3));
            });
            if (!seal.hash().equals(hash.hex())) {
                return "seal " + position + " does not fit its hash";
            }
            previous = seal.hash();
        }
        return database.sql(SEALED_BUT_GONE).query(String.class).optional().orElse(null);
    }

    /** Hears how many chains were checked, of how many, with how many entries. */
    interface Progress {
        void at(long done, long of, long entries);
    }

    private record Shown(String sha256, boolean erased, String actual) {
        boolean fits() {
            return erased || sha256.equals(actual);
        }
    }

    private record Seal(long position, Instant at, String hash) {
    }
}
