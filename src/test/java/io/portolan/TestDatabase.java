package io.portolan;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Databases for tests: one PostgreSQL per JVM, started on first use, and a new database for everyone who asks, cloned
 * from a template that our migrations have made.
 */
public final class TestDatabase {

    private static final String USER = "postgres";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestDatabase() {
    }

    /** A pool on a new database with our tables; it keeps no connection open while nobody uses it. */
    public static DataSource fresh() {
        return pool(freshUrl());
    }

    /** The JDBC URL of a new database with our tables; user {@code postgres}, no password. */
    public static String freshUrl() {
        return clone(OurTables.NAME);
    }

    /** The JDBC URL of a new database with our tables and those of the engine, which spares a Spring context a second. */
    public static String freshUrlWithEngine() {
        return clone(EngineTables.NAME);
    }

    /** Points a Spring context at a new database, from a {@code @DynamicPropertySource} method. */
    public static void register(DynamicPropertyRegistry properties) {
        var url = freshUrlWithEngine();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> USER);
        properties.add("spring.datasource.password", () -> "");
    }

    /** A pool on a database that was made before. */
    public static DataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(USER);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(12);
        config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return new HikariDataSource(config);
    }

    private static String clone(String template) {
        var name = "test_" + COUNTER.incrementAndGet();
        execute("create database %s template %s".formatted(name, template));
        return Server.POSTGRES.getJdbcUrl(USER, name);
    }

    private static void execute(String sql) {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(90))
                        .setRegisterShutdownHook(false).start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfterSpring(server), "test-database-end"));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The contexts of Spring end in shutdown hooks of their own, and need the database until then. */
    private static void closeAfterSpring(EmbeddedPostgres server) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().matches("Spring(Context|Application)ShutdownHook")) {
                try {
                    thread.join(TimeUnit.SECONDS.toMillis(25));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OurTables {
        static final String NAME = make();

        private static String make() {
            execute("create database portolan_template");
            Flyway.configure().dataSource(Server.POSTGRES.getJdbcUrl(USER, "portolan_template"), USER, "")
                    .baselineOnMigrate(true).baselineVersion("0").load().migrate();
            return "portolan_template";
        }
    }

    private static final class EngineTables {
        static final String NAME = make();

        private static String make() {
            execute("create database engine_template template " + OurTables.NAME);
            var scripts = new ResourceDatabasePopulator();
            for (var part : List.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine",
                    "decision.history")) {
                scripts.addScript(new ClassPathResource(
                        "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
            }
            scripts.execute(Server.POSTGRES.getDatabase(USER, "engine_template"));
            return "engine_template";
        }
    }
}
