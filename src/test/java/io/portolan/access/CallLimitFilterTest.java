package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

class CallLimitFilterTest {

    private Instant now = Instant.parse("2026-11-22T10:15:30Z");
    private final InstantSource ticking = () -> now;
    private final CallLimits limits = new CallLimits(new AccessSettings(null, Path.of("none"), AccessSettings.Need.OPTIONAL, 5, Duration.ofMinutes(10),
            new AccessSettings.Calls(3, 2, Duration.ofMinutes(1)), true, null), ticking.withZone(ZoneOffset.UTC));
    private final SignInProblems problems = new SignInProblems(new ObjectMapper(), limits);
    private final CallLimitFilter filter = new CallLimitFilter(limits, problems, request -> request.getRequestURI().startsWith("/api/") || request.getRequestURI().startsWith("/jwks/"),
            request -> request.getRequestURI().startsWith("/jwks/"));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void stopsATokenAfterSoManyCallsAndGivesThemBackEvenly() throws Exception {
        var answer = call(token("gateway"), "/api/v1/tasks");
        assertThat(answer.getHeader("RateLimit-Policy")).isEqualTo("\"token\";q=3;w=60");
        assertThat(answer.getHeader("RateLimit")).isEqualTo("\"token\";r=2;t=20");
        call(token("gateway"), "/api/v1/tasks");
        call(token("gateway"), "/api/v1/tasks");

        var refused = call(token("gateway"), "/api/v1/tasks");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("20");
        assertThat(refused.getHeader("RateLimit")).isEqualTo("\"token\";r=0;t=20");
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains("\"code\":\"too-many-calls\"", "call again in 20 s");
        now = now.plusSeconds(20);
        assertThat(call(token("gateway"), "/api/v1/tasks").getStatus()).isEqualTo(200);
        assertThat(call(token("gateway"), "/api/v1/tasks").getStatus()).isEqualTo(429);
    }

    @Test
    void countsEachTokenAndEachUserForThemselvesAndNoPage() throws Exception {
        for (int i = 0; i < 3; i++) {
            call(token("a"), "/api/v1/tasks");
        }

        assertThat(call(token("a"), "/tasks").getStatus()).isEqualTo(200);
        assertThat(call(token("b"), "/api/v1/tasks").getStatus()).isEqualTo(200);
        assertThat(call(new UsernamePasswordAuthenticationToken("token:a", "x"), "/api/v1/tasks").getStatus()).isEqualTo(200);
    }

    @Test
    void countsStrangersByAddressWhereTheyMayCallAndWhereTheyAreTurnedAway() throws Exception {
        assertThat(call(null, "/jwks/tpp").getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=2;w=60");
        var turnedAway = new MockHttpServletResponse();
        problems.commence(new MockHttpServletRequest("GET", "/api/v1/tasks"), turnedAway, new BadCredentialsException("unknown token"));
        assertThat(turnedAway.getStatus()).isEqualTo(401);

        assertThat(call(null, "/jwks/tpp").getStatus()).isEqualTo(429);
        problems.commence(new MockHttpServletRequest("GET", "/api/v1/tasks"), turnedAway = new MockHttpServletResponse(), new BadCredentialsException("unknown token"));
        assertThat(turnedAway.getStatus()).isEqualTo(429);
        assertThat(call(token("a"), "/jwks/tpp").getStatus()).isEqualTo(200);
    }

    private static Authentication token(String name) {
        return new TokenAuthentication(new Actor("token:" + name, Set.of(Role.VIEWER)));
    }

    private MockHttpServletResponse call(Authentication caller, String path) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(caller);
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }
}
