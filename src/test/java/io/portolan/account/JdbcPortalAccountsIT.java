package io.portolan.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.TestDatabase;
import io.portolan.vault.SecretName;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPortalAccountsIT {

    private static final Instant CREATED = Instant.parse("2026-11-02T09:30:00.123456Z");

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final JdbcPortalAccounts accounts = new JdbcPortalAccounts(database);

    @Test
    void findsWhatWasAdded() {
        var account = account("acme", "harbour", "live", "banks@acme.example", true);

        accounts.add(account);

        assertThat(accounts.find("acme", "harbour", "live")).contains(account);
    }

    @Test
    void findsNoneOfAnotherTppPortalOrEnvironment() {
        accounts.add(account("acme", "harbour", "live", "banks@acme.example", false));

        assertThat(accounts.find("other", "harbour", "live")).isEmpty();
        assertThat(accounts.find("acme", "quay", "live")).isEmpty();
        assertThat(accounts.find("acme", "harbour", "sandbox")).isEmpty();
    }

    @Test
    void givesNoStepOfCodesTwiceEvenToAnotherNodeAndBeginsAnewWithANewSeed() {
        var account = account("acme", "harbour", "live", "banks@acme.example", true);
        accounts.add(account);

        assertThat(accounts.takeStep(account, 100)).isEqualTo(100);
        assertThat(new JdbcPortalAccounts(database).takeStep(account, 100)).isEqualTo(101);
        assertThat(accounts.takeStep(account, 140)).isEqualTo(140);

        accounts.secondFactor(account, new SecretName("portal/harbour/totp-seed"));
        assertThat(accounts.takeStep(account, 140)).isEqualTo(140);
    }

    @Test
    void leavesAnAccountThatIsThereAlreadyAsItIs() {
        var first = account("acme", "harbour", "live", "first@acme.example", false);
        assertThat(accounts.add(first)).isTrue();
        assertThat(accounts.add(account("acme", "harbour", "live", "second@acme.example", true))).isFalse();

        assertThat(accounts.find("acme", "harbour", "live")).contains(first);
    }

    @Test
    void keepsOneAccountWhenTwoNodesMakeItAtTheSameTime() throws Exception {
        var ready = new CountDownLatch(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var login : new String[] {"one@acme.example", "two@acme.example"}) {
                pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    accounts.add(account("acme", "harbour", "live", login, false));
                    return null;
                });
            }
        } finally {
            pool.shutdown();
            assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(database.sql("select count(*) from portal_accounts").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void remembersTheLastLogInOfThisAccountOnly() {
        var signedIn = account("acme", "harbour", "live", "banks@acme.example", false);
        accounts.add(signedIn);
        accounts.add(account("acme", "harbour", "sandbox", "banks@acme.example", false));
        var at = CREATED.plusSeconds(60);

        accounts.signedIn(signedIn, at);

        assertThat(accounts.find("acme", "harbour", "live").orElseThrow().lastLogIn()).isEqualTo(at);
        assertThat(accounts.find("acme", "harbour", "sandbox").orElseThrow().lastLogIn()).isNull();
    }

    private static PortalAccount account(String tpp, String portal, String environment, String login, boolean adopted) {
        return new PortalAccount(tpp, portal, environment, login, SecretName.of("portal-accounts", tpp, portal, environment, "password"), null,
                "portolan", CREATED, null, null, adopted);
    }
}
