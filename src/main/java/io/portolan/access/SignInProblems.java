package io.portolan.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells machines that they are not signed in, or may not, as a problem (RFC 9457) with a stable code. */
class SignInProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;
    private final CallLimits limits;

    SignInProblems(ObjectMapper json, CallLimits limits) {
        this.json = json;
        this.limits = limits;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) throws IOException {
        if (!limits.admitsStranger(request, response)) {
            tooMany(request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"portolan\"");
        write(request, response, HttpStatus.UNAUTHORIZED, "not-signed-in",
                "Send a valid token as Authorization: Bearer <token>, or sign in.");
    }

    /** Whoever has sent a token that does not hold (RFC 6750, section 3.1). */
    void badToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!limits.admitsStranger(request, response)) {
            tooMany(request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"portolan\", error=\"invalid_token\"");
        write(request, response, HttpStatus.UNAUTHORIZED, "not-signed-in", "This token does not hold: it is unknown or over, or is not meant for this.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, "not-permitted", "Your role does not permit this, or the form has expired.");
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-calls", "More calls came than are taken; call again in " + response.getHeader(HttpHeaders.RETRY_AFTER)
                + " s, and keep to what RateLimit-Policy says.");
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        problem.put("code", code);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
