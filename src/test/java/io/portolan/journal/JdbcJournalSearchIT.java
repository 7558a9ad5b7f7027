package io.portolan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.journal.JournalSearch.About;
import io.portolan.journal.JournalSearch.Query;
import io.portolan.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcJournalSearchIT {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final DataSource source = TestDatabase.fresh();
    private final JournalSearch search = TestJournals.search(source);
    private int hours;

    @BeforeEach
    void writeDown() {
        write(Act.by("user:ada", "o-1", "onboarding-started", "At Quay Bank"));
        var picture = TestJournals.evidence(source, Clock.systemUTC()).keep("o-1", Evidence.Kind.NOTE, "text/plain", "seen".getBytes(StandardCharsets.UTF_8));
        write(new Act("o-1", "portolan", "leg-done", "sign-up", "portal", "Žádost č. 5 přijata, reference ABC-77", List.of(picture)));
        write(Act.by("user:ada", Act.HOUSE, "signed-in", null));
        write(Act.by("token:ada", "tpp:demo", "tpp-changed", "It's the name: o'hara\\smith"));
        write(Act.by("bank", "o-2", "bank-answered", "The bank has acknowledged. Its reference is XYZ."));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, -, -, -, 5 4 3 2 1", "ada, -, -, -, 4 3 1", "user:ada, -, -, -, 3 1", "-, leg-done, -, -, 2", "-, -, HOUSE, -, 3",
        "-, -, TPP, -, 4", "-, -, OTHER, -, 5 2 1", "-, -, ONBOARDING, -, -", "-, -, -, reference, 5 2", "-, -, -, REF xyz, 5", "-, -, -, abc-77, 2", "-, -, -, žád, 2",
        "-, -, -, o'hara, 4", "-, -, -, smith\\, 4", "-, -, -, !?&, -", "-, -, -, nothing, -"})
    void findsByWhoActChainAndTheBeginningsOfWords(String actor, String act, About about, String words, String expected) {
        var found = search.page(new Query(null, null, actor, act, about, null, words), null, 10).lines();

        assertThat(String.join(" ", found.stream().map(line -> String.valueOf(1 + java.time.Duration.between(START, line.entry().at()).toHours())).toList()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void findsByTimeAndChain() {
        assertThat(search.page(new Query(START.plusSeconds(3600), START.plusSeconds(3 * 3600), null, null, null, null, " "), null, 10).lines())
                .extracting(line -> line.entry().act().name()).containsExactly("signed-in", "leg-done");
        assertThat(search.page(new Query(null, null, null, null, null, "o-1", null), null, 10).lines()).hasSize(2);
    }

    @Test
    void goesThroughItPageByPageWithoutLossAndKnowsItsOwnCursorsOnly() {
        var seen = new ArrayList<Long>();
        String cursor = null;
        do {
            var page = search.page(Query.ALL, cursor, 2);
            page.lines().forEach(line -> seen.add(java.time.Duration.between(START, line.entry().at()).toHours()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).containsExactly(4L, 3L, 2L, 1L, 0L);
        assertThatThrownBy(() -> search.page(Query.ALL, "what?", 2)).isInstanceOfSatisfying(Refused.class, no -> assertThat(no.code()).isEqualTo("invalid-cursor"));
    }

    @Test
    void givesWithEachEntryAllThatItsHashCovers() {
        var lines = new ArrayList<JournalSearch.Line>();
        search.each(new Query(null, null, null, null, null, "o-1", null), lines::add);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).previous()).isEqualTo(lines.get(1).entry().hash());
        assertThat(lines.get(1).previous()).isEmpty();
        assertThat(lines.get(0).evidenceHashes()).containsExactly(JournalHash.sha256("seen".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namesEveryActOnce() {
        write(Act.by("bank", "o-2", "bank-answered", "x ".repeat(600_000)));

        assertThat(search.acts()).containsExactly("bank-answered", "leg-done", "onboarding-started", "signed-in", "tpp-changed");
    }

    private void write(Act act) {
        TestJournals.journal(source, Clock.fixed(START.plusSeconds(3600L * hours++), ZoneOffset.UTC)).write(act);
    }
}
