package io.portolan.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.access.Actors;
import io.portolan.adoption.CsvFile;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UrlPathHelper;

/**
 * Carries a POST with an {@code Idempotency-Key} out once, and gives the same answer to the same request again. Refusals are not
 * kept, so that what was put right can be asked again; neither is a secret that is shown once.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final IdempotencyKeys keys;
    private final Actors actors;
    private final ObjectMapper json;

    IdempotencyFilter(IdempotencyKeys keys, Actors actors, ObjectMapper json) {
        this.actors = actors;
        this.keys = keys;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        return !"POST".equals(request.getMethod()) || request.getHeader(HEADER) == null
                || !path.startsWith("/api/v1/") || path.endsWith("/reveal") || path.endsWith("/tokens")
                || path.startsWith("/api/v1/users") || path.startsWith("/api/v1/webhooks");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER).trim();
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            refuse(response, HttpStatus.BAD_REQUEST, "invalid-idempotency-key",
                    "An Idempotency-Key has 1 to 200 visible ASCII characters, such as a UUID.");
            return;
        }
        var isImport = RegistrationImportController.PATH.equals(UrlPathHelper.defaultInstance.getPathWithinApplication(request));
        var most = isImport ? CsvFile.MOST_BYTES : MOST_BYTES;
        var body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large", isImport ? CsvFile.TOO_LARGE : "A body may have 4 MiB at most.");
            return;
        }
        var actor = actors.current().name();
        var known = keys.begin(actor, key, "POST " + request.getRequestURI(), hash(body));
        if (known instanceof IdempotencyKeys.Known.Nothing) {
            carryOut(new KeptBody(request, body), response, chain, actor, key);
        } else if (known instanceof IdempotencyKeys.Known.Answered answered) {
            repeat(response, answered.answer());
        } else if (known instanceof IdempotencyKeys.Known.StillRunning) {
            refuse(response, HttpStatus.CONFLICT, "idempotency-key-in-use",
                    "The same request is being carried out; ask again in a moment.");
        } else {
            refuse(response, HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused",
                    "This Idempotency-Key was used for another request; a new wish needs a new key.");
        }
    }

    private void carryOut(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String actor,
            String key) throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, kept);
            if (kept.getStatus() / 100 == 2 && mayBeKept(kept)) {
                keys.finish(actor, key, new IdempotencyKeys.Answer(kept.getStatus(), kept.getContentType(),
                        kept.getHeader(HttpHeaders.LOCATION),
                        new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8)));
                answered = true;
            }
        } finally {
            if (!answered) {
                keys.release(actor, key);
            }
            kept.copyBodyToResponse();
        }
    }

    private static boolean mayBeKept(HttpServletResponse response) {
        return response.getHeaders(HttpHeaders.CACHE_CONTROL).stream().noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("no-store"));
    }

    private static void repeat(HttpServletResponse response, IdempotencyKeys.Answer answer) throws IOException {
        response.setStatus(answer.status());
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String code, String sentence)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problems.problem(status, code, sentence));
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
