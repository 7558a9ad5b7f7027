package io.portolan.tpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.journal.InMemoryJournal;
import io.portolan.refusal.Refused;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcTppsIT {

    private final InMemoryJournal journal = new InMemoryJournal();
    private final JdbcTpps tpps = new JdbcTpps(JdbcClient.create(TestDatabase.fresh()), journal, Clock.systemUTC());

    @Test
    void givesBackTheProfileThatWasKept() {
        var kept = tpps.save(SampleTpp.lantern(), "user:ada");

        assertThat(tpps.find("lantern")).contains(kept);
        assertThat(tpps.all()).containsExactly(kept);
        assertThat(tpps.find("nobody")).isEmpty();
    }

    @Test
    void tellsTheJournalWhoAddedAndWhoChanged() {
        tpps.save(SampleTpp.lantern(), "user:ada");
        tpps.save(SampleTpp.lantern(), "user:bob");

        assertThat(journal.acts()).containsExactly("tpp-added", "tpp-changed");
        assertThat(journal.of("portolan")).extracting(entry -> entry.act().actor()).containsExactly("user:ada", "user:bob");
    }

    @Test
    void keepsTheLatestDocumentOfAName() {
        tpps.save(SampleTpp.lantern(), "user:ada");
        tpps.keepDocument("lantern", new Tpps.Document("logo", "old.png", "image/png", new byte[] {1}));
        tpps.keepDocument("lantern", new Tpps.Document("logo", "new.png", "image/png", new byte[] {2, 3}));

        var logo = tpps.document("lantern", "logo").orElseThrow();

        assertThat(logo.fileName()).isEqualTo("new.png");
        assertThat(logo.content()).containsExactly(2, 3);
        assertThat(tpps.document("lantern", "licence")).isEmpty();
    }

    @Test
    void refusesADocumentOfNobody() {
        var logo = new Tpps.Document("logo", "logo.png", "image/png", new byte[] {1});

        assertThatThrownBy(() -> tpps.keepDocument("nobody", logo)).isInstanceOf(Refused.class)
                .extracting("code").isEqualTo("unknown-tpp");
    }
}
