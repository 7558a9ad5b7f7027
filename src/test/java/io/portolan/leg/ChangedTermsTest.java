package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangedTermsTest {

    private static final ChangedTerms.Version NOW = new ChangedTerms.Version("b".repeat(64), 12, null);

    @Test
    void readsWhatItHasSaid() {
        var accepted = new ChangedTerms(new ChangedTerms.Version("a".repeat(64), 7, Instant.parse("2026-10-01T08:00:00.5Z")), null, NOW);
        assertThat(ChangedTerms.read(accepted.detail())).contains(accepted);
        var known = new ChangedTerms(null, "c".repeat(64), NOW);
        assertThat(ChangedTerms.read(known.detail())).contains(known);
        var unread = new ChangedTerms(null, null, NOW);
        assertThat(ChangedTerms.read(unread.detail())).contains(unread);
    }

    @Test
    void readsNothingElse() {
        assertThat(ChangedTerms.read(null)).isEmpty();
        assertThat(ChangedTerms.read("The button \"Create\" was looked for.")).isEmpty();
        assertThat(ChangedTerms.read("Now: " + NOW)).isEmpty();
        assertThat(ChangedTerms.read("Accepted on some day: " + NOW + "\nNow: " + NOW)).isEmpty();
    }
}
