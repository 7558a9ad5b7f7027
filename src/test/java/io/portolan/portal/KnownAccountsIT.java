package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.journal.InMemoryJournal;
import io.portolan.leg.AccountsAtPortals.Adoption;
import io.portolan.refusal.Refused;
import io.portolan.vault.InMemoryVault;
import io.portolan.vault.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KnownAccountsIT {

    private static final Adoption ADOPTION = new Adoption("lantern", "harbour", "production", " banks@tpp.example ", null);

    private final InMemoryVault vault = new InMemoryVault();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final JdbcPortalAccounts accounts = new JdbcPortalAccounts(JdbcClient.create(TestDatabase.fresh()));
    private final KnownAccounts known = new KnownAccounts(accounts, vault, journal, Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void takesInAnAccountThatAPortalLegThenWorksWith() {
        known.adopt(ADOPTION, Secret.of("p4ssword"), Secret.of("JBSWY3DPEHPK3PXP"), "user:ada");
        assertThat(known.all()).singleElement().satisfies(account -> {
            assertThat(account.login()).isEqualTo("banks@tpp.example");
            assertThat(account.owner()).isEqualTo("user:ada");
            assertThat(account.isAdopted()).isTrue();
            assertThat(account.hasSecondFactor()).isTrue();
        });
        var account = accounts.find("lantern", "harbour", "production").orElseThrow();
        assertThat(vault.names()).containsExactly(account.password(), account.secondFactor());
        assertThat(journal.acts()).containsExactly("portal-account-adopted");
    }

    @Test
    void leavesThePasswordOfAnAccountAloneThatIsThereAlready() {
        known.adopt(ADOPTION, Secret.of("p4ssword"), null, "user:ada");
        assertThatThrownBy(() -> known.adopt(ADOPTION, Secret.of("another"), null, "user:bob"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("account-exists"));
        var password = accounts.find("lantern", "harbour", "production").orElseThrow().password();
        try (var kept = vault.reveal(password, new io.portolan.vault.Vault.Purpose("test", "test", false, "test")).orElseThrow()) {
            assertThat(kept.reveal(CharSequence::toString)).isEqualTo("p4ssword");
        }
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThatThrownBy(() -> known.adopt(new Adoption("lantern", "harbour", "production", " ", null), Secret.of(""), null, "user:ada"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.about()).containsOnlyKeys("login", "password"));
        assertThatThrownBy(() -> known.adopt(ADOPTION, Secret.of("x"), Secret.of("no seed!"), "user:ada"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.about()).containsOnlyKeys("seed"));
        assertThat(vault.names()).isEmpty();
    }
}
