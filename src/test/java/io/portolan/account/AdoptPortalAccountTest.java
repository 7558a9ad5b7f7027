package io.portolan.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.account.AdoptPortalAccount.Told;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.portolan.vault.InMemoryVault;
import io.portolan.vault.Secret;
import io.portolan.vault.Vault;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class AdoptPortalAccountTest {

    private static final String SEED = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";

    private final InMemoryPortalAccounts accounts = new InMemoryPortalAccounts();
    private final InMemoryVault vault = new InMemoryVault();
    private final List<Act> acts = new ArrayList<>();
    private final AdoptPortalAccount adopt = new AdoptPortalAccount(accounts, fake(Tpps.class), vault, fake(Journal.class),
            TransactionOperations.withoutTransaction(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @SuppressWarnings("unchecked")
    private <T> T fake(Class<T> type) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("find")) {
                return arguments[0].equals("acme") ? Optional.of(new Object()) : Optional.empty();
            }
            acts.add((Act) arguments[0]);
            return null;
        });
    }

    @Test
    void keepsTheAccountAndPutsItsSecretsIntoTheVault() {
        var account = adopt.with(told("acme", "s3cret-value", SEED), "user:ada");

        assertThat(account.adopted()).isTrue();
        assertThat(account.owner()).isEqualTo("the head of IT");
        assertThat(vault.names()).contains(account.password(), account.secondFactor());
        assertThat(acts).singleElement().satisfies(act -> {
            assertThat(act.actor()).isEqualTo("user:ada");
            assertThat(act.toString()).doesNotContain("s3cret-value", "GEZD");
        });
    }

    @Test
    void refusesASecondAccountAStrangerAndASeedThatIsNone() {
        adopt.with(told("acme", "s3cret-value", null), "user:ada");
        assertRefused("portal-account-exists", told("acme", "other", null));
        assertRefused("unknown-tpp", told("nobody", "other", null));
        assertRefused("invalid-values", told("acme", "other", "no seed"));
        assertRefused("invalid-values", told("acme", "", null));
        assertThat(accounts.of("acme")).hasSize(1);
    }

    @Test
    void leavesTheAccountAloneThatARunMakesAtTheSameTime() {
        var name = PortalAccount.secret("acme", "harbour", "production", "password");
        vault.keep(name, "acme", Secret.of("typed-by-the-run"));
        vault.wheneverUsed(() -> accounts.add(new PortalAccount("acme", "harbour", "production", "run@acme.example", name, null, "portolan",
                Instant.EPOCH, null, null, false)));
        assertRefused("portal-account-exists", told("acme", "s3cret-value", SEED));

        assertThat(accounts.of("acme")).singleElement().satisfies(account -> assertThat(account.adopted()).isFalse());
        assertThat(vault.names()).as("what was told is forgotten").containsExactly(name);
        assertThat(vault.reveal(name, new Vault.Purpose("test", "test", false, "test")).orElseThrow()
                .<String>reveal(CharSequence::toString)).isEqualTo("typed-by-the-run");
        assertThat(acts).isEmpty();
    }

    @Test
    void keepsItsSecretsUnderNamesThatNoRunUses() {
        var made = PortalAccount.secret("acme", "harbour", "production", "password");
        vault.keep(made, "acme", Secret.of("of-a-run-that-was-cut-off"));
        assertThat(adopt.with(told("acme", "s3cret-value", null), "user:ada").password()).isNotEqualTo(made);
    }

    private void assertRefused(String code, Told told) {
        assertThatThrownBy(() -> adopt.with(told, "user:ada")).isInstanceOf(Refused.class)
                .satisfies(e -> assertThat(((Refused) e).code()).isEqualTo(code));
    }

    private static Told told(String tpp, String password, String seed) {
        return new Told(tpp, "harbour", "production", "banks@acme.example", Secret.of(password), seed == null ? null : Secret.of(seed),
                "the head of IT");
    }
}
