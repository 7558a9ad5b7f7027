package io.portolan.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments as the database keeps them: {@code timestamptz}, to the microsecond. */
public final class Timestamps {

    private Timestamps() { }

    /** A moment as the parameter of a statement, which PostgreSQL takes for a {@code timestamptz} wherever it stands; null stays null. */
    public static OffsetDateTime of(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /** This moment, as {@link #of} gives it. */
    public static OffsetDateTime now(Clock clock) {
        return of(clock.instant());
    }

    /** The moment in a column, or null where there is none. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        var kept = row.getTimestamp(column);
        return kept == null ? null : kept.toInstant();
    }
}
