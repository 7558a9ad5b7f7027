package io.portolan.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to who calls more than they may. Strangers are counted here where they may call at all, and otherwise where they are turned away. */
class CallLimitFilter extends OncePerRequestFilter {

    private final CallLimits limits;
    private final SignInProblems problems;
    private final RequestMatcher calls;
    private final RequestMatcher open;

    CallLimitFilter(CallLimits limits, SignInProblems problems, RequestMatcher calls, RequestMatcher open) {
        this.limits = limits;
        this.problems = problems;
        this.calls = calls;
        this.open = open;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !calls.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        var isStranger = caller == null || caller instanceof AnonymousAuthenticationToken;
        if (isStranger && !open.matches(request) || (isStranger ? limits.admitsStranger(request, response) : limits.admits(caller, response))) {
            chain.doFilter(request, response);
        } else {
            problems.tooMany(request, response);
        }
    }
}
