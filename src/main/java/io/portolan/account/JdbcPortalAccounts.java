package io.portolan.account;

import io.portolan.database.Timestamps;
import io.portolan.vault.SecretName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
                select * from portal_accounts where tpp = ? and portal = ? and environment = ?""")
                .params(tpp, portal, environment).query((row, number) -> account(row)).optional();
    }

    @Override
    public List<PortalAccount> of(String tpp) {
        return jdbc.sql("select * from portal_accounts where ?::text is null or tpp = ? order by tpp, portal, environment")
                .params(tpp, tpp).query((row, number) -> account(row)).list();
    }

    @Override
    public List<PortalAccount> page(Filter filter, String after, int limit) {
        return jdbc.sql("select * from portal_accounts where true" + (filter.tpp() == null ? "" : " and tpp = :tpp")
                        + (filter.key() == null ? "" : " and (tpp, portal, environment) = (split_part(:key, '/', 1), split_part(:key, '/', 2), split_part(:key, '/', 3))")
                        + (filter.text() == null ? "" : " and concat_ws(' ', login, portal, owner) ilike :text")
                        + (after == null ? "" : " and (tpp, portal, environment) > (split_part(:after, '/', 1), split_part(:after, '/', 2), split_part(:after, '/', 3))")
                        + " order by tpp, portal, environment limit :limit")
                .param("tpp", filter.tpp()).param("key", filter.key()).param("after", after).param("limit", limit)
                .param("text", filter.text() == null ? null : "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%").query((row, number) -> account(row)).list();
    }

    @Override
    public List<PortalAccount> endingBefore(Instant end) {
        return jdbc.sql("select * from portal_accounts where expires_at < ? order by tpp, portal, environment").params(Timestamps.of(end)).query((row, number) -> account(row)).list();
    }

    @Override
    public boolean add(PortalAccount account) {
        return jdbc.sql("""
                insert into portal_accounts (tpp, portal, environment, login, password_name, second_factor, owner, created_at,
                    expires_at, adopted)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tpp, portal, environment) do nothing""")
                .params(account.tpp(), account.portal(), account.environment(), account.login(),
                        account.password().value(), account.secondFactor() == null ? null : account.secondFactor().value(),
                        account.owner(), Timestamps.of(account.created()),
                        Timestamps.of(account.expires()), account.adopted())
                .update() == 1;
    }

    @Override
    public void replace(PortalAccount account) {
        jdbc.sql("delete from portal_accounts where tpp = ? and portal = ? and environment = ?")
                .params(account.tpp(), account.portal(), account.environment()).update();
        add(account);
    }

    @Override
    public void signedIn(PortalAccount account, Instant at) {
        jdbc.sql("update portal_accounts set last_log_in = ? where tpp = ? and portal = ? and environment = ?")
                .params(Timestamps.of(at), account.tpp(), account.portal(), account.environment()).update();
    }

    @Override
    public void renewed(PortalAccount account, SecretName password, Instant expires) {
        jdbc.sql("update portal_accounts set password_name = ?, expires_at = ? where tpp = ? and portal = ? and environment = ?")
                .params(password.value(), Timestamps.of(expires), account.tpp(), account.portal(), account.environment())
                .update();
    }

    @Override
    public void secondFactor(PortalAccount account, SecretName seed) {
        jdbc.sql("update portal_accounts set second_factor = ?, last_code_step = null where tpp = ? and portal = ? and environment = ?")
                .params(seed.value(), account.tpp(), account.portal(), account.environment()).update();
    }

    @Override
    public long takeStep(PortalAccount account, long present) {
        return jdbc.sql("""
                update portal_accounts set last_code_step = greatest(last_code_step + 1, ?)
                where tpp = ? and portal = ? and environment = ? returning last_code_step""")
                .params(present, account.tpp(), account.portal(), account.environment()).query(Long.class).single();
    }

    private static PortalAccount account(ResultSet row) throws SQLException {
        var seed = row.getString("second_factor");
        return new PortalAccount(row.getString("tpp"), row.getString("portal"), row.getString("environment"),
                row.getString("login"), new SecretName(row.getString("password_name")), seed == null ? null : new SecretName(seed),
                row.getString("owner"), Timestamps.read(row, "created_at"), Timestamps.read(row, "last_log_in"),
                Timestamps.read(row, "expires_at"), row.getBoolean("adopted"));
    }
}
