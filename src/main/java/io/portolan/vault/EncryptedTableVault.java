package io.portolan.vault;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault in our own table: what the database holds is of no use without a master key, which it does not hold. */
@Component
class EncryptedTableVault implements Vault {

    private static final int BATCH = 100;

    private final JdbcClient database;
    private final TransactionTemplate own;
    private final Journal journal;
    private final MasterKeys keys;
    private final Clock clock;

    EncryptedTableVault(JdbcClient database, PlatformTransactionManager transactions, Journal journal, MasterKeys keys, Clock clock) {
        this.database = database;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.journal = journal;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void keep(SecretName name, String tpp, Secret secret) {
        var envelope = close(name, tpp, secret);
        own.executeWithoutResult(status -> database.sql("""
                insert into vault_secrets (name, tpp, master_key, wrapped_key, body, kept_at)
                values (:name, :tpp, :masterKey, :wrappedKey, :body, :now)
                on conflict (name) do update set tpp = excluded.tpp, master_key = excluded.master_key, wrapped_key = excluded.wrapped_key,
                    body = excluded.body, kept_at = excluded.kept_at
                """)
                .param("name", name.value()).param("tpp", tpp).param("masterKey", envelope.masterKey())
                .param("wrappedKey", envelope.wrappedKey()).param("body", envelope.body()).param("now", Timestamps.now(clock)).update());
    }

    @Override
    public Optional<Secret> reveal(SecretName name, Purpose purpose) {
        if (purpose.toPerson() && (purpose.reason() == null || purpose.reason().isBlank())) {
            throw new IllegalArgumentException("nobody is shown a secret without a reason");
        }
        // committed before anything is shown, whatever becomes of the caller's transaction
        var kept = own.execute(status -> {
            var found = use(name);
            if (found.isPresent() && purpose.toPerson()) {
                journal.write(Act.by(purpose.actor(), purpose.chain(), "secret-revealed", name + ": " + purpose.reason()));
            }
            return found;
        });
        return kept.map(this::open);
    }

    private Optional<Kept> use(SecretName name) {
        return database.sql("""
                update vault_secrets set uses = uses + 1, used_at = :now where name = :name
                returning name, tpp, master_key, wrapped_key, body
                """).param("now", Timestamps.now(clock)).param("name", name.value()).query((row, n) -> kept(row)).optional();
    }

    @Override
    public boolean holds(SecretName name) {
        return database.sql("select exists (select from vault_secrets where name = :name)").param("name", name.value())
                .query(Boolean.class).single();
    }

    @Override
    public void forget(SecretName name) {
        database.sql("delete from vault_secrets where name = :name").param("name", name.value()).update();
    }

    /** Encrypts the data keys anew that are not yet under the first master key, a batch at a time, and says how many. */
    int rotate() {
        int all = 0;
        int batch;
        do {
            batch = own.execute(status -> {
                var old = database.sql("""
                        select name, tpp, master_key, wrapped_key, body from vault_secrets
                         where master_key <> :primary limit :batch for update
                        """).param("primary", keys.primary()).param("batch", BATCH).query((row, n) -> kept(row)).list();
                old.forEach(this::rewrap);
                return old.size();
            });
            all += batch;
        } while (batch == BATCH);
        return all;
    }

    private void rewrap(Kept kept) {
        try {
            var envelope = kept.envelope().rewrapped(keys, kept.name(), kept.tpp());
            database.sql("update vault_secrets set master_key = :masterKey, wrapped_key = :wrappedKey where name = :name")
                    .param("masterKey", envelope.masterKey()).param("wrappedKey", envelope.wrappedKey())
                    .param("name", kept.name().value()).update();
        } catch (GeneralSecurityException e) {
            throw doesNotOpen(kept, e);
        }
    }

    private Secret open(Kept kept) {
        try {
            return kept.envelope().open(keys, kept.name(), kept.tpp());
        } catch (GeneralSecurityException e) {
            throw doesNotOpen(kept, e);
        }
    }

    private Envelope close(SecretName name, String tpp, Secret secret) {
        try {
            return Envelope.close(keys, name, tpp, secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret " + name + " could not be encrypted", e);
        }
    }

    private static IllegalStateException doesNotOpen(Kept kept, GeneralSecurityException cause) {
        return new IllegalStateException("the secret " + kept.name() + " does not open: its row was changed outside of Portolan", cause);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(new SecretName(row.getString("name")), row.getString("tpp"),
                new Envelope(row.getString("master_key"), row.getBytes("wrapped_key"), row.getBytes("body")));
    }

    private record Kept(SecretName name, String tpp, Envelope envelope) {
    }
}
