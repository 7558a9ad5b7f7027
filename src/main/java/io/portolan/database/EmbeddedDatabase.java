package io.portolan.database;

import io.portolan.refusal.CannotStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that Portolan brings along, so that nothing has to be installed: durable, its data kept in one folder
 * that belongs to the owner of the process alone, reachable only from this machine and only with its password.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FolderLock lock;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /** Starts it on its folder, which is made and filled first where there is none. */
    static EmbeddedDatabase start(DatabaseSettings settings) {
        var folder = settings.folder().toAbsolutePath().normalize();
        FolderLock lock = null;
        try {
            OwnerOnly.folder(folder);
            lock = FolderLock.take(folder);
            var database = start(folder, settings.port(), lock);
            LOG.info("PostgreSQL runs on port {}, its data is in {}", database.server.getPort(), folder);
            return database;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            release(lock);
            var log = new ServerLog(folder.resolve("server.log"));
            throw new CannotStart("The embedded PostgreSQL did not start: %s".formatted(log.lastWords(e.toString())),
                    "All that it said is in %s. Or give Portolan a PostgreSQL of yours by spring.datasource.url.".formatted(log.file()), e);
        } catch (CannotStart e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedDatabase start(Path folder, int port, FolderLock lock) throws IOException {
        var cluster = folder.resolve("cluster");
        var unfinished = folder.resolve("cluster.unfinished");
        RootUser.check();
        var log = ServerLog.begin(folder);
        LeftBehind.stop(cluster, folder.resolve("binaries"));
        LeftBehind.stop(unfinished, folder.resolve("binaries"));
        if (!Files.exists(cluster)) {
            // made beside and moved into place, so that a start cut off in the middle leaves nothing half made
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectory(unfinished);
            OwnerOnly.folder(unfinished);
            try (var server = run(folder, unfinished, log, 0, "")) {
                ClusterAccess.close(unfinished, server);
            }
            Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        }
        var password = ClusterAccess.password(cluster);
        return new EmbeddedDatabase(lock, run(folder, cluster, log, port, password), password);
    }

    private static EmbeddedPostgres run(Path folder, Path cluster, ServerLog log, int port, String password) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                // a shutdown hook of its own would stop it while the engine still needs it: Spring closes it last
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(log.redirect()).setErrorRedirector(log.redirect())
                // the library is made for tests and starts PostgreSQL with both off
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("jit", "off")
                .setServerConfig("password_encryption", "scram-sha-256");
        if (port != 0) {
            builder.setPort(port);
        }
        if (!password.isEmpty()) {
            builder.setConnectConfig("password", password);
        }
        return builder.start();
    }

    private static void release(FolderLock lock) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.warn("could not let go of the lock on the database folder", e);
            }
        }
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    @Override
    public String getUsername() {
        return ClusterAccess.USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), ClusterAccess.DATABASE);
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }
}
