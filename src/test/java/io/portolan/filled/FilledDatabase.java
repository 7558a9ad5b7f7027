package io.portolan.filled;

import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Fills a database that our migrations have made with years of work, by SQL alone: onboardings of every standing with legs, tasks, registrations, credentials
 * without values, mails, campaigns and a journal that verifies. The same size is filled with the same rows, but for their times.
 */
public final class FilledDatabase {

    /** So many entries has the chain of each onboarding. */
    public static final int ENTRIES = 10;

    private FilledDatabase() {
    }

    /**
     * How much there is to be.
     *
     * @param onboardings how many onboardings; each has a registration and a chain of {@link #ENTRIES} entries
     * @param tasks how many open tasks at most
     */
    public record Size(int onboardings, int tasks, int tpps, int users, int campaigns) {

        /** What the speed of pages is held to. */
        public static final Size WHOLE = new Size(100_000, 50_000, 40, 60, 200);

        /** Enough for PostgreSQL to prefer an index where there is one. */
        public static final Size TENTH = new Size(10_000, 5_000, 40, 30, 40);
    }

    /** Fills it with what went these ways, and lets PostgreSQL look at how much there is. */
    public static void fill(DataSource database, List<Ways.Way> ways, Size size) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            keep(connection, ways);
            events(connection, "disable");
            var values = Map.of("onboardings", size.onboardings(), "tasks", size.tasks(), "tpps", size.tpps(), "users", size.users(), "campaigns", size.campaigns(),
                    "ways", ways.size(), "entries", ENTRIES);
            for (var script : List.of("1-onboardings", "2-registrations", "3-people", "4-journal")) {
                run(connection, script, values);
            }
            for (int position = 1; position <= ENTRIES; position++) {
                run(connection, "5-entries", Map.of("position", position));
            }
            run(connection, "6-end", values);
            events(connection, "enable");
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is filled in has not just happened, so that nobody is told of it. */
    private static void events(Connection connection, String how) throws SQLException {
        var triggers = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select tgrelid::regclass || ' ' || $$%s$$ || ' trigger ' || tgname from pg_trigger where tgname like 'event\\_of\\_%%'".formatted(how))) {
            while (rows.next()) {
                triggers.add("alter table " + rows.getString(1));
            }
        }
        for (var trigger : triggers) {
            execute(connection, trigger);
        }
    }

    private static void keep(Connection connection, List<Ways.Way> ways) throws SQLException {
        execute(connection, "create unlogged table filling_ways (way int primary key, bank text, environment text, kind text, route text, version text, legs int)");
        execute(connection, "create unlogged table filling_legs (way int, ordinal int, leg text, stage text, means text, primary key (way, ordinal))");
        try (var way = connection.prepareStatement("insert into filling_ways values (?, ?, ?, ?, ?, ?, ?)");
                var leg = connection.prepareStatement("insert into filling_legs values (?, ?, ?, ?, ?)")) {
            for (int number = 1; number <= ways.size(); number++) {
                var each = ways.get(number - 1);
                add(way, number, each.bank(), each.environment(), each.kind(), each.route(), each.version(), each.legs().size());
                for (int ordinal = 1; ordinal <= each.legs().size(); ordinal++) {
                    var one = each.legs().get(ordinal - 1);
                    add(leg, number, ordinal, one.id(), one.stage(), one.means());
                }
            }
            way.executeBatch();
            leg.executeBatch();
        }
    }

    private static void add(java.sql.PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static void run(Connection connection, String script, Map<String, Integer> values) throws SQLException {
        var text = read(script);
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        text = text.contains("${pem}") ? text.replace("${pem}", certificate()) : text;
        for (var statement : Stream.of(text.split(";\\s*\n")).filter(each -> !each.isBlank()).toList()) {
            execute(connection, statement);
        }
    }

    /** One for all, since what is measured is not how they are told apart. */
    private static String certificate() {
        return DemoAuthority.create("Filling", Clock.systemUTC()).qwac(DemoTpp.example()).chainPem();
    }

    private static String read(String script) {
        try (var stream = FilledDatabase.class.getResourceAsStream("/filled/" + script + ".sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
