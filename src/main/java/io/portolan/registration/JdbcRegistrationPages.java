package io.portolan.registration;

import io.portolan.database.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of registrations, page by page. */
final class JdbcRegistrationPages {

    /** Those at which the bank lets us in by something that was not replaced and has ended, or ends before a moment. */
    static final String ENDING = "r.standing in ('ACTIVE', 'SUSPENDED') and r.id in (select registration from credentials"
            + " where state in ('ISSUED', 'USABLE') and expires_at is not null and expires_at < :ends)";

    private JdbcRegistrationPages() {
    }

    static Registrations.Page page(JdbcClient database, Registrations.Filter filter, String cursor, int limit, Clock clock) {
        var items = database.sql(RegistrationRows.SELECT + """
                where (cast(:cursor as text) is null or (r.created_at, r.id) < (select created_at, id from registrations where id = :cursor))
                """ + conditions(filter) + " order by r.created_at desc, r.id desc limit :limit")
                .param("tpp", filter.tpp()).param("bank", filter.bank()).param("cursor", cursor)
                .param("standing", filter.standing() == null ? null : filter.standing().name()).param("health", filter.health() == null ? null : filter.health().name())
                .param("banks", places(filter).map(Registrations.Place::bank).toArray(String[]::new))
                .param("environments", places(filter).map(Registrations.Place::environment).toArray(String[]::new))
                .param("ends", Timestamps.of(filter.endsBefore())).param("limit", limit + 1)
                .query((row, number) -> RegistrationRows.read(row, clock.instant())).list();
        return items.size() <= limit ? new Registrations.Page(items, null)
                : new Registrations.Page(List.copyOf(items.subList(0, limit)), items.get(limit - 1).id());
    }

    private static Stream<Registrations.Place> places(Registrations.Filter filter) {
        return filter.places() == null ? Stream.empty() : filter.places().stream();
    }

    /** Only what is asked for, so that an index serves it. */
    private static String conditions(Registrations.Filter filter) {
        return wanted(filter.tpp(), "r.tpp = :tpp") + wanted(filter.bank(), "r.bank = :bank") + wanted(filter.standing(), "r.standing = :standing")
                + wanted(filter.health(), "r.health = :health and r.standing in ('ACTIVE', 'SUSPENDED')")
                + wanted(filter.places(), "(r.bank, r.environment) in (select * from unnest(:banks::text[], :environments::text[]))")
                + wanted(filter.endsBefore(), ENDING);
    }

    private static String wanted(Object value, String condition) {
        return value == null ? "" : " and " + condition;
    }
}
