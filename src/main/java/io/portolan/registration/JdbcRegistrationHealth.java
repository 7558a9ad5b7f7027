package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.registration.Registration.Health;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcRegistrationHealth implements RegistrationHealth {

    private final JdbcClient database;
    private final JdbcAccessProofs proofs;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcRegistrationHealth(JdbcClient database, JdbcAccessProofs proofs, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.proofs = proofs;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean degraded(String id, String reason, String actor) {
        var before = held(id);
        set(id, Health.DEGRADED, reason, actor, "registration-degraded");
        return before.health() != Health.DEGRADED;
    }

    @Override
    @Transactional
    public void notDegraded(String id, String reason, String actor) {
        if (held(id).health() == Health.DEGRADED) {
            set(id, Health.UNKNOWN, reason, actor, "registration-not-degraded");
        }
    }

    @Override
    @Transactional
    public Registration proven(String id, List<AccessProof> proven, Map<Service, ProofLevel> provable, String actor) {
        var registration = held(id);
        proven.forEach(proof -> proofs.keep(id, proof));
        var isProven = new Activation(registration.effective(), proven, provable, registration.method(), null).isProven();
        if (isProven) {
            JdbcCredentials.proven(database, id, Timestamps.now(clock));
        }
        return set(id, isProven ? Health.OK : Health.UNKNOWN, null, actor, "registration-proven-again");
    }

    @Override
    public void proveLater(String id, Set<Service> services) {
        database.sql("update service_grants set to_prove = true where registration = :id and service = any(:services)")
                .param("id", id).param("services", RegistrationRows.array(services)).update();
    }

    @Override
    public List<String> toProve() {
        return database.sql("select distinct g.registration from service_grants g join registrations r on r.id = g.registration"
                + " where g.to_prove and (g.effective_from is null or g.effective_from <= :now) and r.standing = 'ACTIVE' order by 1")
                .param("now", Timestamps.now(clock)).query(String.class).list();
    }

    private Registration held(String id) {
        var found = find(id, " for no key update of r");
        if (!found.standing().isHeld()) {
            throw Refused.conflict("not-registered", "This registration is " + found.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ", so there is nothing yet that could work.", Map.of("registration", id));
        }
        return found;
    }

    private Registration set(String id, Health health, String reason, String actor, String act) {
        database.sql("update registrations set health = :health, health_note = :note, changed_at = :now where id = :id")
                .param("health", health.name()).param("note", health == Health.DEGRADED ? reason : null)
                .param("now", Timestamps.now(clock)).param("id", id).update();
        database.sql("update service_grants set to_prove = false where registration = :id and to_prove and effective_from <= :now")
                .param("now", Timestamps.now(clock)).param("id", id).update();
        journal.write(Act.by(actor, id, act, reason == null ? health.name().toLowerCase(Locale.ROOT) : reason));
        events.publishEvent(new RegistrationChanged(id));
        return find(id, "");
    }

    private Registration find(String id, String lock) {
        return database.sql(RegistrationRows.SELECT + "where r.id = :id" + lock).param("id", id)
                .query((row, number) -> RegistrationRows.read(row, clock.instant())).optional()
                .orElseThrow(() -> Refused.notFound("unknown-registration", "There is no registration " + id + "."));
    }
}
