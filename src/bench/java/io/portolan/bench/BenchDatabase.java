package io.portolan.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** One PostgreSQL for both sides, as durable as the one that Portolan brings along. */
final class BenchDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;

    private BenchDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static BenchDatabase start(Path folder) {
        try {
            return new BenchDatabase(EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(true)
                    .setPGStartupWait(Duration.ofSeconds(90)).setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on").setServerConfig("max_connections", "80")
                    .setServerConfig("shared_buffers", "64MB").setServerConfig("jit", "off").start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC URL of a new database of this name, the user in it. */
    String database(String name) {
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** A setting as the server has it. */
    String setting(String name) {
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
