package io.portolan.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads whoever wants to sign in by a provider that cannot be reached back to the page, which says so. */
class UnreachedProvider extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnreachedProvider.class);

    private final OidcProvider provider;
    private final String page;

    UnreachedProvider(OidcProvider provider, String page) {
        this.provider = provider;
        this.page = page;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + OidcSecurity.BEGIN + "/" + OidcProvider.ID);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            provider.registration();
        } catch (RestClientException | IllegalStateException | IllegalArgumentException away) {
            LOG.warn("nobody can sign in by the provider: {}", away.getMessage());
            response.sendRedirect(request.getContextPath() + page + "?unreachable");
            return;
        }
        chain.doFilter(request, response);
    }
}
