package io.portolan.database;

import io.portolan.refusal.CannotStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;

/** Who may connect to the embedded PostgreSQL: whoever can read the password file beside its data, which is its owner alone. */
final class ClusterAccess {

    static final String USER = "portolan";
    static final String DATABASE = "portolan";

    private static final String PASSWORD_FILE = "portolan.password";
    private static final String RULES = """
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            host    all       all   127.0.0.1/32  scram-sha-256
            """;

    private ClusterAccess() {
    }

    /** Closes a cluster that was just made and trusts everybody on this machine: makes our user, our database, and the rule. */
    static void close(Path cluster, EmbeddedPostgres server) throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        OwnerOnly.write(cluster.resolve(PASSWORD_FILE), password.getBytes(StandardCharsets.US_ASCII));
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '%s'".formatted(password));
            statement.execute("create role %s login password '%s'".formatted(USER, password));
            statement.execute("create database %s owner %s".formatted(DATABASE, USER));
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded PostgreSQL could not be set up", e);
        }
        Files.writeString(cluster.resolve("pg_hba.conf"), RULES);
    }

    static String password(Path cluster) throws IOException {
        var file = cluster.resolve(PASSWORD_FILE);
        if (!Files.exists(file)) {
            throw new CannotStart("The password file %s of the embedded PostgreSQL is missing.".formatted(file),
                    "Put it back from your backup of the folder, which is complete only with it.");
        }
        return Files.readString(file).strip();
    }
}
