package io.portolan.onboarding;

import io.portolan.database.OneLook;
import io.portolan.database.Timestamps;
import io.portolan.leg.LegQueue;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.playbook.WaitingFor;
import io.portolan.refusal.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOnboardings implements Onboardings {

    private final JdbcClient jdbc;
    private final LegQueue legs;
    private final Playbooks playbooks;

    JdbcOnboardings(JdbcClient jdbc, LegQueue legs, Playbooks playbooks) {
        this.jdbc = jdbc;
        this.legs = legs;
        this.playbooks = playbooks;
    }

    /** Who has started it, as the journal writes it. */
    String startedBy(String id) {
        return jdbc.sql("select started_by from onboardings where id = :id").param("id", id).query(String.class).single();
    }

    void insert(Onboarding onboarding, String unit, String branchKey, String environmentKind, String actor) {
        jdbc.sql("""
                insert into onboardings (id, tpp, bank, unit, branch, branch_key, environment, environment_kind, application,
                    services, route, playbook_version, status, registration, started_by, started_at, updated_at, start_at, made_from)
                values (:id, :tpp, :bank, :unit, :branch, :branchKey, :environment, :kind, :application, :services, :route,
                    :version, :status, :registration, :actor, :at, :at, :startAt, :from)""")
                .param("id", onboarding.id()).param("tpp", onboarding.tpp()).param("bank", onboarding.bank())
                .param("unit", unit).param("branch", onboarding.branch()).param("branchKey", branchKey)
                .param("environment", onboarding.environment()).param("kind", environmentKind)
                .param("application", onboarding.application())
                .param("services", onboarding.services().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("route", onboarding.route()).param("version", onboarding.playbookVersion())
                .param("status", onboarding.status().name()).param("registration", onboarding.registration())
                .param("startAt", Timestamps.of(onboarding.startAt())).param("from", onboarding.from())
                .param("actor", actor).param("at", Timestamps.of(onboarding.startedAt())).update();
    }

    /** Locks the row of an onboarding until the transaction ends; every transaction that moves it does so first. */
    Onboarding lock(String id) {
        return LockedRows.find(id).orElseGet(() -> LockedRows.remember(jdbc.sql("select * from onboardings where id = :id for no key update")
                .param("id", id).query(JdbcOnboardings::row).optional()
                .orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."))));
    }

    /** Locks an onboarding that is not over; {@code onboarding-finished} where it is. */
    Onboarding lockRunning(String id) {
        var onboarding = lock(id);
        if (onboarding.status().isFinal()) {
            throw Refused.conflict("onboarding-finished", "This onboarding is already over.",
                    Map.of("onboarding", id, "status", onboarding.status().name()));
        }
        return onboarding;
    }

    /** Changes how it stands; one that is on hold is shown so until it goes on. */
    void status(String id, Onboarding.Status status, WaitingFor waitingFor, String note) {
        jdbc.sql("update onboardings set status = case when on_hold and not :final then 'ON_HOLD' else :status end, held_status = :status,"
                + " waiting_for = :waitingFor, note = :note, updated_at = now(),"
                + " finished_at = case when :final then now() else null end where id = :id returning *")
                .param("status", status.name()).param("waitingFor", waitingFor == null ? null : waitingFor.name())
                .param("note", note).param("final", status.isFinal()).param("id", id)
                .query(JdbcOnboardings::row).optional().ifPresent(LockedRows::remember);
    }

    /** Notes that the bank has rejected some of the services while the onboarding goes on with the others. */
    Onboarding reject(String id, Set<Service> services) {
        return LockedRows.remember(jdbc.sql("update onboardings set rejected = (select array_agg(distinct service order by service)"
                + " from unnest(rejected || :services::text[]) as service), updated_at = now() where id = :id returning *")
                .param("services", services.stream().map(Enum::name).toArray(String[]::new)).param("id", id)
                .query(JdbcOnboardings::row).single());
    }

    /** Pins it to another version of its playbook, for all legs. */
    Onboarding moveTo(String id, String version) {
        return LockedRows.remember(jdbc.sql("update onboardings set playbook_version = :version, leg_versions = '{}', updated_at = now()"
                + " where id = :id returning *").param("version", version).param("id", id).query(JdbcOnboardings::row).single());
    }

    /** Has one leg alone done by another version. */
    Onboarding mend(String id, Map<String, String> legVersions) {
        return LockedRows.remember(jdbc.sql("update onboardings set leg_versions = :versions, updated_at = now() where id = :id returning *")
                .param("versions", legVersions.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toArray(String[]::new))
                .param("id", id).query(JdbcOnboardings::row).single());
    }

    /** Puts it on hold, or lets it go on as it stood. */
    Onboarding hold(String id, boolean hold, String note) {
        return LockedRows.remember(jdbc.sql("""
                update onboardings set on_hold = :hold, note = :note, updated_at = now(),
                    held_status = case when :hold then status else held_status end,
                    status = case when :hold then 'ON_HOLD' else coalesce(held_status, 'RUNNING') end where id = :id returning *""")
                .param("hold", hold).param("note", note).param("id", id).query(JdbcOnboardings::row).single());
    }

    /** Those that are to begin now. */
    List<String> due() {
        return jdbc.sql("select id from onboardings where status = 'SCHEDULED' and start_at <= now() order by start_at limit 100")
                .query(String.class).list();
    }

    /** Puts off the beginning. */
    void putOff(String id, Instant startAt, String note) {
        jdbc.sql("update onboardings set start_at = :at, note = :note, updated_at = now() where id = :id")
                .param("at", Timestamps.of(startAt)).param("note", note).param("id", id).update();
    }

    /** The onboardings that have worked for a registration before this one, oldest first. */
    List<String> earlierFor(String registration, String id) {
        return jdbc.sql("select id from onboardings where registration = :registration and id <> :id order by started_at")
                .param("registration", registration).param("id", id).query(String.class).list();
    }

    /** The onboardings that are done and have worked for a registration, newest first. */
    List<Onboarding> doneFor(String registration) {
        return jdbc.sql("select * from onboardings where registration = :registration and status = 'DONE' order by finished_at desc")
                .param("registration", registration).query(JdbcOnboardings::row).list();
    }

    /** Those of these TPPs that are not over, oldest first. */
    List<Onboarding> runningOf(Collection<String> tpps) {
        return jdbc.sql("select * from onboardings where tpp = any(:tpps) and finished_at is null order by started_at, id")
                .param("tpps", tpps.toArray(String[]::new)).query(JdbcOnboardings::row).list();
    }

    Optional<String> running(String tpp, String unit, String branchKey, String environment, String application) {
        if (OneLook.isOpen()) {
            return Optional.ofNullable(allRunning(tpp).get(List.of(unit, branchKey, environment, application)));
        }
        return jdbc.sql("select id from onboardings where tpp = :tpp and unit = :unit and branch_key = :branchKey"
                + " and environment = :environment and application = :application and finished_at is null")
                .param("tpp", tpp).param("unit", unit).param("branchKey", branchKey).param("environment", environment)
                .param("application", application).query(String.class).optional();
    }

    /** All of a TPP, by what they are of. */
    private Map<List<String>, String> allRunning(String tpp) {
        return OneLook.once(List.of("running-onboardings", tpp), () -> {
            var running = new HashMap<List<String>, String>();
            jdbc.sql("select id, unit, branch_key, environment, application from onboardings where tpp = :tpp and finished_at is null").param("tpp", tpp)
                    .query(row -> { running.put(List.of(row.getString("unit"), row.getString("branch_key"), row.getString("environment"), row.getString("application")), row.getString("id")); });
            return running;
        });
    }

    /** Whether an onboarding of the same has ended before; something of it may exist at the bank. */
    boolean hasEnded(String tpp, String unit, String branchKey, String environment, String application) {
        return jdbc.sql("select exists (select from onboardings where tpp = :tpp and unit = :unit and branch_key = :branchKey"
                + " and environment = :environment and application = :application and finished_at is not null)")
                .param("tpp", tpp).param("unit", unit).param("branchKey", branchKey).param("environment", environment)
                .param("application", application).query(Boolean.class).single();
    }

    @Override
    public Optional<Onboarding> find(String id) {
        return jdbc.sql("select * from onboardings where id = :id").param("id", id).query(JdbcOnboardings::row).optional();
    }

    @Override
    public List<Onboarding> of(Collection<String> ids) {
        return jdbc.sql("select * from onboardings where id = any(:ids)").param("ids", ids.toArray(String[]::new)).query(JdbcOnboardings::row).list();
    }

    @Override
    public List<Onboarding> ofRegistration(String registration) {
        return jdbc.sql("select * from onboardings where registration = :registration order by started_at desc, id desc")
                .param("registration", registration).query(JdbcOnboardings::row).list();
    }

    @Override
    public Page page(Filter filter, String cursor, int limit) {
        return JdbcOnboardingPages.page(jdbc, filter, cursor, limit);
    }

    @Override
    public List<LegView> legs(String id) {
        var onboarding = find(id).orElseThrow(() -> Refused.notFound("unknown-onboarding", "There is no onboarding " + id + "."));
        var route = routeOf(onboarding, onboarding.playbookVersion());
        return legs.of(id).stream().filter(row -> route.leg(row.leg()).isPresent()).map(row -> {
            var leg = Optional.ofNullable(onboarding.legVersions().get(row.leg())).map(version -> routeOf(onboarding, version)).orElse(route)
                    .leg(row.leg()).orElseThrow();
            return new LegView(row.leg(), leg.stage(), leg.title(), leg.by(), row.state(), row.since(), row.text(),
                    row.lookAgainAt(), Duration.ofMillis(row.workedMillis()), row.waited().reference(), row.waited().promisedBy(),
                    row.waited().reminders());
        }).toList();
    }

    private io.portolan.playbook.Route routeOf(Onboarding onboarding, String version) {
        return playbooks.version(onboarding.bank(), version).orElseThrow().playbook()
                .environments().get(onboarding.environment()).route(onboarding.route()).orElseThrow();
    }

    @Override
    public Map<Onboarding.Status, Long> counts(Filter filter, int most) {
        return JdbcOnboardingPages.counts(jdbc, filter, most);
    }

    static Onboarding row(ResultSet row, int number) throws SQLException {
        var waitingFor = row.getString("waiting_for");
        return new Onboarding(row.getString("id"), row.getString("tpp"), row.getString("bank"), row.getString("branch"),
                row.getString("environment"), row.getString("application"), services(row, "services"),
                Onboarding.Status.valueOf(row.getString("status")), waitingFor == null ? null : WaitingFor.valueOf(waitingFor),
                row.getString("playbook_version"), row.getString("route"), row.getString("registration"), row.getString("note"),
                Timestamps.read(row, "started_at"), Timestamps.read(row, "updated_at"), Timestamps.read(row, "finished_at"),
                services(row, "rejected"), Timestamps.read(row, "start_at"), row.getString("made_from"),
                Stream.of((String[]) row.getArray("leg_versions").getArray()).map(each -> each.split("=", 2))
                        .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1])));
    }

    private static Set<Service> services(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).map(Service::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
