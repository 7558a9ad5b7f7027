package io.portolan.leg;

import io.portolan.database.Timestamps;
import io.portolan.vault.Secret;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCaptures implements Captures {

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcCaptures(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public void keep(String onboarding, String leg, String name, String value, Instant expires) {
        keep(onboarding, leg, roundOf(onboarding, leg), name, value, expires);
    }

    @Override
    public void keep(String onboarding, String leg, int round, String name, String value, Instant expires) {
        insert(onboarding, leg, round, name, value, null, expires);
    }

    @Override
    public void keepSecret(String onboarding, String tpp, String leg, int round, String name, Secret value, Instant expires) {
        var secret = secretName(onboarding, leg, round, name);
        vault.keep(secret, tpp, value);
        insert(onboarding, leg, round, name, null, secret.value(), expires);
    }

    @Override
    public void keepReference(String onboarding, String leg, String name, SecretName inVault, Instant expires) {
        keepReference(onboarding, leg, roundOf(onboarding, leg), name, inVault, expires);
    }

    @Override
    public void keepReference(String onboarding, String leg, int round, String name, SecretName inVault, Instant expires) {
        insert(onboarding, leg, round, name, null, inVault.value(), expires);
    }

    @Override
    public void inherit(String onboarding, Captured kept) {
        if (kept.value() == null && kept.secret() == null) {
            return;
        }
        jdbc.sql("insert into captures (onboarding, leg, round, name, value, secret_name, expires_at, captured_at) values"
                + " (:onboarding, :leg, 1, :name, :value, :secret, :expires, :at) on conflict (onboarding, leg, round, name, service)"
                + " do update set value = excluded.value, secret_name = excluded.secret_name, expires_at = excluded.expires_at")
                .param("onboarding", onboarding).param("leg", kept.leg()).param("name", kept.name()).param("value", kept.value())
                .param("at", Timestamps.of(kept.capturedAt())).param("secret", kept.secret() == null ? null : kept.secret().value())
                .param("expires", Timestamps.of(kept.expiresAt())).update();
    }

    private void insert(String onboarding, String leg, int round, String name, String value, String secret, Instant expires) {
        jdbc.sql("insert into captures (onboarding, leg, round, name, value, secret_name, expires_at) values"
                + " (:onboarding, :leg, :round, :name, :value, :secret, :expires)"
                + " on conflict (onboarding, leg, round, name, service) do update set value = excluded.value,"
                + " secret_name = excluded.secret_name, expires_at = excluded.expires_at, captured_at = case"
                + " when captures.value = excluded.value then captures.captured_at else now() end")
                .param("onboarding", onboarding).param("leg", leg).param("round", round).param("name", name).param("value", value)
                .param("secret", secret).param("expires", Timestamps.of(expires)).update();
    }

    @Override
    public Optional<Captured> find(String onboarding, String leg, String name) {
        return find(onboarding, leg, roundOf(onboarding, leg), name);
    }

    @Override
    public Optional<Captured> find(String onboarding, String leg, int round, String name) {
        var kept = kept(onboarding, leg, round, name);
        return kept.isPresent() ? kept : cutOffBetweenVaultAndTable(onboarding, leg, round, name);
    }

    private Optional<Captured> kept(String onboarding, String leg, int round, String name) {
        return jdbc.sql("select * from captures where onboarding = :onboarding and leg = :leg and name = :name and round = :round")
                .param("onboarding", onboarding).param("leg", leg).param("name", name).param("round", round)
                .query(JdbcCaptures::row).optional();
    }

    /** The vault is written first: a secret that is there without its row was captured by a run that was then cut off. */
    private Optional<Captured> cutOffBetweenVaultAndTable(String onboarding, String leg, int round, String name) {
        var secret = secretName(onboarding, leg, round, name);
        if (!vault.holds(secret)) {
            return Optional.empty();
        }
        insert(onboarding, leg, round, name, null, secret.value(), null);
        return kept(onboarding, leg, round, name);
    }

    @Override
    public Optional<Captured> latest(String onboarding, String name) {
        return jdbc.sql("select c.* from captures c left join legs l using (onboarding, leg) where c.onboarding = :onboarding"
                + " and c.name = :name order by coalesce(c.round >= l.round, true) desc, c.captured_at desc limit 1")
                .param("onboarding", onboarding).param("name", name).query(JdbcCaptures::row).optional();
    }

    @Override
    public Optional<Captured> earlier(String onboarding, String portalAccount, String leg, String name) {
        return jdbc.sql("select * from captures c where onboarding <> :onboarding and leg = :leg and name = :name"
                + " and (expires_at is null or expires_at > now()) and exists (select 1 from legs where legs.onboarding = c.onboarding"
                + " and portal_account = :account) order by captured_at desc limit 1")
                .param("onboarding", onboarding).param("account", portalAccount).param("leg", leg).param("name", name)
                .query(JdbcCaptures::row).optional();
    }

    @Override
    public List<Captured> of(String onboarding) {
        return jdbc.sql("select c.* from captures c join legs l using (onboarding, leg, round) where c.onboarding = :onboarding"
                + " order by l.ordinal, c.captured_at").param("onboarding", onboarding).query(JdbcCaptures::row).list();
    }

    @Override
    public List<Captured> secretsOfAllRounds(String onboarding) {
        return jdbc.sql("select * from captures where onboarding = :onboarding and secret_name is not null order by captured_at")
                .param("onboarding", onboarding).query(JdbcCaptures::row).list();
    }

    @Override
    public List<SecretName> secretsAround(String portalAccount) {
        return jdbc.sql("select distinct secret_name from captures where secret_name is not null and onboarding in"
                + " (select onboarding from legs where portal_account = :account)").param("account", portalAccount)
                .query((row, number) -> new SecretName(row.getString(1))).list();
    }

    private static SecretName secretName(String onboarding, String leg, int round, String name) {
        return SecretName.of("onboarding", onboarding, leg, String.valueOf(round), name);
    }

    private int roundOf(String onboarding, String leg) {
        return jdbc.sql("select round from legs where onboarding = :onboarding and leg = :leg")
                .param("onboarding", onboarding).param("leg", leg).query(Integer.class).single();
    }

    private static Captured row(ResultSet row, int number) throws SQLException {
        var secret = row.getString("secret_name");
        return new Captured(row.getString("leg"), row.getInt("round"), row.getString("name"), row.getString("value"),
                secret == null ? null : new SecretName(secret), Timestamps.read(row, "expires_at"),
                Timestamps.read(row, "captured_at"));
    }
}
