package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.portolan.TestDatabase;
import io.portolan.journal.InMemoryJournal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a provider may end here, and what only looks like it. */
class BackChannelLogoutIT {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Map<String, Object> EVENTS = Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    private final JdbcEndedElsewhere ended = new JdbcEndedElsewhere(JdbcClient.create(TestDatabase.fresh()), CLOCK);
    private final InMemoryJournal journal = new InMemoryJournal();
    private final TestProvider provider = new TestProvider().open();
    private final BackChannelLogout filter = new BackChannelLogout(provider.settings(), provider.known(CLOCK), ended, journal);

    @AfterEach
    void closeProvider() {
        provider.close();
    }

    @Test
    void endsTheSessionThatItNamesAndNoOther() throws Exception {
        var answer = told(signed(claims -> claims));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(ended.hasEnded("s-1", "ada", NOW.minusSeconds(60))).isTrue();
        assertThat(ended.hasEnded("s-2", "ada", NOW.minusSeconds(60))).as("another of hers").isFalse();
        assertThat(ended.hasEnded("s-1", "ada", NOW.plusSeconds(1))).as("begun since").isFalse();
        assertThat(journal.of("portolan")).extracting(entry -> entry.act().name()).containsExactly("sessions-ended");
    }

    @Test
    void endsAllOfAPersonWhereItNamesNoSession() throws Exception {
        assertThat(told(signed(claims -> claims.claim("sid", null))).getStatus()).isEqualTo(200);
        assertThat(ended.hasEnded("s-2", "ada", NOW.minusSeconds(60))).isTrue();
        assertThat(ended.hasEnded("s-2", "eve", NOW.minusSeconds(60))).isFalse();
        assertThat(ended.hasEnded(null, "ada", NOW.minusSeconds(60))).isTrue();
    }

    @Test
    void takesTheSameOnceMoreWithoutHarm() throws Exception {
        var token = signed(claims -> claims);
        assertThat(told(token).getStatus()).isEqualTo(200);
        assertThat(told(token).getStatus()).isEqualTo(200);
        assertThat(journal.of("portolan")).hasSize(1);
    }

    @Test
    void takesClocksThatDifferByAMinuteAndNoMore() throws Exception {
        assertThat(told(signed(claims -> claims.issueTime(at(50)))).getStatus()).isEqualTo(200);
        assertThat(told(signed(claims -> claims.issueTime(at(70)))).getStatus()).isEqualTo(400);
        assertThat(told(signed(claims -> claims.issueTime(at(-200)).expirationTime(at(-50)))).getStatus()).isEqualTo(200);
        assertThat(told(signed(claims -> claims.issueTime(at(-200)).expirationTime(at(-70)))).getStatus()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsNoLogoutForUs() throws Exception {
        for (UnaryOperator<JWTClaimsSet.Builder> change : List.<UnaryOperator<JWTClaimsSet.Builder>>of(claims -> claims.audience("another"), claims -> claims.issuer("https://elsewhere.example"),
                claims -> claims.claim("nonce", "as-in-an-id-token"), claims -> claims.claim("events", null), claims -> claims.claim("events", Map.of("another", Map.of())),
                claims -> claims.claim("events", "text"), claims -> claims.jwtID(null), claims -> claims.issueTime(null), claims -> claims.expirationTime(null),
                claims -> claims.claim("sid", null).subject(null))) {
            var answer = told(signed(change));
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getContentAsString()).contains("invalid_request");
        }
        for (var token : List.of(TestProvider.forged(claims().build()), new PlainJWT(claims().build()).serialize(), "", "a.b.c", "x".repeat(30_000))) {
            assertThat(told(token).getStatus()).isEqualTo(400);
        }
        assertThat(journal.of("portolan")).isEmpty();
        assertThat(ended.hasEnded("s-1", "ada", NOW.minusSeconds(60))).isFalse();
    }

    @Test
    void takesItFromNoAddress() throws Exception {
        var request = request(signed(claims -> claims));
        request.setQueryString("logout_token=" + request.getParameter("logout_token"));
        assertThat(answered(request).getStatus()).isEqualTo(400);
    }

    @Test
    void saysThatItCannotKnowWhileTheProviderIsAway() throws Exception {
        provider.close();
        assertThat(told(signed(claims -> claims)).getStatus()).isEqualTo(503);
    }

    private MockHttpServletResponse told(String token) throws Exception {
        return answered(request(token));
    }

    private static MockHttpServletRequest request(String token) {
        var request = new MockHttpServletRequest("POST", BackChannelLogout.PATH);
        request.setParameter("logout_token", token);
        return request;
    }

    private MockHttpServletResponse answered(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (passed, on) -> {
            throw new AssertionError("nothing comes after it");
        });
        return response;
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return provider.signed(change.apply(claims()).build(), "logout+jwt");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(provider.issuer()).subject("ada").audience("portolan").jwtID(UUID.randomUUID().toString()).claim("sid", "s-1").claim("events", EVENTS)
                .issueTime(at(-1)).expirationTime(at(120));
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
