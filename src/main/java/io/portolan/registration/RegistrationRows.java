package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.playbook.Service;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns rows into registrations. */
final class RegistrationRows {

    /** Reads a registration with the credential of it that ends first. */
    static final String SELECT = """
            select r.*, c.name as ending_name, c.expires_at as ending_at,
                array(select service || '=' || extract(epoch from effective_from) from service_grants g
                    where g.registration = r.id and g.effective_from is not null) as later
            from registrations r
            left join lateral (select name, expires_at from credentials
                where registration = r.id and state in ('ISSUED', 'USABLE') and expires_at is not null
                order by expires_at limit 1) c on true
            """;

    private RegistrationRows() {
    }

    static Registration read(ResultSet row, Instant now) throws SQLException {
        var standing = Registration.Standing.valueOf(row.getString("standing"));
        var granted = services(row, "granted");
        var effectiveFrom = Timestamps.read(row, "effective_from");
        var ends = Timestamps.read(row, "ending_at");
        return new Registration(row.getString("id"), row.getString("tpp"), row.getString("bank"), row.getString("branch"),
                row.getString("environment"), row.getString("application"), standing,
                Registration.Method.valueOf(row.getString("method")), Registration.Health.valueOf(row.getString("health")),
                services(row, "asked"), granted, standing == Registration.Standing.ACTIVE
                        ? effective(granted, row, now) : Set.of(), effectiveFrom,
                ends == null ? null : new Registration.Due("renew " + row.getString("ending_name"), ends),
                row.getString("onboarding"), Timestamps.read(row, "created_at"), Timestamps.read(row, "changed_at"),
                Registration.AtBank.valueOf(row.getString("at_bank")), row.getString("health_note"), row.getString("made_for"));
    }

    /** Each service may count from a day of its own. */
    private static Set<Service> effective(Set<Service> granted, ResultSet row, Instant now) throws SQLException {
        var effective = EnumSet.noneOf(Service.class);
        effective.addAll(granted);
        for (var later : (String[]) row.getArray("later").getArray()) {
            var parts = later.split("=", 2);
            if (now.toEpochMilli() < new BigDecimal(parts[1]).movePointRight(3).longValue()) {
                effective.remove(Service.valueOf(parts[0]));
            }
        }
        return Collections.unmodifiableSet(effective);
    }

    /** Services as the array that the database keeps. */
    static String[] array(Set<Service> services) {
        return services.stream().sorted().map(Service::name).toArray(String[]::new);
    }

    static Set<Service> services(ResultSet row, String column) throws SQLException {
        return Collections.unmodifiableSet(Arrays.stream((String[]) row.getArray(column).getArray()).map(Service::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Service.class))));
    }
}
