package io.portolan.access;

import io.portolan.database.Limits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Limits what the database holds for the request of somebody who is limited to some TPPs, also where an error of it is answered; what belongs to all
 * TPPs they may look at and not change.
 */
class LimitFilter extends GenericFilterBean {

    private final Limits limits;
    private final Actors actors;
    private final HouseMatters house;
    private final SignInProblems problems;

    LimitFilter(Limits limits, Actors actors, HouseMatters house, SignInProblems problems) {
        this.limits = limits;
        this.actors = actors;
        this.house = house;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        var limit = actors.current().limit().orElse(null);
        if (limit != null && request instanceof HttpServletRequest http && house.isOne(http)) {
            refuse(http, (HttpServletResponse) response);
            return;
        }
        try (var scope = limits.hold(limit)) {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (WebSecurity.isForMachines(request)) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "limited-to-tpps", "You are limited to some TPPs, and this concerns all of them.");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
