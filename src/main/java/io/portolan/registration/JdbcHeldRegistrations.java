package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbooks;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcHeldRegistrations implements HeldRegistrations {


    private final JdbcClient database;
    private final Playbooks playbooks;
    private final Clock clock;

    JdbcHeldRegistrations(JdbcClient database, Playbooks playbooks, Clock clock) {
        this.database = database;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /** How many are at one place. */
    private record AtPlace(Registrations.Place place, long active, long degraded) { }

    @Override
    public List<Count> counts(String tpp) {
        var byKind = new EnumMap<Environment.Kind, Count>(Map.of(Environment.Kind.LIVE, new Count(Environment.Kind.LIVE, 0, 0),
                Environment.Kind.TEST, new Count(Environment.Kind.TEST, 0, 0)));
        database.sql("select bank, environment, count(*) filter (where standing = 'ACTIVE') as active, count(*) filter (where health = 'DEGRADED') as degraded"
                + " from registrations r where standing in ('ACTIVE', 'SUSPENDED')" + ofTpp(tpp) + " group by bank, environment").param("tpp", tpp)
                .query((row, number) -> new AtPlace(new Registrations.Place(row.getString("bank"), row.getString("environment")),
                        row.getLong("active"), row.getLong("degraded"))).list()
                .forEach(at -> byKind.merge(kind(at.place()), new Count(kind(at.place()), at.active(), at.degraded()),
                        (one, other) -> new Count(one.kind(), one.active() + other.active(), one.degraded() + other.degraded())));
        return List.copyOf(byKind.values());
    }

    @Override
    public List<Registrations.Place> places(Environment.Kind kind) {
        return database.sql("select distinct bank, environment from registrations")
                .query((row, number) -> new Registrations.Place(row.getString("bank"), row.getString("environment"))).list().stream()
                .filter(place -> kind(place) == kind).toList();
    }

    @Override
    public List<Ending> ending(String tpp, Instant before, int limit) {
        return endings(tpp, limit, "c.expires_at >= :now and c.expires_at < :ends" + ofTpp(tpp) + " order by c.expires_at", Timestamps.of(before));
    }

    @Override
    public List<Ending> ended(String tpp, int limit) {
        return endings(tpp, limit, "c.expires_at < :now" + ofTpp(tpp) + " order by c.expires_at desc", null);
    }

    private List<Ending> endings(String tpp, int limit, String which, OffsetDateTime before) {
        return database.sql("select r.id, r.tpp, r.bank, r.environment, c.name, c.expires_at from credentials c join registrations r on r.id = c.registration"
                + " where c.state in ('ISSUED', 'USABLE') and c.expires_at is not null and r.standing in ('ACTIVE', 'SUSPENDED') and " + which + ", r.id, c.name limit :limit")
                .param("now", Timestamps.now(clock)).param("ends", before).param("tpp", tpp).param("limit", limit)
                .query((row, number) -> new Ending(row.getString("id"), row.getString("tpp"), row.getString("bank"), row.getString("environment"),
                        row.getString("name"), Timestamps.read(row, "expires_at"))).list();
    }

    @Override
    public long withEnding(String tpp, Instant before) {
        return database.sql("select count(*) from registrations r where " + JdbcRegistrationPages.ENDING + ofTpp(tpp))
                .param("ends", Timestamps.of(before)).param("tpp", tpp).query(Long.class).single();
    }

    /** Only where one is wanted, so that its indexes are used. */
    private static String ofTpp(String tpp) {
        return tpp == null ? "" : " and r.tpp = :tpp";
    }

    @Override
    public List<String> banksWith(String tpp, Collection<String> banks, String environment, String otherThan) {
        // one look by each of two indexes
        return database.sql("select bank from registrations where tpp = :tpp and bank = any(:banks) and environment = :environment and id <> :other and standing in ('ACTIVE', 'SUSPENDED')"
                + " union select bank from registrations where tpp = :tpp and bank = any(:banks) and environment = :environment and id <> :other and standing in ('NOT_STARTED', 'IN_PROGRESS') order by bank")
                .param("tpp", tpp).param("banks", banks.toArray(String[]::new)).param("environment", environment).param("other", otherThan).query(String.class).list();
    }

    private Environment.Kind kind(Registrations.Place place) {
        return playbooks.current(place.bank()).map(version -> version.playbook().environments().get(place.environment())).map(Environment::kind)
                .orElse(Environment.Kind.TEST);
    }
}
