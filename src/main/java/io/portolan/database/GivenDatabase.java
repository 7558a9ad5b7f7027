package io.portolan.database;

import io.portolan.refusal.CannotStart;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** A PostgreSQL that somebody else runs; at start it may be away for a while, as after a reboot of both machines. */
class GivenDatabase implements JdbcConnectionDetails {

    private static final Logger LOG = LoggerFactory.getLogger(GivenDatabase.class);
    private static final long SAY_EVERY_SECONDS = 5;

    private final String url;
    private final String user;
    private final String password;

    GivenDatabase(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Returns as soon as the database answers; gives up at once when waiting cannot help, else after the given time. */
    void await(Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        for (long second = 0;; second++) {
            var problem = connect();
            if (problem == null) {
                return;
            }
            if (!mayPass(problem) || System.nanoTime() >= end) {
                throw new CannotStart("The database %s cannot be used: %s".formatted(shownUrl(), oneLine(problem)),
                        "Check that it runs, and spring.datasource.url, spring.datasource.username and "
                                + "spring.datasource.password. Without spring.datasource.url Portolan brings its own database.",
                        problem);
            }
            if (second % SAY_EVERY_SECONDS == 0) {
                LOG.warn("waiting for the database {}: {}", shownUrl(), oneLine(problem));
            }
            pause(Math.min(end - System.nanoTime(), Duration.ofSeconds(1).toNanos()));
        }
    }

    private SQLException connect() {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try (var connection = DriverManager.getConnection(url, properties)) {
            return connection.isValid(5) ? null : new SQLException("the connection is not valid", "08000");
        } catch (SQLException e) {
            return e;
        }
    }

    /** Class 08 is a connection that failed, 57P03 a server that is starting, 53300 one with too many connections. */
    private static boolean mayPass(SQLException problem) {
        var state = problem.getSQLState();
        return state != null && !problem.getMessage().startsWith("No suitable driver")
                && (state.startsWith("08") || state.equals("57P03") || state.equals("53300"));
    }

    private static void pause(long nanos) {
        try {
            new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Portolan was told to stop while it waited for its database.", "Start it again.", e);
        }
    }

    private static String oneLine(SQLException problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Parameters are left out: a password may be among them. */
    private String shownUrl() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }
}
