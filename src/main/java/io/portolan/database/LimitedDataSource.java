package io.portolan.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives whoever is limited a connection on which views that leave out the rest stand in place of the tables, so that no statement has to
 * think of it. These connections are a pool of their own: none of them ever comes to somebody else without the limit being set anew.
 */
class LimitedDataSource extends DelegatingDataSource implements AutoCloseable {

    /** Beside the pool of all the rest; the embedded server allows no more to both. */
    private static final int AT_MOST = 5;
    private static final String SET = "select set_config('portolan.tpps', ?, false), set_config('portolan.registrations', ?, false)";

    private final HikariDataSource all;
    private final Limits limits;
    private HikariDataSource limited;

    LimitedDataSource(HikariDataSource all, Limits limits) {
        super(all);
        this.all = all;
        this.limits = limits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var limit = limits.current();
        return limit.isEmpty() ? all.getConnection() : limited(limit.get());
    }

    private Connection limited(Limit limit) throws SQLException {
        var connection = pool().getConnection();
        try (var statement = connection.prepareStatement(SET)) {
            statement.setString(1, listed(limit.tpps()));
            statement.setString(2, listed(limit.registrations()));
            statement.execute();
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Made when first somebody limited comes along; most installations never need it. */
    private synchronized HikariDataSource pool() {
        if (limited == null) {
            var config = new HikariConfig();
            config.setJdbcUrl(all.getJdbcUrl());
            config.setUsername(all.getUsername());
            config.setPassword(all.getPassword());
            config.setDataSourceProperties(all.getDataSourceProperties());
            config.setConnectionTimeout(all.getConnectionTimeout());
            config.setPoolName("limited");
            config.setMinimumIdle(0);
            config.setMaximumPoolSize(Math.min(AT_MOST, all.getMaximumPoolSize()));
            config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
            config.setConnectionInitSql(views());
            limited = new HikariDataSource(config);
        }
        return limited;
    }

    private static String listed(Set<String> ids) {
        return ids.stream().sorted().collect(Collectors.joining(","));
    }

    private static String views() {
        try (InputStream in = LimitedDataSource.class.getResourceAsStream("/db/limited.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (limited != null) {
            limited.close();
        }
    }
}
