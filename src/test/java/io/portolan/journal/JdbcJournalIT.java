package io.portolan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.journal.Evidence.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcJournalIT {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456789Z");

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Journal journal = TestJournals.journal(source, clock);
    private final EvidenceStore evidence = TestJournals.evidence(source, clock);
    private final JdbcSeals seals = new JdbcSeals(database, clock);

    @Test
    void givesBackWhatWasWritten() {
        var picture = evidence.keep("o-1", Kind.SCREENSHOT, "image/png", bytes("picture"));
        var act = new Act("o-1", "user:admin", "leg-done", "create-application", "portal", "Žádost přijata: 5 ✓", List.of(picture));

        var written = journal.write(act);

        assertThat(journal.of("o-1")).containsExactly(written);
        assertThat(written.position()).isEqualTo(1);
        assertThat(written.act()).isEqualTo(act);
        assertThat(journal.verify("o-1")).isEqualTo(new Journal.Verification(true, 1, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "text/<script>", "*/*", "text/plain; charset=none-such", "", "a/b; c=\""})
    void keepsWhatABankCallsItsFileOnlyWhereAnAnswerCanSaySo(String said) {
        var kept = evidence.find(evidence.keep("o-1", Kind.MAIL, said, bytes("file"))).orElseThrow();

        assertThat(kept.mediaType()).isEqualTo("application/octet-stream");
        assertThat(evidence.find(evidence.keep("o-1", Kind.MAIL, "text/plain; charset=utf-8", bytes("file"))).orElseThrow().mediaType()).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void chainsEachEntryToTheOneBeforeIt() {
        var first = journal.write(Act.ofPortolan("o-1", "started", null, null, null));
        var second = journal.write(Act.ofPortolan("o-1", "started", null, null, null));
        var elsewhere = journal.write(Act.ofPortolan("o-2", "started", null, null, null));

        assertThat(List.of(first.position(), second.position(), elsewhere.position())).containsExactly(1L, 2L, 1L);
        assertThat(List.of(first.hash(), second.hash(), elsewhere.hash())).doesNotHaveDuplicates();
        assertThat(journal.verifyAll()).isEqualTo(new Journal.Verification(true, 3, null));
    }

    @Test
    void takesPartInTheTransactionOfTheCaller() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));

        transaction.executeWithoutResult(status -> {
            journal.write(Act.ofPortolan("o-1", "started", null, null, null));
            evidence.keep("o-1", Kind.NOTE, "text/plain", bytes("kept all the same"));
            status.setRollbackOnly();
        });

        assertThat(journal.of("o-1")).isEmpty();
        assertThat(evidence.body(1)).contains(bytes("kept all the same"));
    }

    @Test
    void keepsOneChainWhenManyWriteAtOnce() throws Exception {
        var writers = Executors.newFixedThreadPool(8);
        try {
            Callable<Entry> write = () -> journal.write(Act.ofPortolan("o-1", "looked", "approval", "portal", null));
            for (var done : writers.invokeAll(IntStream.range(0, 200).mapToObj(n -> write).toList())) {
                done.get();
            }
        } finally {
            writers.shutdown();
        }

        assertThat(journal.of("o-1")).extracting(Entry::position).containsExactlyElementsOf(IntStream.rangeClosed(1, 200).mapToObj(Long::valueOf).toList());
        assertThat(journal.verify("o-1").intact()).isTrue();
    }

    @Test
    void rejectsEvidenceThatDoesNotExist() {
        assertThatThrownBy(() -> journal.write(new Act("o-1", "portolan", "leg-done", null, null, null, List.of(77L))))
                .hasMessageContaining("no evidence");
        assertThat(journal.of("o-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal_entries set detail = 'x'", "delete from journal_entries", "truncate journal_entries",
        "delete from journal_seals", "update journal_seal_heads set hash = ''", "delete from evidence", "truncate evidence",
        "update evidence set body = 'x'", "update evidence set body = null, erased_at = now(), sha256 = 'x'",
        "update evidence set erased_at = now()"})
    void rejectsEveryChange(String change) {
        writeOneWithEvidence();
        seals.seal();

        assertThatThrownBy(() -> database.sql(change).update())
                .hasMessageMatching("(?s).*(is append-only|may be erased, not changed).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal_entries set detail = 'other' where position = 2",
        "update journal_entries set actor = 'bank' where position = 1", "update journal_entries set at = at + interval '1 second' where position = 2",
        "update journal_entries set leg = '' where position = 1", "delete from journal_entries where position = 2",
        "delete from journal_entries where position = 3", "update journal_entries set evidence = '{}' where position = 2",
        "update evidence set body = 'other'", "update evidence set sha256 = repeat('0', 64)",
        "update journal_chains set position = 2"})
    void noticesTampering(String tampering) {
        journal.write(Act.ofPortolan("o-1", "started", null, null, null));
        writeOneWithEvidence();
        journal.write(Act.ofPortolan("o-1", "finished", null, null, null));
        assertThat(journal.verify("o-1").intact()).isTrue();

        withoutTriggers(tampering);

        assertThat(journal.verify("o-1").intact()).isFalse();
        assertThat(journal.verifyAll().problem()).startsWith("chain o-1: ");
    }

    @Test
    void verifiesWhenEvidenceWasErasedByAge() {
        var id = writeOneWithEvidence();
        var later = TestJournals.evidence(source, Clock.offset(clock, Duration.ofDays(400)));

        assertThat(later.eraseOlderThan(Duration.ofDays(500))).isZero();
        assertThat(later.eraseOlderThan(Duration.ofDays(365))).isEqualTo(1);

        assertThat(evidence.body(id)).isEmpty();
        assertThat(evidence.find(id)).hasValueSatisfying(tombstone -> {
            assertThat(tombstone.erasedAt()).isNotNull();
            assertThat(tombstone.sha256()).isEqualTo(JournalHash.sha256(bytes("terms")));
        });
        assertThat(journal.verifyAll().intact()).isTrue();
        assertThat(later.eraseOlderThan(Duration.ofDays(365))).isZero();
    }

    @Test
    void noticesAChainThatWasTakenAwayWholeOrRewritten() {
        writeOneWithEvidence();
        assertThat(seals.seal()).isPresent();
        assertThat(journal.verifyAll().intact()).isTrue();

        withoutTriggers("delete from journal_entries");
        withoutTriggers("delete from journal_chains");
        assertThat(journal.verifyAll().problem()).contains("chain o-1").contains("seal 1");

        journal.write(Act.ofPortolan("o-1", "something-else", null, null, null));
        assertThat(journal.verify("o-1").intact()).isTrue();
        assertThat(journal.verifyAll().problem()).contains("seal 1");
    }

    @Test
    void sealsOnlyWhatMovedAndChainsTheSeals() {
        journal.write(Act.ofPortolan("o-1", "started", null, null, null));
        journal.write(Act.ofPortolan("o-2", "started", null, null, null));
        assertThat(seals.seal()).isPresent();
        assertThat(seals.seal()).isEmpty();
        journal.write(Act.ofPortolan("o-2", "finished", null, null, null));
        assertThat(seals.seal()).hasValueSatisfying(seal -> assertThat(seal).startsWith("2 "));

        assertThat(database.sql("select chain from journal_seal_heads where seal = 2").query(String.class).list()).containsExactly("o-2");
        assertThat(journal.verifyAll().intact()).isTrue();

        withoutTriggers("delete from journal_seal_heads where seal = 1 and chain = 'o-1'");
        assertThat(journal.verifyAll().problem()).isEqualTo("seal 1 does not fit its hash");
    }

    private long writeOneWithEvidence() {
        var id = evidence.keep("o-1", Kind.TERMS, "text/plain", bytes("terms"));
        journal.write(new Act("o-1", "portolan", "terms-accepted", "sign-up", "portal", "accepted", List.of(id)));
        return id;
    }

    /** As somebody would who owns the database. */
    private void withoutTriggers(String change) {
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(status -> {
            database.sql("set local session_replication_role = replica").update();
            database.sql(change).update();
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
