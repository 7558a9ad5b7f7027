package io.portolan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.journal.TestJournals;
import io.portolan.refusal.CannotStart;
import io.portolan.vault.Vault.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EncryptedTableVaultIT {

    private static final SecretName NAME = SecretName.of("o-1", "client-secret");
    private static final Purpose LEG = Purpose.leg("o-1", "verify-access");

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final Clock clock = Clock.systemUTC();
    private final EncryptedTableVault vault = TestVaults.vault(source, clock, TestVaults.keys(1));

    @Test
    void givesBackWhatWasKept() {
        vault.keep(NAME, "acme", Secret.of("s3cr3t ✓"));

        assertThat(revealed(vault)).isEqualTo("s3cr3t ✓");
        assertThat(vault.holds(NAME)).isTrue();
        assertThat(vault.reveal(SecretName.of("o-1", "other"), LEG)).isEmpty();
    }

    @Test
    void putsALaterSecretInPlaceOfAnEarlierOne() {
        vault.keep(NAME, "acme", Secret.of("first"));
        vault.keep(NAME, "acme", Secret.of("second"));

        assertThat(revealed(vault)).isEqualTo("second");
    }

    @Test
    void forgetsForGood() {
        vault.keep(NAME, "acme", Secret.of("s3cr3t"));
        vault.forget(NAME);

        assertThat(vault.holds(NAME)).isFalse();
        assertThat(vault.reveal(NAME, LEG)).isEmpty();
    }

    @Test
    void keepsWhateverTheCallersTransactionDoes() {
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(status -> {
            vault.keep(NAME, "acme", Secret.of("s3cr3t"));
            status.setRollbackOnly();
        });

        assertThat(revealed(vault)).isEqualTo("s3cr3t");
    }

    @Test
    void leavesNoTraceOfTheSecretInItsRow() {
        vault.keep(NAME, "acme", Secret.of("correct-horse-battery"));

        var row = database.sql("select encode(wrapped_key || body, 'hex') from vault_secrets").query(String.class).single();
        assertThat(row).hasSizeGreaterThan(100).doesNotContain(HexFormat.of().formatHex("horse".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update vault_secrets set name = 'o-1/other' where name = 'o-1/client-secret'",
        "update vault_secrets set tpp = 'another'", "update vault_secrets set body = set_byte(body, 9, get_byte(body, 9) # 1)",
        "update vault_secrets a set body = b.body, wrapped_key = b.wrapped_key from vault_secrets b where a.name < b.name"})
    void opensNoRowThatWasChangedOrSwapped(String change) {
        vault.keep(NAME, "acme", Secret.of("s3cr3t"));
        vault.keep(SecretName.of("o-9", "client-secret"), "acme", Secret.of("the other"));
        database.sql(change).update();
        var name = new SecretName(database.sql("select min(name) from vault_secrets").query(String.class).single());

        assertThatThrownBy(() -> vault.reveal(name, LEG)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open").hasMessageNotContaining("s3cr3t");
    }

    @Test
    void writesToTheJournalBeforeAPersonSeesASecretButNotWhenALegUsesIt() {
        vault.keep(NAME, "acme", Secret.of("s3cr3t"));
        var journal = TestJournals.journal(source, clock);

        revealed(vault);
        assertThat(journal.of("o-1")).isEmpty();

        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(status -> {
            vault.reveal(NAME, new Purpose("user:eve", "moving it to the gateway", true, "o-1"));
            status.setRollbackOnly();
        });
        assertThat(journal.of("o-1")).singleElement().satisfies(entry -> {
            assertThat(entry.act().name()).isEqualTo("secret-revealed");
            assertThat(entry.act().actor()).isEqualTo("user:eve");
            assertThat(entry.act().detail()).contains("o-1/client-secret").contains("moving it to the gateway").doesNotContain("s3cr3t");
        });
        assertThat(database.sql("select uses from vault_secrets").query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void showsNobodyASecretWithoutAReason() {
        vault.keep(NAME, "acme", Secret.of("s3cr3t"));

        assertThatThrownBy(() -> vault.reveal(NAME, new Purpose("user:eve", " ", true, "o-1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsANodeWithAnotherMasterKey() {
        checks().check(TestVaults.keys(1));

        assertThatCode(() -> checks().check(TestVaults.keys(1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> checks().check(TestVaults.keys(2))).isInstanceOf(CannotStart.class)
                .hasMessageContaining("another master key").hasMessageContaining(TestVaults.keys(1).primary());
        assertThat(checks().isVaultNew()).isFalse();
    }

    @Test
    void stopsANodeThatLacksAKeyWhichSecretsNeed() {
        checks().check(TestVaults.keys(1));
        vault.keep(NAME, "acme", Secret.of("s3cr3t"));
        checks().check(TestVaults.keys(2, 1));

        assertThatThrownBy(() -> checks().check(TestVaults.keys(2))).isInstanceOf(CannotStart.class);
    }

    @Test
    void changesTheMasterKeyWhileEveryNodeGoesOnReading() {
        checks().check(TestVaults.keys(1));
        for (int i = 0; i < 250; i++) {
            vault.keep(SecretName.of("o-" + i, "client-secret"), "acme", Secret.of("s3cr3t " + i));
        }
        var notYet = TestVaults.vault(source, clock, TestVaults.keys(1, 2));
        var changed = TestVaults.vault(source, clock, TestVaults.keys(2, 1));

        checks().check(TestVaults.keys(2, 1));
        assertThat(changed.rotate()).isEqualTo(250);
        assertThat(changed.rotate()).isZero();
        checks().forgetUnused(TestVaults.keys(2).primary());

        assertThat(revealed(notYet)).isEqualTo("s3cr3t 1");
        checks().check(TestVaults.keys(2));
        assertThat(revealed(TestVaults.vault(source, clock, TestVaults.keys(2)))).isEqualTo("s3cr3t 1");
        assertThatThrownBy(() -> checks().check(TestVaults.keys(1))).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> revealed(vault)).hasMessageContaining("does not open");
    }

    private JdbcKeyChecks checks() {
        return new JdbcKeyChecks(database, new JdbcTransactionManager(source), clock);
    }

    private static String revealed(Vault vault) {
        try (var secret = vault.reveal(NAME, LEG).orElseThrow()) {
            return secret.<String>revealUtf8(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
