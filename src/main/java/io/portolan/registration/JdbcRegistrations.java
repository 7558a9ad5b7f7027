package io.portolan.registration;

import io.portolan.database.OneLook;
import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps registrations in our database. */
@Component
class JdbcRegistrations implements Registrations {

    private static final String SAME_KEY = """
            where r.tpp = :tpp and r.bank = :bank and coalesce(r.branch, '') = coalesce(cast(:branch as text), '')
                and r.environment = :environment and r.application = :application
            """;

    private final JdbcClient database;
    private final JdbcGrants grants;
    private final JdbcAccessProofs proofs;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcRegistrations(JdbcClient database, JdbcGrants grants, JdbcAccessProofs proofs, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.grants = grants;
        this.proofs = proofs;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Registration open(Opening opening, String actor) {
        refuseIfHeld(opening);
        var existing = withSameKey(opening, "and r.standing in ('NOT_STARTED', 'IN_PROGRESS')");
        if (existing.isPresent()) {
            return takeUp(existing.get(), opening, actor);
        }
        var id = UUID.randomUUID().toString();
        if (insert(id, opening)) {
            return written(id, actor, "registration-opened", RegistrationWords.said(opening));
        }
        // somebody else was faster
        return withSameKey(opening, "and r.standing in ('NOT_STARTED', 'IN_PROGRESS')")
                .map(other -> takeUp(other, opening, actor)).orElseThrow(() -> new IllegalStateException(
                        "a registration for " + RegistrationWords.said(opening) + " was neither there nor could be opened"));
    }

    @Override
    @Transactional
    public Registration adopt(String id, Opening opening, String actor) {
        refuseIfHeld(opening);
        if (!insert(id, opening)) {
            throw withSameKey(opening, "and r.standing in ('NOT_STARTED', 'IN_PROGRESS')")
                    .map(open -> Refused.conflict("already-in-progress", "A registration for " + RegistrationWords.said(opening)
                            + " is in progress.", Map.of("registration", open.id()))).orElseThrow();
        }
        return written(id, actor, "registration-adopted", RegistrationWords.said(opening));
    }

    @Override
    public List<Registration> standing(String tpp) {
        return database.sql(RegistrationRows.SELECT + "where r.tpp = ? and r.standing not in ('REJECTED', 'WITHDRAWN') order by r.created_at desc").param(tpp).query(this::read).list();
    }

    @Override
    public Optional<Registration> find(String id) {
        return database.sql(RegistrationRows.SELECT + "where r.id = :id").param("id", id).query(this::read).optional();
    }

    @Override
    public Optional<Registration> ofOnboarding(String onboarding) {
        return database.sql(RegistrationRows.SELECT + "where r.onboarding = :onboarding order by r.changed_at desc limit 1")
                .param("onboarding", onboarding).query(this::read).optional();
    }

    @Override
    public Optional<Registration> held(String tpp, String bank, String branch, String environment, String application) {
        if (OneLook.isOpen()) {
            return Optional.ofNullable(allHeld(tpp).get(List.of(bank, branch == null ? "" : branch, environment, application)));
        }
        return database.sql(RegistrationRows.SELECT + SAME_KEY + "and r.standing in ('ACTIVE', 'SUSPENDED')")
                .param("tpp", tpp).param("bank", bank).param("branch", branch).param("environment", environment)
                .param("application", application).query(this::read).optional();
    }

    private Map<List<String>, Registration> allHeld(String tpp) {
        return OneLook.once(List.of("held-registrations", tpp), () -> database.sql(RegistrationRows.SELECT + "where r.tpp = :tpp and r.standing in ('ACTIVE', 'SUSPENDED')").param("tpp", tpp)
                .query(this::read).list().stream().collect(Collectors.toMap(each -> List.of(each.bank(), each.branch() == null ? "" : each.branch(), each.environment(), each.application()), each -> each)));
    }

    @Override
    public Page page(Filter filter, String cursor, int limit) {
        return JdbcRegistrationPages.page(database, filter, cursor, limit, clock);
    }

    @Override
    @Transactional
    public Registration activate(String id, Activation activation, String actor) {
        var registration = locked(id);
        if (!registration.standing().isOpen() && !registration.standing().isHeld()) {
            throw Refused.conflict("registration-ended", "This registration was " + registration.standing().name().toLowerCase(
                    Locale.ROOT) + "; a new one has to be opened.", Map.of("registration", id));
        }
        held(registration.tpp(), registration.bank(), registration.branch(), registration.environment(),
                registration.application()).filter(other -> !other.id().equals(id)).ifPresent(JdbcRegistrations::refuse);
        var isProven = activation.isProven();
        // a registration to which services are added keeps what it has
        var isAdded = registration.standing().isHeld() && !registration.granted().containsAll(activation.granted());
        database.sql("""
                update registrations set standing = 'ACTIVE', method = :method, health = :health, health_note = null, granted = :granted,
                    changed_at = :now where id = :id
                """)
                .param("id", id).param("method", (isAdded ? registration.method() : activation.method()).name()).param("health", isProven ? "OK" : "UNKNOWN")
                .param("granted", RegistrationRows.array(isAdded ? RegistrationWords.both(registration.granted(), activation.granted()) : activation.granted()))
                .param("now", Timestamps.now(clock)).update();
        activation.granted().stream().filter(service -> !isAdded || !registration.granted().contains(service)).forEach(service ->
                grants.keep(id, service, activation.effectiveFrom()));
        grants.count(id);
        activation.proofs().forEach(proof -> proofs.keep(id, proof));
        if (isProven) {
            JdbcCredentials.proven(database, id, Timestamps.now(clock));
        }
        return written(id, actor, "registration-activated", isProven ? RegistrationWords.said(activation.granted()) + ", proven"
                : RegistrationWords.said(activation.granted()) + ", not proven");
    }

    @Override
    @Transactional
    public Registration extend(String id, Set<Service> services, String onboarding, String actor) {
        var held = locked(id);
        if (held.standing() != Registration.Standing.ACTIVE) {
            throw Refused.conflict("already-registered", "There is a registration already, and it is "
                    + held.standing().name().toLowerCase(Locale.ROOT) + ".", Map.of("registration", id));
        }
        database.sql("update registrations set asked = :asked, onboarding = :onboarding, changed_at = :now where id = :id")
                .param("asked", RegistrationRows.array(RegistrationWords.both(held.asked(), services))).param("onboarding", onboarding)
                .param("now", Timestamps.now(clock)).param("id", id).update();
        return written(id, actor, "registration-extended", RegistrationWords.said(services) + " asked for");
    }

    @Override
    @Transactional
    public void notExtended(String id, Set<Service> services, boolean rejected, String why, String actor) {
        if (!rejected) {
            database.sql("update registrations set changed_at = :now, asked = array(select service from unnest(asked) as service"
                    + " where service = any(granted) or not service = any(:services)) where id = :id")
                    .param("services", RegistrationRows.array(services)).param("now", Timestamps.now(clock)).param("id", id).update();
        }
        written(id, actor, "registration-not-extended", RegistrationWords.said(services) + ": " + why);
    }

    @Override
    @Transactional
    public void takesEffect(String id, Service service, Instant from) {
        grants.keep(id, service, from);
        grants.count(id);
    }

    @Override
    @Transactional
    public Registration mark(String id, Registration.Standing standing, String reason, String actor) {
        var before = locked(id).standing();
        database.sql("update registrations set standing = :standing, changed_at = :now where id = :id")
                .param("id", id).param("standing", standing.name()).param("now", Timestamps.now(clock)).update();
        return written(id, actor, "registration-standing-changed", before + " to " + standing + ": " + reason);
    }

    @Override
    public List<AccessProof> proofs(String id) {
        return proofs.of(id);
    }

    private void refuseIfHeld(Opening opening) {
        held(opening.tpp(), opening.bank(), opening.branch(), opening.environment(), opening.application())
                .ifPresent(JdbcRegistrations::refuse);
    }

    private static void refuse(Registration held) {
        throw Refused.conflict("already-registered", "There is a registration already, " + held.id() + ".",
                Map.of("registration", held.id()));
    }

    private Optional<Registration> withSameKey(Opening opening, String condition) {
        return database.sql(RegistrationRows.SELECT + SAME_KEY + condition + " for no key update of r")
                .param("tpp", opening.tpp()).param("bank", opening.bank()).param("branch", opening.branch())
                .param("environment", opening.environment()).param("application", opening.application())
                .query(this::read).optional();
    }

    private Registration takeUp(Registration open, Opening opening, String actor) {
        database.sql("""
                update registrations set standing = 'IN_PROGRESS', asked = :asked, onboarding = :onboarding, made_for = :madeFor, changed_at = :now
                where id = :id
                """)
                .param("id", open.id()).param("asked", RegistrationRows.array(opening.services()))
                .param("onboarding", opening.onboarding()).param("madeFor", opening.madeFor()).param("now", Timestamps.now(clock)).update();
        return written(open.id(), actor, "registration-taken-up", RegistrationWords.said(opening));
    }

    private boolean insert(String id, Opening opening) {
        return database.sql("""
                insert into registrations (id, tpp, bank, branch, environment, application, standing, method, health, asked,
                    granted, onboarding, made_for, created_at, changed_at)
                values (:id, :tpp, :bank, :branch, :environment, :application, 'IN_PROGRESS', :method, 'UNKNOWN', :asked,
                    '{}', :onboarding, :madeFor, :now, :now)
                on conflict do nothing
                """)
                .param("id", id).param("tpp", opening.tpp()).param("bank", opening.bank()).param("branch", opening.branch())
                .param("environment", opening.environment()).param("application", opening.application())
                .param("method", opening.method().name()).param("asked", RegistrationRows.array(opening.services()))
                .param("onboarding", opening.onboarding()).param("madeFor", opening.madeFor()).param("now", Timestamps.now(clock)).update() == 1;
    }

    private Registration locked(String id) {
        return database.sql(RegistrationRows.SELECT + "where r.id = :id for no key update of r").param("id", id).query(this::read)
                .optional().orElseThrow(() -> Refused.notFound("unknown-registration", "There is no registration " + id + "."));
    }

    private Registration written(String id, String actor, String act, String detail) {
        journal.write(Act.by(actor, id, act, detail));
        events.publishEvent(new RegistrationChanged(id));
        return find(id).orElseThrow();
    }

    private Registration read(ResultSet row, int number) throws SQLException {
        return RegistrationRows.read(row, clock.instant());
    }
}
