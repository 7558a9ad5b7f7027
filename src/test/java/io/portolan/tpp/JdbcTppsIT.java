package io.portolan.tpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.TestDatabase;
import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.InMemoryJournal;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps.Document.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcTppsIT {

    private static final byte[] PDF = "%PDF-1.4 licence".getBytes(StandardCharsets.US_ASCII);

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
    void tellsTheJournalWhoChangedWhatFromWhatToWhat() {
        tpps.save(SampleTpp.lantern(), "user:ada");
        tpps.save(SampleTpp.lantern(), "user:bob");
        tpps.save(new Tpp("lantern", SampleTpp.profile("FR", "DE811907980", null, "api@lantern-payments.example",
                URI.create("https://lantern-payments.example/back"))), "user:bob");

        assertThat(journal.of(EditTpps.chain("lantern"))).extracting(Entry::act).extracting(Act::actor, Act::name, Act::detail).containsExactly(
                tuple("user:ada", "tpp-added", "Lantern Payments GmbH (lantern)"),
                tuple("user:bob", "tpp-changed",
                        "applications.main.redirectUris.live: \"https://lantern-payments.example/callback\" became \"https://lantern-payments.example/back\""),
                tuple("user:bob", "tpp-changed", "country: \"DE\" became \"FR\""),
                tuple("user:bob", "tpp-changed", "lei: \"529900T8BM49AURSDO55\" became nothing"));
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChangedMeanwhile() {
        tpps.save(SampleTpp.lantern(), "user:ada");
        var read = TppDraft.of(SampleTpp.lantern(), tpps.kept("lantern").orElseThrow().version());
        tpps.save(new Tpp("lantern", SampleTpp.profile("DE", "DE811907980", null, "other@lantern-payments.example",
                URI.create("https://lantern-payments.example/callback"))), "user:bob");

        refused("tpp-changed-meanwhile", () -> tpps.change("lantern", read, "user:ada"));
        refused("tpp-exists", () -> tpps.add(read, "user:ada"));
        refused("unknown-tpp", () -> tpps.change("nobody", read, "user:ada"));
        assertThat(tpps.find("lantern").orElseThrow().profile().lei()).isNull();
        tpps.change("lantern", TppDraft.of(SampleTpp.lantern(), tpps.kept("lantern").orElseThrow().version()), "user:ada");
        assertThat(tpps.find("lantern")).contains(SampleTpp.lantern());
    }

    @Test
    void keepsTheLatestDocumentOfANameByWhatItIs() {
        tpps.save(SampleTpp.lantern(), "user:ada");
        tpps.keepDocument("lantern", new Tpps.Document("licence", Kind.OTHER, "old.pdf", "text/html", PDF), "user:ada");
        tpps.keepDocument("lantern", new Tpps.Document("licence", Kind.LICENCE, "new.pdf", null, PDF, LocalDate.now().plusYears(1)), "user:bob");

        assertThat(tpps.documents("lantern")).singleElement().satisfies(kept -> {
            assertThat(kept.fileName()).isEqualTo("new.pdf");
            assertThat(kept.mediaType()).isEqualTo("application/pdf");
            assertThat(kept.size()).isEqualTo(PDF.length);
            assertThat(kept.expiresOn()).isEqualTo(LocalDate.now().plusYears(1));
            assertThat(kept.keptBy()).isEqualTo("user:bob");
        });
        assertThat(tpps.document("lantern", "licence").orElseThrow().content()).containsExactly(PDF);
        assertThat(tpps.document("lantern", "logo")).isEmpty();

        tpps.removeDocument("lantern", "licence", "user:bob");
        assertThat(tpps.documents("lantern")).isEmpty();
        refused("unknown-document", () -> tpps.removeDocument("lantern", "licence", "user:bob"));
        assertThat(journal.acts()).containsExactly("tpp-added", "tpp-document-kept", "tpp-document-kept", "tpp-document-removed");
    }

    @Test
    void refusesADocumentOfNobody() {
        refused("unknown-tpp", () -> tpps.keepDocument("nobody", new Tpps.Document("licence", Kind.LICENCE, "licence.pdf", null, PDF), "user:ada"));
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish).isInstanceOf(Refused.class).extracting("code").isEqualTo(code);
    }
}
