package io.portolan.vault;

import io.portolan.database.Timestamps;
import io.portolan.refusal.CannotStart;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says at start whether this node's master keys are those that the vault in the database was closed with. */
@Component
class JdbcKeyChecks {

    private static final byte[] KNOWN_TEXT = "portolan".getBytes(StandardCharsets.US_ASCII);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcKeyChecks(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether no master key was ever used with this database. */
    boolean isVaultNew() {
        return database.sql("select not exists (select from vault_key_checks)").query(Boolean.class).single();
    }

    /** Lets pass keys that open the vault, and remembers the first of them; all others stop the start. */
    void check(MasterKeys keys) {
        transaction.executeWithoutResult(status -> {
            // one node at a time, so that two first starts with two keys cannot both be the first
            database.sql("lock table vault_key_checks in share row exclusive mode").update();
            var proofs = database.sql("select master_key, proof from vault_key_checks")
                    .query((row, n) -> new Proof(row.getString(1), row.getBytes(2))).list();
            if (!proofs.isEmpty() && proofs.stream().noneMatch(proof -> opens(keys, proof))) {
                throw anotherKey(proofs.stream().map(Proof::key).toList());
            }
            var unknown = database.sql("select distinct master_key from vault_secrets").query(String.class).list();
            unknown.removeAll(keys.ids());
            if (!unknown.isEmpty()) {
                throw anotherKey(unknown);
            }
            remember(keys);
        });
    }

    /** Forgets the keys that no secret is encrypted under any more. */
    void forgetUnused(String primary) {
        database.sql("""
                delete from vault_key_checks c
                 where c.master_key <> :primary and not exists (select from vault_secrets s where s.master_key = c.master_key)
                """).param("primary", primary).update();
    }

    private void remember(MasterKeys keys) {
        try {
            database.sql("""
                    insert into vault_key_checks (master_key, proof, made_at) values (:key, :proof, :now) on conflict do nothing
                    """)
                    .param("key", keys.primary()).param("proof", keys.aead().encrypt(KNOWN_TEXT, about(keys.primary())))
                    .param("now", Timestamps.now(clock)).update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not encrypt", e);
        }
    }

    private static boolean opens(MasterKeys keys, Proof proof) {
        try {
            return keys.ids().contains(proof.key()) && Arrays.equals(KNOWN_TEXT, keys.aead().decrypt(proof.proof(), about(proof.key())));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] about(String key) {
        return ("key check " + key).getBytes(StandardCharsets.US_ASCII);
    }

    private static CannotStart anotherKey(List<String> needed) {
        return new CannotStart("This node has another master key than the vault in the database, which needs the key with the id %s."
                .formatted(String.join(" and ", needed)),
                "Give this node the same master key as the others, by portolan.vault.master-key or portolan.vault.master-key-file.");
    }

    private record Proof(String key, byte[] proof) {
    }
}
