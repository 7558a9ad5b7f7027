package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.TestDatabase;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.journal.TestJournals;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class ChangeOwnPasswordIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);

    private static final AccessSettings SETTINGS = new AccessSettings(null, Path.of("admin.password"), AccessSettings.Need.OPTIONAL, 20, Duration.ofMinutes(10), null, true, null);

    @TempDir
    Path folder;

    private final DataSource source = TestDatabase.fresh();
    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final JdbcUsers users = new JdbcUsers(JdbcClient.create(source), encoder, CLOCK);
    private final Journal journal = TestJournals.journal(source, CLOCK);
    private final SignedInSessions sessions = new SignedInSessions(users, new JdbcEndedElsewhere(JdbcClient.create(source), CLOCK), Clock.systemUTC());
    private ChangeOwnPassword change;
    private final MockHttpSession here = new MockHttpSession();
    private final MockHttpSession elsewhere = new MockHttpSession();

    @BeforeEach
    void signsInTwice() {
        change = new ChangeOwnPassword(users, firstPassword(), new SignIn(users, journal, SETTINGS), sessions, encoder, journal);
        users.create("eve", Secret.of("correct horse"), Set.of(Role.VIEWER));
        sessions.begin(here, "eve");
        sessions.begin(elsewhere, "eve");
    }

    @Test
    void changesItAndEndsAllOtherSessions() {
        change.with("eve", Secret.of("correct horse"), Secret.of("battery staple"), here);

        assertThat(encoder.matches("battery staple", users.credentials("eve").orElseThrow().password())).isTrue();
        assertThat(sessions.isStale(here, "eve")).isFalse();
        assertThat(sessions.isStale(elsewhere, "eve")).isTrue();
        assertThat(journal.of(Act.HOUSE)).extracting(entry -> entry.act().name()).containsExactly("password-changed");
    }

    @Test
    void deletesTheFileOfTheFirstPasswordWithTheFirstChange() throws IOException {
        users.create("admin", firstPassword().made(), Set.of(Role.ADMIN));
        var password = Secret.of(Files.readString(folder.resolve("admin.password")).strip());
        change.with("eve", Secret.of("correct horse"), Secret.of("battery staple"), here);
        assertThat(folder.resolve("admin.password")).exists();

        change.with("admin", password, Secret.of("battery staple"), elsewhere);

        assertThat(folder.resolve("admin.password")).doesNotExist();
    }

    private FirstPassword firstPassword() {
        return new FirstPassword(new AccessSettings(null, folder.resolve("admin.password"), AccessSettings.Need.OPTIONAL, 20, Duration.ofMinutes(10), null, true, null));
    }

    @Test
    void refusesAWrongOldPasswordAndLocksAfterTooMany() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> change.with("eve", Secret.of("a wrong one"), Secret.of("battery staple"), here))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.about()).containsKey("old"));
        }

        assertThatThrownBy(() -> change.with("eve", Secret.of("correct horse"), Secret.of("battery staple"), here))
                .isInstanceOf(Refused.class).hasMessageContaining("Too many");
        assertThat(sessions.isStale(elsewhere, "eve")).isFalse();
    }

    @Test
    void refusesANewPasswordThatIsTooShort() {
        assertThatThrownBy(() -> change.with("eve", Secret.of("correct horse"), Secret.of("short"), here))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.about()).containsKey("password"));
        assertThat(sessions.isStale(elsewhere, "eve")).isFalse();
    }

    @Test
    void endsTheSessionsOfADisabledUserAndThoseThatNeverBegan() {
        assertThat(sessions.isStale(new MockHttpSession(), "eve")).isTrue();
        users.disable("eve");
        assertThat(sessions.isStale(here, "eve")).isTrue();
    }

    @Test
    void treatsARequestOfAStaleSessionAsOneOfNobody() throws Exception {
        users.disable("eve");
        var request = new MockHttpServletRequest("GET", "/onboardings");
        request.setSession(here);
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated("eve", null, Set.of()));

        new StaleSessionFilter(sessions).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        assertThat(here.isInvalid()).isTrue();
    }
}
