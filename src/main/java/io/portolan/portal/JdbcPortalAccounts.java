package io.portolan.portal;

import io.portolan.vault.SecretName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPortalAccounts implements PortalAccounts {

    private final JdbcClient jdbc;

    JdbcPortalAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PortalAccount> find(String tpp, String portal, String environment) {
        return jdbc.sql("""
                select tpp, portal, environment, login, password_name, owner, created_at, last_log_in, adopted
                from portal_accounts where tpp = ? and portal = ? and environment = ?""")
                .params(tpp, portal, environment).query((row, number) -> account(row)).optional();
    }

    @Override
    public void add(PortalAccount account) {
        jdbc.sql("""
                insert into portal_accounts (tpp, portal, environment, login, password_name, owner, created_at, adopted)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tpp, portal, environment) do nothing""")
                .params(account.tpp(), account.portal(), account.environment(), account.login(),
                        account.password().value(), account.owner(), Timestamp.from(account.created()), account.adopted())
                .update();
    }

    @Override
    public void signedIn(PortalAccount account, Instant at) {
        jdbc.sql("update portal_accounts set last_log_in = ? where tpp = ? and portal = ? and environment = ?")
                .params(Timestamp.from(at), account.tpp(), account.portal(), account.environment()).update();
    }

    private static PortalAccount account(ResultSet row) throws SQLException {
        var lastLogIn = row.getTimestamp("last_log_in");
        return new PortalAccount(row.getString("tpp"), row.getString("portal"), row.getString("environment"),
                row.getString("login"), new SecretName(row.getString("password_name")), row.getString("owner"),
                row.getTimestamp("created_at").toInstant(), lastLogIn == null ? null : lastLogIn.toInstant(),
                row.getBoolean("adopted"));
    }
}
