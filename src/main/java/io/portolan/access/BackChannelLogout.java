package io.portolan.access;

import com.nimbusds.jose.JOSEObjectType;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.web.client.RestClientException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hears from the provider that it has signed somebody out, and ends their sessions here (OpenID Connect Back-Channel Logout 1.0). */
class BackChannelLogout extends OncePerRequestFilter {

    static final String PATH = "/sign-in/ended";

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int LONGEST = 20_000;

    private final Oidc settings;
    private final OidcProvider provider;
    private final JdbcEndedElsewhere ended;
    private final Journal journal;
    private JwtDecoder decoder;

    BackChannelLogout(Oidc settings, OidcProvider provider, JdbcEndedElsewhere ended, Journal journal) {
        this.settings = settings;
        this.provider = provider;
        this.ended = ended;
        this.journal = journal;
    }

    /** Whether the provider speaks here, which no browser does: what it says is signed. */
    static boolean isAsked(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && request.getRequestURI().equals(request.getContextPath() + PATH);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isAsked(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var token = request.getQueryString() == null ? request.getParameter("logout_token") : null;
        if (token == null || token.length() > LONGEST) {
            refuse(response, HttpStatus.BAD_REQUEST, "A form with a logout_token was expected.");
            return;
        }
        try {
            end(decoder().decode(token));
            response.setStatus(HttpStatus.OK.value());
        } catch (BadJwtException notGood) {
            LOG.info("what was sent as a logout of the provider is none: {}", notGood.getMessage());
            refuse(response, HttpStatus.BAD_REQUEST, "This is no logout token for this client.");
        } catch (JwtException | RestClientException | IllegalStateException away) {
            LOG.warn("a logout of the provider could not be checked: {}", away.getMessage());
            refuse(response, HttpStatus.SERVICE_UNAVAILABLE, "The keys of the issuer cannot be had.");
        }
    }

    /** The same token once more ends nothing that has begun since. */
    private void end(Jwt token) {
        if (ended.keep(token.getId(), token.getClaimAsString("sid"), token.getSubject(), settings.session())) {
            journal.write(Act.ofPortolan(Act.HOUSE, "sessions-ended", null, null, settings.name() + " has signed out " + (token.getSubject() == null ? "a session" : token.getSubject()) + "."));
        }
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String why) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(("{\"error\": \"" + (status == HttpStatus.BAD_REQUEST ? "invalid_request" : "temporarily_unavailable") + "\", \"error_description\": \"" + why + "\"}")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** By section 2.6; what signs somebody in has a nonce or no such event, and is none. */
    private synchronized JwtDecoder decoder() {
        if (decoder == null) {
            decoder = provider.decoder(new DelegatingOAuth2TokenValidator<>(provider.inTime(), new JwtIssuerValidator(settings.issuer().toString()),
                    new JwtClaimValidator<java.util.Collection<String>>("aud", aud -> aud != null && aud.contains(settings.clientId())),
                    new JwtClaimValidator<Object>("exp", ends -> ends != null), new JwtClaimValidator<Object>("iat", issued -> issued != null && provider.isNotOfLater(issued)),
                    new JwtClaimValidator<Object>("jti", id -> id instanceof String text && !text.isBlank()), new JwtClaimValidator<Object>("nonce", nonce -> nonce == null),
                    new JwtClaimValidator<Object>("events", events -> events instanceof Map<?, ?> named && named.get(EVENT) instanceof Map<?, ?>), new WhoseSession()),
                    new JOSEObjectType("logout+jwt"));
        }
        return decoder;
    }
}
