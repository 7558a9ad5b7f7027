package io.portolan.vault;

import io.portolan.journal.TestJournals;
import java.time.Clock;
import java.util.Base64;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The real vault on a database of {@code TestDatabase}, under a master key that is no secret, for tests of other packages. */
public final class TestVaults {

    private TestVaults() {
    }

    /** The vault in this database. */
    public static Vault vault(DataSource database, Clock clock) {
        return vault(database, clock, keys(1));
    }

    static EncryptedTableVault vault(DataSource database, Clock clock, MasterKeys keys) {
        return new EncryptedTableVault(JdbcClient.create(database), new JdbcTransactionManager(database),
                TestJournals.journal(database, clock), keys, clock);
    }

    /** Keys that are all alike but for their number; the first encrypts. */
    static MasterKeys keys(int... numbers) {
        var text = new StringBuilder();
        for (var number : numbers) {
            text.append(text(number)).append(',');
        }
        return MasterKeys.read(Secret.of(text), "a test");
    }

    static String text(int number) {
        var key = new byte[32];
        key[0] = (byte) number;
        return Base64.getEncoder().encodeToString(key);
    }
}
