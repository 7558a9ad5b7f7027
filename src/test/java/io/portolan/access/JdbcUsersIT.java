package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.portolan.TestDatabase;
import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.journal.TestJournals;
import io.portolan.refusal.CannotStart;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class JdbcUsersIT {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private static final AccessSettings SETTINGS = new AccessSettings(null, Path.of("admin.password"), AccessSettings.Need.OPTIONAL, 20, Duration.ofMinutes(10), null, true, null);

    @TempDir
    Path folder;

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final JdbcUsers users = usersAt(NOW);
    private final Journal journal = TestJournals.journal(source, Clock.fixed(NOW, ZoneOffset.UTC));
    private final SignIn signIn = new SignIn(users, journal, SETTINGS);

    @Test
    void letsAUserSignInWithThePasswordAlone() {
        users.create("eve", Secret.of("correct horse"), Set.of(Role.OPERATOR, Role.AUDITOR));

        var known = signIn.loadUserByUsername("eve");

        assertThat(encoder.matches("correct horse", known.getPassword())).isTrue();
        assertThat(encoder.matches("correct house", known.getPassword())).isFalse();
        assertThat(known.getAuthorities()).extracting(Object::toString).containsExactlyInAnyOrder("ROLE_OPERATOR", "ROLE_AUDITOR");
        assertThat(known.isEnabled() && known.isAccountNonLocked()).isTrue();
        assertThatThrownBy(() -> signIn.loadUserByUsername("nobody")).isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void keepsThePasswordAsArgon2Only() {
        users.create("eve", Secret.of("correct horse"), Set.of(Role.VIEWER));

        assertThat(database.sql("select password from users").query(String.class).single()).startsWith("$argon2id$").doesNotContain("correct horse");
        assertThat(users.credentials("eve").orElseThrow()).asString().doesNotContain("argon2");
    }

    @Test
    void refusesTakenNamesOddNamesAndShortPasswords() {
        users.create("eve", Secret.of("correct horse"), Set.of(Role.VIEWER));

        assertThatThrownBy(() -> users.create("eve", Secret.of("another horse"), Set.of(Role.VIEWER)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("user-exists"));
        assertThatThrownBy(() -> users.create("E v e", Secret.of("another horse"), Set.of(Role.VIEWER)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("invalid-user"));
        assertThatThrownBy(() -> users.create("adam", Secret.of("short"), Set.of(Role.VIEWER)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.about()).containsEntry("password", "At least 10 characters."));
        assertThatThrownBy(() -> users.changePassword("nobody", Secret.of("another horse")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("unknown-user"));
    }

    @Test
    void locksLongerWithEachWrongPasswordAndOpensAgain() {
        users.create("eve", Secret.of("correct horse"), Set.of(Role.VIEWER));

        for (int i = 0; i < 4; i++) {
            fail("eve");
        }
        assertThat(users.credentials("eve").orElseThrow().locked()).isFalse();
        fail("eve");
        assertThat(users.credentials("eve").orElseThrow().locked()).isTrue();
        assertThat(signIn.loadUserByUsername("eve").isAccountNonLocked()).isFalse();
        assertThat(usersAt(NOW.plusSeconds(2)).credentials("eve").orElseThrow().locked()).isFalse();

        for (int i = 0; i < 40; i++) {
            fail("eve");
        }
        assertThat(usersAt(NOW.plusSeconds(299)).credentials("eve").orElseThrow().locked()).isTrue();
        assertThat(usersAt(NOW.plus(Duration.ofMinutes(5))).credentials("eve").orElseThrow().locked()).isFalse();
        assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().name()).contains("user-locked");
    }

    @Test
    void startsCountingAnewAfterASignIn() {
        users.create("eve", Secret.of("correct horse"), Set.of(Role.VIEWER));
        for (int i = 0; i < 4; i++) {
            fail("eve");
        }

        signIn.signedIn(new AuthenticationSuccessEvent(UsernamePasswordAuthenticationToken.authenticated("eve", null, Set.of())));
        fail("eve");

        assertThat(users.credentials("eve").orElseThrow().locked()).isFalse();
        assertThat(users.all()).singleElement().satisfies(user -> assertThat(user.signedInAt()).isEqualTo(NOW));
        assertThat(journal.of(Act.HOUSE)).extracting(Entry::act).extracting(Act::actor, Act::name)
                .containsExactly(tuple("user:eve", "signed-in"));
    }

    @Test
    void letsWhoeverHasNoSecondFactorOnlySetItUpWhereEverybodyHasToHaveOne() {
        users.create("eve", Secret.of("correct horse"), Set.of(Role.ADMIN));
        var strict = new SignIn(users, journal, new AccessSettings(null, Path.of("admin.password"), AccessSettings.Need.REQUIRED, 20, Duration.ofMinutes(10), null, true, null));

        var known = strict.loadUserByUsername("eve");
        var halfWay = UsernamePasswordAuthenticationToken.authenticated("eve", null, known.getAuthorities());
        strict.signedIn(new AuthenticationSuccessEvent(halfWay));

        assertThat(known.getAuthorities()).extracting(Object::toString).containsExactly(SecondStep.SET_UP);
        assertThat(SecondStep.of(halfWay)).isEqualTo("/sign-in/second-factor");
        assertThat(users.find("eve").orElseThrow().signedInAt()).isNull();
        assertThat(journal.of(Act.HOUSE)).isEmpty();
    }

    @Test
    void letsADisabledUserInNoMore() {
        users.create("eve", Secret.of("correct horse"), Set.of(Role.VIEWER));
        users.disable("eve");

        assertThat(signIn.loadUserByUsername("eve").isEnabled()).isFalse();
        assertThat(users.all()).singleElement().satisfies(user -> assertThat(user.disabled()).isTrue());
    }

    @Test
    void makesTheFirstAdminOnceAndWithTheGivenPassword() {
        firstAdmin(Secret.of("demo-password")).run(null);
        firstAdmin(Secret.of("later-password")).run(null);

        assertThat(users.all()).singleElement().satisfies(user -> assertThat(user.roles()).containsExactly(Role.ADMIN));
        assertThat(encoder.matches("demo-password", signIn.loadUserByUsername("admin").getPassword())).isTrue();
    }

    @Test
    void putsAPasswordThatWasMadeUpIntoAFileOfOursAndNowhereElse(CapturedOutput output) throws IOException {
        firstAdmin(null).run(null);

        var password = Files.readString(folder.resolve("admin.password")).strip();
        assertThat(encoder.matches(password, signIn.loadUserByUsername("admin").getPassword())).isTrue();
        assertThat(Files.getPosixFilePermissions(folder.resolve("admin.password"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(output.getAll()).contains(folder.resolve("admin.password").toString()).doesNotContain(password);
    }

    @Test
    void takesThePasswordOfAStartThatWasCutOff() throws IOException {
        Files.writeString(folder.resolve("admin.password"), "from-the-first-start\n");
        firstAdmin(null).run(null);

        assertThat(encoder.matches("from-the-first-start", signIn.loadUserByUsername("admin").getPassword())).isTrue();
    }

    private FirstAdmin firstAdmin(Secret password) {
        var settings = new AccessSettings(password, folder.resolve("admin.password"), AccessSettings.Need.OPTIONAL, 20, Duration.ofMinutes(10), null, true, null);
        return new FirstAdmin(users, settings, new FirstPassword(settings));
    }

    @Test
    void doesNotStartWithAnAdminPasswordThatIsTooShort() {
        assertThatThrownBy(() -> firstAdmin(Secret.of("short")).run(null))
                .isInstanceOf(CannotStart.class).hasMessageContaining("at least 10");
    }

    private void fail(String name) {
        signIn.failed(new AuthenticationFailureBadCredentialsEvent(
                UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong"), new BadCredentialsException("wrong")));
    }

    private JdbcUsers usersAt(Instant now) {
        return new JdbcUsers(database, encoder, Clock.fixed(now, ZoneOffset.UTC));
    }
}
