package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.portolan.TestDatabase;
import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.journal.TestJournals;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

class AdministerUsersIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);
    private static final String ADA = "user:ada";

    @TempDir
    Path folder;

    private final DataSource source = TestDatabase.fresh();
    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final JdbcUsers users = new JdbcUsers(JdbcClient.create(source), encoder, CLOCK);
    private final Journal journal = TestJournals.journal(source, CLOCK);
    private final SignedInSessions sessions = new SignedInSessions(users, new JdbcEndedElsewhere(JdbcClient.create(source), CLOCK), Clock.systemUTC());
    private final MockHttpSession session = new MockHttpSession();
    private AdministerUsers administer;

    @BeforeEach
    void begins() {
        administer = new AdministerUsers(users, new FirstPassword(new AccessSettings(null, folder.resolve("admin.password"), AccessSettings.Need.OPTIONAL, 20, Duration.ofMinutes(10), null, true, null)), null, journal);
        users.create("ada", Secret.of("correct horse"), Set.of(Role.ADMIN));
        users.create("eve", Secret.of("correct horse"), Set.of(Role.OPERATOR));
        sessions.begin(session, "eve");
    }

    @Test
    void makesAUserWithAPasswordOfTheirOwn() {
        var password = administer.make("bob", Set.of(Role.APPROVER, Role.AUDITOR), Set.of(), ADA);

        assertThat(password.length()).isEqualTo(20);
        assertThat(password.<Boolean>reveal(text -> encoder.matches(text, users.credentials("bob").orElseThrow().password()))).isTrue();
        assertThat(users.find("bob").orElseThrow().roles()).containsExactlyInAnyOrder(Role.APPROVER, Role.AUDITOR);
        assertThat(journal.of(Act.HOUSE)).extracting(Entry::act).extracting(Act::actor, Act::name, Act::detail)
                .containsExactly(tuple(ADA, "user-made", "bob: approver and auditor"));
        refuses("invalid-user", () -> administer.make("no roles", Set.of(Role.VIEWER), Set.of(), ADA));
        refuses("invalid-user", () -> administer.make("robot", Set.of(Role.GATEWAY), Set.of(), ADA));
        refuses("invalid-user", () -> administer.make(null, Set.of(Role.VIEWER), Set.of(), ADA));
        refuses("user-exists", () -> administer.make("eve", Set.of(Role.VIEWER), Set.of(), ADA));
    }

    @Test
    void endsTheSessionsOfAUserWithTheirRolesWithTheirPasswordAndWithThemselves() {
        administer.change("eve", new AdministerUsers.Change(Set.of(Role.OPERATOR), null, false), ADA);
        assertThat(sessions.isStale(session, "eve")).as("nothing has changed").isFalse();

        administer.change("eve", new AdministerUsers.Change(Set.of(Role.VIEWER), null, null), ADA);
        assertThat(sessions.isStale(session, "eve")).isTrue();

        sessions.begin(session, "eve");
        administer.givePassword("eve", ADA).close();
        assertThat(sessions.isStale(session, "eve")).isTrue();

        sessions.begin(session, "eve");
        administer.change("eve", new AdministerUsers.Change(null, null, true), ADA);
        assertThat(sessions.isStale(session, "eve")).isTrue();
        administer.change("eve", new AdministerUsers.Change(null, null, false), ADA);
        assertThat(users.find("eve").orElseThrow().disabled()).isFalse();
        assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().name()).containsExactly("user-changed", "password-given", "user-disabled", "user-enabled");
        assertThat(journal.of(Act.HOUSE).get(0).act().detail()).isEqualTo("eve: viewer, before: operator");
    }

    @Test
    void leavesOneAdminAndNobodyDisablesThemselves() {
        refuses("last-admin", () -> administer.change("ada", new AdministerUsers.Change(Set.of(Role.OPERATOR), null, null), ADA));
        refuses("last-admin", () -> administer.change("ada", new AdministerUsers.Change(null, null, true), "token:machine"));
        refuses("own-user", () -> administer.change("ada", new AdministerUsers.Change(null, null, true), ADA));
        refuses("own-user", () -> administer.givePassword("ada", ADA));
        refuses("unknown-user", () -> administer.change("nobody", new AdministerUsers.Change(null, null, true), ADA));

        users.create("bob", Secret.of("correct horse"), Set.of(Role.ADMIN));
        users.disable("bob");
        refuses("last-admin", () -> administer.change("ada", new AdministerUsers.Change(Set.of(Role.OPERATOR), null, null), ADA));
        administer.change("bob", new AdministerUsers.Change(null, null, false), ADA);
        administer.change("ada", new AdministerUsers.Change(Set.of(Role.OPERATOR), null, null), ADA);
        refuses("last-admin", () -> administer.change("bob", new AdministerUsers.Change(Set.of(Role.OPERATOR), null, null), "user:bob"));
    }

    @Test
    void leavesOneAdminWhereTwoTakeTheRoleFromEachOtherAtOnce() {
        users.create("bob", Secret.of("correct horse"), Set.of(Role.ADMIN));
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));

        var refused = Stream.of("ada", "bob").map(name -> CompletableFuture.supplyAsync(() -> transactions.execute(status -> {
            try {
                administer.change(name, new AdministerUsers.Change(Set.of(Role.VIEWER), null, null), "token:machine");
                return 0;
            } catch (Refused lastAdmin) {
                return 1;
            }
        }))).toList().stream().mapToInt(CompletableFuture::join).sum();

        assertThat(refused).isOne();
        assertThat(users.all()).filteredOn(user -> user.roles().contains(Role.ADMIN)).hasSize(1);
    }

    @Test
    void liftsALock() {
        for (int i = 0; i < 8; i++) {
            users.failed("eve");
        }
        assertThat(users.find("eve").orElseThrow()).satisfies(user -> {
            assertThat(user.isLocked(CLOCK.instant())).isTrue();
            assertThat(user.failures()).isEqualTo(8);
        });

        administer.unlock("eve", ADA);
        administer.unlock("eve", ADA);

        assertThat(users.credentials("eve").orElseThrow().locked()).isFalse();
        assertThat(users.find("eve").orElseThrow().failures()).isZero();
        assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().name()).containsExactly("user-unlocked");
    }

    private static void refuses(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
