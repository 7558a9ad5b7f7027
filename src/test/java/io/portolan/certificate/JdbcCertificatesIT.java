package io.portolan.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.journal.InMemoryJournal;
import io.portolan.refusal.Refused;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.IssuedCertificate;
import io.portolan.vault.InMemoryVault;
import io.portolan.vault.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcCertificatesIT {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final DemoAuthority AUTHORITY = DemoAuthority.create("Demo", NOW);

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final InMemoryVault vault = new InMemoryVault();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final JdbcCertificates certificates = at(NOW);

    @BeforeEach
    void addTheTpp() {
        database.sql("insert into tpps values ('lantern', '{}', now())").update();
    }

    @Test
    void keepsTheKeyInTheVaultAndNowhereElse() {
        var issued = AUTHORITY.qwac(DemoTpp.example());

        var taken = take(certificates, issued, Certificate.Kind.QWAC);

        assertThat(vault.names()).extracting("value").containsExactly("certificate/" + taken.id() + "/key");
        assertThat(database.sql("select cast(c as text) from certificates c").query(String.class).single())
                .contains("BEGIN CERTIFICATE").doesNotContain("PRIVATE KEY");
        assertThat(certificates.signingKey(taken)).isEqualTo(issued.key());
        assertThat(certificates.find(taken.id())).contains(taken);
        assertThat(certificates.of("lantern")).containsExactly(taken);
        assertThat(journal.acts()).containsExactly("certificate-taken");
    }

    @Test
    void asksTheVaultOnceForManyConnections() {
        var issued = AUTHORITY.qwac(DemoTpp.example());
        var taken = take(certificates, issued, Certificate.Kind.QWAC);
        var keys = certificates.keyManager(taken);

        assertThat(keys.getPrivateKey("own")).isEqualTo(keys.getPrivateKey("own")).isEqualTo(issued.key());
        assertThat(vault.revealed()).hasSize(1).allSatisfy(purpose -> assertThat(purpose.toPerson()).isFalse());
        assertThat(keys.getCertificateChain("own")).containsExactlyElementsOf(taken.chain());
        assertThat(keys.chooseClientAlias(new String[] {"EC", "RSA"}, null, null)).isEqualTo("own");
        assertThat(keys.chooseClientAlias(new String[] {"EC"}, null, null)).isNull();
    }

    @Test
    void usesTheOneOfThoseValidNowThatEndsLast() {
        var early = take(certificates, AUTHORITY.qwac(DemoTpp.example()), Certificate.Kind.QWAC);
        var later = at(Clock.offset(NOW, Duration.ofDays(30)));
        var second = take(certificates, DemoAuthority.create("Demo", Clock.offset(NOW, Duration.ofDays(30)))
                .qwac(DemoTpp.example()), Certificate.Kind.QWAC);

        assertThat(certificates.inUse("lantern", Certificate.Kind.QWAC, "test")).contains(early);
        assertThat(later.inUse("lantern", Certificate.Kind.QWAC, "test")).contains(second);
        assertThat(at(Clock.offset(NOW, Duration.ofDays(1000))).inUse("lantern", Certificate.Kind.QWAC, "test")).isEmpty();
        assertThat(certificates.inUse("lantern", Certificate.Kind.QSEALC, "test")).isEmpty();
        assertThat(certificates.inUse("lantern", Certificate.Kind.QWAC, "live")).isEmpty();
    }

    @Test
    void pagesThoseThatEndFirstFirstAndThoseThatAreRetiredLast() {
        database.sql("insert into tpps values ('beacon', '{}', now())").update();
        var first = take(certificates, AUTHORITY.qwac(DemoTpp.example()), Certificate.Kind.QWAC);
        var second = take(certificates, DemoAuthority.create("Demo", Clock.offset(NOW, Duration.ofDays(1))).qwac(DemoTpp.example()), Certificate.Kind.QWAC);
        var retired = certificates.retire(take(certificates, AUTHORITY.qseal(DemoTpp.example()), Certificate.Kind.QSEALC).id(), "Replaced.", "user:ada");
        var all = new Certificates.Sought(null, null);

        var page = certificates.page(all, null, 2);
        assertThat(page.items()).containsExactly(first, second);
        assertThat(page.next()).isEqualTo(second.id());
        assertThat(certificates.page(all, page.next(), 2)).isEqualTo(new Certificates.Page(List.of(retired), null));
        assertThat(certificates.page(new Certificates.Sought("lantern", second.notAfter()), null, 9).items()).containsExactly(first);
        assertThat(certificates.page(new Certificates.Sought("beacon", null), null, 9).items()).isEmpty();
        assertThat(certificates.findings(List.of(first, retired))).containsOnlyKeys(first.id(), retired.id()).containsEntry(first.id(), certificates.findings(first));
    }

    @Test
    void refusesTheSameCertificateTwice() {
        var issued = AUTHORITY.qseal(DemoTpp.example());
        take(certificates, issued, Certificate.Kind.QSEALC);

        assertThatThrownBy(() -> take(certificates, issued, Certificate.Kind.QSEALC)).isInstanceOf(Refused.class)
                .extracting("code").isEqualTo("certificate-already-taken");
    }

    @Test
    void refusesAKeyOfAnotherCertificate() {
        var issued = AUTHORITY.qwac(DemoTpp.example());
        var foreign = new IssuedCertificate(issued.chain(), AUTHORITY.qwac(DemoTpp.example()).key());

        assertThatThrownBy(() -> take(certificates, foreign, Certificate.Kind.QWAC)).isInstanceOf(Refused.class)
                .hasMessageContaining("belongs to none of these");
        assertThat(vault.names()).isEmpty();
    }

    @Test
    void refusesACertificateOfNobody() {
        var issued = AUTHORITY.qwac(DemoTpp.example());
        try (var key = Secret.of(issued.keyPem())) {
            assertThatThrownBy(() -> certificates.take("nobody", Certificate.Kind.QWAC, "test", "", issued.chainPem(), key, "user:ada"))
                    .isInstanceOf(Refused.class).extracting("code").isEqualTo("unknown-tpp");
        }
    }

    private Certificate take(JdbcCertificates certificates, IssuedCertificate issued, Certificate.Kind kind) {
        try (var key = Secret.of(issued.keyPem())) {
            return certificates.take("lantern", kind, "test", "Main", issued.chainPem(), key, "user:ada");
        }
    }

    private JdbcCertificates at(Clock clock) {
        return new JdbcCertificates(database, new PrivateKeys(vault, clock), new OneTpp(), new JdbcIdentityUses(database, clock), journal, event -> { }, clock);
    }
}
