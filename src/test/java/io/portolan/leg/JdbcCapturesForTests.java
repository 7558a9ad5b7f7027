package io.portolan.leg;

import io.portolan.vault.Vault;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The captures of a database, for tests of other packages. */
public final class JdbcCapturesForTests {

    private JdbcCapturesForTests() { }

    /** What masks the secrets that are captured there. */
    public static SecretsOfOnboarding secrets(DataSource database, Vault vault) {
        return new SecretsOfOnboarding(new JdbcCaptures(JdbcClient.create(database), vault), vault);
    }
}
