package io.portolan.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Leads whoever sends a form, or watches a page, after their session has ended to the sign-in, and from there back to that page, whose script puts back
 * what was typed. Nothing that was sent is kept here.
 */
final class EndedSession implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** At the end of the address of a page that is to put back what was typed. */
    private static final String TYPED_AGAIN = "#typed-again";
    private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

    private final String signIn;
    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();

    EndedSession(String signIn) {
        this.signIn = signIn;
    }

    /** For who is not signed in, and sends a form or asks for a part of a page. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) throws IOException {
        var page = pageOf(request);
        if (page != null) {
            request.getSession().setAttribute(SAVED, new SimpleSavedRequest(page + TYPED_AGAIN));
        }
        lead(request, response, signIn + "?ended");
    }

    /** The same where the token of the form is missed first, since it has ended with its session; who has signed in again meanwhile is led back at once. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException, ServletException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var page = pageOf(request);
        if (!(denied instanceof CsrfException)) {
            refuse.handle(request, response, denied);
        } else if (who == null || who instanceof AnonymousAuthenticationToken) {
            commence(request, response, null);
        } else if (page != null) {
            lead(request, response, page + TYPED_AGAIN);
        } else {
            refuse.handle(request, response, denied);
        }
    }

    /** htmx would put the page into the place of the part; so it loads the page instead. */
    private static void lead(HttpServletRequest request, HttpServletResponse response, String to) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + to);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + to);
        }
    }

    /** The page of ours from which this comes, below our context; null where none is said, or it is not ours. */
    private static String pageOf(HttpServletRequest request) {
        var fragment = request.getHeader("HX-Current-URL");
        var from = fragment == null ? request.getHeader(HttpHeaders.REFERER) : fragment;
        try {
            var uri = new URI(from == null ? "" : from);
            var path = uri.getRawPath();
            if (path == null || !request.getServerName().equalsIgnoreCase(uri.getHost()) || !path.startsWith(request.getContextPath() + "/") || path.startsWith("//")) {
                return null;
            }
            var page = path.substring(request.getContextPath().length()) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return page.startsWith("//") || page.startsWith("/sign-") || page.length() > 2_000 ? null : page;
        } catch (URISyntaxException notOurs) {
            return null;
        }
    }
}
