package io.portolan.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What happens around the check of a password: each attempt counts for its address before, and a wrong one leads back to the page. */
class SignInForm implements AuthenticationDetailsSource<HttpServletRequest, WebAuthenticationDetails>, AuthenticationFailureHandler {

    private final String page;
    private final boolean isOn;
    private final SignInAttempts attempts;
    private final SignInProblems problems;
    private final AuthenticationFailureHandler wrong;

    /** @param isOn whether people may sign in with passwords of ours at all */
    SignInForm(String page, boolean isOn, SignInAttempts attempts, SignInProblems problems) {
        this.isOn = isOn;
        this.page = page;
        this.attempts = attempts;
        this.problems = problems;
        this.wrong = new SimpleUrlAuthenticationFailureHandler(page + "?failed");
    }

    /** Is asked by Spring Security for every attempt, before it looks at name and password; throws {@link TooManyAttempts}. */
    @Override
    public WebAuthenticationDetails buildDetails(HttpServletRequest request) {
        if (!isOn) {
            throw new DisabledException("people sign in elsewhere");
        }
        attempts.begin(request.getRemoteAddr()).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        return new WebAuthenticationDetails(request);
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (!(reason instanceof TooManyAttempts tooMany)) {
            wrong.onAuthenticationFailure(request, response, reason);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains("text/html")) {
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", tooMany.sentence());
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        request.setAttribute("tooManyAttempts", tooMany.sentence());
        request.getRequestDispatcher(page).forward(new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }
        }, response);
    }
}
