package io.portolan.access;

import io.portolan.vault.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in a request by its bearer token (RFC 6750). A request with a token that does not hold never falls back to a session. */
class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final MachineJwts machines;
    private final SignInProblems problems;

    /** @param machines what else may be a token; null where only ours are */
    BearerTokenFilter(Tokens tokens, MachineJwts machines, SignInProblems problems) {
        this.tokens = tokens;
        this.machines = machines;
        this.problems = problems;
    }

    static boolean carriesToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!carriesToken(request)) {
            chain.doFilter(request, response);
            return;
        }
        try (var token = Secret.of(request.getHeader(HttpHeaders.AUTHORIZATION).substring(SCHEME.length()).strip())) {
            var known = tokens.actor(token).map(TokenAuthentication::new).or(() -> machines == null ? Optional.empty() : machines.machine(token));
            if (known.isEmpty()) {
                problems.badToken(request, response);
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(known.get());
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException away) {
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "provider-unreachable",
                    "Whether this token holds cannot be asked now. Try again in a while.");
        }
    }
}
