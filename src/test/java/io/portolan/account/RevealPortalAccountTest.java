package io.portolan.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.access.NobodyElse;
import io.portolan.account.RevealPortalAccount.Asked;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.portolan.vault.InMemoryVault;
import io.portolan.vault.Secret;
import io.portolan.vault.Totp;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class RevealPortalAccountTest {

    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final long PERIOD = 30;

    private final InMemoryPortalAccounts accounts = new InMemoryPortalAccounts();
    private final InMemoryVault vault = new InMemoryVault();
    private final List<Act> acts = new ArrayList<>();
    private final Totp totp = Totp.of(Secret.of(SEED));

    @BeforeEach
    void keepAccounts() {
        var password = PortalAccount.secret("acme", "harbour", "live", "password");
        var seed = PortalAccount.secret("acme", "harbour", "live", "totp-seed");
        vault.keep(password, "acme", Secret.of("pass-4711"));
        vault.keep(seed, "acme", Secret.of(SEED));
        accounts.add(new PortalAccount("acme", "harbour", "live", "a@acme.example", password, seed, "portolan", Instant.EPOCH, null, null, false));
        accounts.add(new PortalAccount("acme", "quay", "live", "a@acme.example", PortalAccount.secret("acme", "quay", "live", "password"), null,
                "portolan", Instant.EPOCH, null, null, false));
    }

    private RevealPortalAccount at(long second) {
        var journal = (Journal) Proxy.newProxyInstance(Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
            acts.add((Act) arguments[0]);
            return null;
        });
        return new RevealPortalAccount(accounts, vault, journal, null, new NobodyElse(), TransactionOperations.withoutTransaction(),
                Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    private static Asked asked(String portal, String reason) {
        return new Asked("acme", portal, "live", reason, "user:ada", "the-onboarding");
    }

    @Test
    void showsThePasswordAsItIsTyped() {
        try (var password = at(0).password(asked("harbour", "A captcha."))) {
            assertThat(text(password)).isEqualTo("pass-4711");
        }
    }

    @Test
    void showsTheCodeOfThePresentPeriodAndWritesDownWhoSawItAndWhy() {
        try (var code = at(100 * PERIOD + 3).code(asked("harbour", " A captcha. "))) {
            assertThat(text(code.value())).isEqualTo(text(totp.code(100)));
            assertThat(code.from()).isEqualTo(Instant.ofEpochSecond(100 * PERIOD));
            assertThat(code.until()).isEqualTo(Instant.ofEpochSecond(101 * PERIOD));
            assertThat(acts).singleElement().satisfies(act -> {
                assertThat(act.actor()).isEqualTo("user:ada");
                assertThat(act.chain()).isEqualTo("the-onboarding");
                assertThat(act.name()).isEqualTo("one-time-code-shown");
                assertThat(act.detail()).endsWith("/totp-seed: A captcha.").doesNotContain(SEED, text(code.value()));
            });
        }
    }

    @Test
    void showsNoCodeThatNobodyCouldTypeInTimeAndNoneTwice() {
        assertThat(at(100 * PERIOD + 25).code(asked("harbour", "To sign in.")).from()).isEqualTo(Instant.ofEpochSecond(101 * PERIOD));
        assertThat(at(101 * PERIOD + 2).code(asked("harbour", "To sign in.")).from()).isEqualTo(Instant.ofEpochSecond(102 * PERIOD));
        assertThat(accounts.takeStep(accounts.find("acme", "harbour", "live").orElseThrow(), 102)).as("of the machine").isEqualTo(103);
    }

    @Test
    void runsNoFurtherAheadThanTheNextCode() {
        at(100 * PERIOD).code(asked("harbour", "To sign in."));
        at(100 * PERIOD + 1).code(asked("harbour", "To sign in."));
        assertRefused("code-already-given", () -> at(100 * PERIOD + 2).code(asked("harbour", "To sign in.")));
        assertThat(acts).hasSize(2);
    }

    @Test
    void refusesWithoutAReasonAnAccountOrASecret() {
        assertRefused("reason-required", () -> at(0).password(asked("harbour", "  x ")));
        assertRefused("reason-required", () -> at(0).code(asked("harbour", null)));
        assertRefused("unknown-portal-account", () -> at(0).password(asked("nowhere", "A captcha.")));
        assertRefused("no-second-factor", () -> at(0).code(asked("quay", "A captcha.")));
        assertRefused("secret-not-held", () -> at(0).password(asked("quay", "A captcha.")));
        assertThat(acts).isEmpty();
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static String text(Secret secret) {
        return secret.reveal(CharSequence::toString);
    }
}
