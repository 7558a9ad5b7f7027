package io.portolan.registration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.journal.InMemoryJournal;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration.Method;
import io.portolan.vault.InMemoryVault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registrations and credentials of one TPP in a database, with a vault and a journal in memory. */
abstract class RegistrationTables {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Set<Service> BOTH = Set.of(Service.AIS, Service.PIS);
    static final AccessProof PROOF = new AccessProof(Service.AIS, ProofLevel.DATA, true, NOW);
    final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    final InMemoryVault vault = new InMemoryVault();
    final InMemoryJournal journal = new InMemoryJournal();
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final JdbcUniqueUses uses = new JdbcUniqueUses(database, clock);
    final JdbcRegistrations registrations = new JdbcRegistrations(database, new JdbcGrants(database), new JdbcAccessProofs(database), journal, event -> { }, clock);
    final JdbcCredentials credentials = new JdbcCredentials(database, vault, journal, event -> { }, clock);

    @BeforeEach
    void addTheTpp() {
        database.sql("insert into tpps values ('lantern', '{}', now())").update();
    }

    Registration open(String bank, String onboarding) {
        return registrations.open(new Opening("lantern", bank, null, "sandbox", "main", BOTH, Method.PORTAL, onboarding), "portolan");
    }

    static void refused(ThrowingCallable wish, String code) {
        assertThatThrownBy(wish).isInstanceOf(Refused.class).extracting("code").isEqualTo(code);
    }
}
