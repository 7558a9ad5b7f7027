package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.portolan.access.Actor;
import io.portolan.access.ChangeOwnPassword;
import io.portolan.access.Role;
import io.portolan.access.Tokens;
import io.portolan.refusal.Refused;
import io.portolan.registration.MakeToken;
import io.portolan.vault.Secret;
import io.portolan.worklist.WorklistSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.unit.DataSize;

class AccessPageTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final FakeTokens tokens = new FakeTokens();
    private final ChangeOwnPassword ownPassword = mock();
    private final MakeToken make = mock();
    private Role role = Role.ADMIN;
    private final MockMvc pages = ConsolePages.of(new AccessPage(tokens, make, ownPassword, new WorklistSettings(2, 1, 5, ZoneId.of("Europe/Brussels"), DataSize.ofMegabytes(10), Duration.ofDays(14)),
            () -> new Actor("user:eve", Set.of(role)), Clock.fixed(NOW, ZoneOffset.UTC)));

    @BeforeEach
    void makesThem() {
        when(make.with(any(), any())).thenAnswer(asked -> {
            var wish = asked.<MakeToken.Wish>getArgument(0);
            return tokens.create(wish.name(), wish.roles(), wish.scope(), wish.expires(), asked.getArgument(1));
        });
    }

    @Test
    void showsATokenThisOnceAndKeepsItNowhere() throws Exception {
        pages.perform(post("/access/tokens").param("name", "gateway").param("roles", "GATEWAY").param("scope", "lantern, r-1").param("lastDay", "2026-12-31"))
                .andExpect(status().isOk()).andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString("ptl_made_for_gateway")));
        pages.perform(get("/access")).andExpect(content().string(allOf(containsString("gateway"), not(containsString("ptl_made")))));
        assertThat(tokens.made).singleElement().satisfies(made -> {
            assertThat(made.expiresAt()).as("through the whole last day of our people").isEqualTo("2026-12-31T23:00:00Z");
            assertThat(made.scope()).containsExactlyInAnyOrder("lantern", "r-1");
            assertThat(made.createdBy()).isEqualTo("user:eve");
        });
    }

    @Test
    void saysBesideTheFieldsWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        pages.perform(post("/access/tokens").param("name", "taken").param("roles", "AUDITOR"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("There is a token"), containsString("value=\"taken\""))));
    }

    @Test
    void asksWhyWhereSomebodyElseHasToAgree() throws Exception {
        doThrow(Refused.invalid("reason-required", "Say why, in a few words.", Map.of("reason", "at least 3 characters"))).when(make).with(any(), any());
        pages.perform(post("/access/tokens").param("name", "gateway").param("roles", "GATEWAY").param("scope", "lantern").param("reason", "  "))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("Say why, in a few words."), containsString("value=\"lantern\""))));
    }

    @Test
    void fillsInWhatAnApprovedTokenIsToBe() throws Exception {
        pages.perform(get("/access?name=gateway&roles=GATEWAY&scope=lantern&ends=2026-12-31T23:00:00Z"))
                .andExpect(content().string(allOf(containsString("value=\"gateway\""), containsString("value=\"lantern\""), containsString("value=\"2026-12-31\""))));
    }

    @Test
    void revokesAToken() throws Exception {
        pages.perform(post("/access/tokens/gateway/revocation")).andExpect(redirectedUrl("/access"));
        assertThat(tokens.revoked).containsExactly("gateway by user:eve");
    }

    @Test
    void showsTokensToAdminsOnly() throws Exception {
        role = Role.APPROVER;
        pages.perform(get("/access")).andExpect(content().string(allOf(containsString("Your password"), not(containsString("API tokens")))));
    }

    @Test
    void changesAPasswordThatWasTypedTheSameTwice() throws Exception {
        pages.perform(password("battery staple", "battery stable")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("not the same"), not(containsString("battery")))));
        verify(ownPassword, never()).with(any(), any(), any(), any());

        pages.perform(password("battery staple", "battery staple")).andExpect(redirectedUrl("/access"));
        verify(ownPassword).with(eq("eve"), any(), any(), any());
    }

    @Test
    void saysThatTheOldPasswordIsWrong() throws Exception {
        doThrow(Refused.invalid("wrong-password", "This is not your password.", Map.of("old", "This is not your password.")))
                .when(ownPassword).with(any(), any(), any(), any());
        pages.perform(password("battery staple", "battery staple")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("This is not your password.")));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder password(String first, String again) {
        return post("/access/password").param("old", "correct horse").param("password", first).param("again", again).principal(() -> "eve");
    }

    private static final class FakeTokens implements Tokens {

        private final List<Token> made = new ArrayList<>();
        private final List<String> revoked = new ArrayList<>();

        @Override
        public Secret create(String name, Set<Role> roles, Set<String> scope, Instant expiresAt, String actor) {
            if (name.equals("taken")) {
                throw Refused.conflict("token-exists", "There is a token \"taken\" already.", Map.of("name", name));
            }
            made.add(new Token(name, roles, scope, NOW, actor, expiresAt, null, null));
            return Secret.of("ptl_made_for_" + name);
        }

        @Override
        public void check(String name, Set<Role> roles, Set<String> scope, Instant expiresAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void accept(String name, Secret token, Set<Role> roles, Instant expiresAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void revoke(String name, String actor) {
            revoked.add(name + " by " + actor);
        }

        @Override
        public Optional<Actor> actor(Secret token) {
            return Optional.empty();
        }

        @Override
        public List<Token> all() {
            return made;
        }
    }
}
