package io.portolan.bankapi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why access does not work, as well as can be seen.
 *
 * @param whose whose it is to put right
 * @param sentence the same for people, with what shows it
 */
record Verdict(Whose whose, String sentence) {

    /** Whose it is. */
    enum Whose { OUR_CERTIFICATE, OUR_REGISTRATION, OUR_REQUEST, OUR_PROXY, THEIR_OUTAGE, THEIR_SERVER, UNCLEAR }

    /** Errors of OAuth 2.0 (RFC 6749, section 5.2; RFC 6750, section 3.1) and of NextGenPSD2 by whose they are. */
    private static final Set<String> REGISTRATION = Set.of("invalid_client", "unauthorized_client", "client_not_found");
    /** What servers say beside {@code unauthorized_client} that mean {@code invalid_client}, as Keycloak does. */
    private static final Set<String> NOT_KNOWN = Set.of("authenticating client", "authentication failed", "invalid client", "unknown client", "client not found");
    private static final Pattern NOT_GOOD = Pattern.compile("certificate_(expired|invalid|revoked|blocked|missing)"
            + "|certificate (is |has |was )?(been )?(expired|revoked|invalid|not valid|not trusted|untrusted|blocked|missing)");
    private static final Set<String> REQUEST = Set.of("invalid_request", "invalid_scope", "invalid_grant", "unsupported_grant_type",
            "invalid_target", "format_error", "parameter_not_supported", "parameter_not_consistent", "service_invalid", "consent_unknown",
            "consent_invalid", "timestamp_invalid", "resource_unknown", "product_unknown");
    private static final Set<String> LATER = Set.of("temporarily_unavailable", "server_error", "slow_down", "service_unavailable");
    private static final List<String> ERRORS = List.of("/error", "/tppMessages/0/code", "/errors/0/code", "/code", "/Code");

    static Verdict of(CallFailed failure) {
        return switch (failure.how()) {
            case CERTIFICATE_NOT_TAKEN -> new Verdict(Whose.OUR_CERTIFICATE, "The bank does not take our certificate: " + failure.getMessage());
            case SERVER_NOT_TRUSTED -> new Verdict(Whose.THEIR_SERVER, failure.getMessage());
            case NO_TLS -> new Verdict(Whose.THEIR_SERVER, failure.getMessage() + " Is that the address of the bank's API?");
            case PROXY_IN_THE_WAY -> new Verdict(Whose.OUR_PROXY, failure.getMessage());
            case HUNG_UP -> new Verdict(Whose.UNCLEAR, failure.getMessage()
                    + " A server may do so that does not take a certificate, or lets in only addresses that it knows; or it has an outage.");
            // with TLS 1.3 the rejection of a certificate may be lost with the connection
            case CUT_OFF -> new Verdict(Whose.UNCLEAR, "The bank hangs up without an answer, as a server may that does not take a certificate: "
                    + failure.getMessage());
            case NOT_REACHED, TIMED_OUT, TOO_LARGE, GARBLED -> new Verdict(Whose.THEIR_OUTAGE,
                    "The bank's API does not work at present: " + failure.getMessage());
        };
    }

    /** What an answer says; the excerpt is what may be shown of it. */
    static Verdict of(Answer answer, String excerpt) {
        var body = answer.body().toLowerCase(Locale.ROOT);
        var errors = Stream.concat(ERRORS.stream().flatMap(pointer -> answer.at(pointer).stream()), Stream.of(bearerError(answer)))
                .map(error -> error.toLowerCase(Locale.ROOT)).toList();
        if (answer.isOutage() || errors.stream().anyMatch(LATER::contains)) {
            return new Verdict(Whose.THEIR_OUTAGE, "The bank's API does not work at present: " + excerpt);
        }
        var isOfOAuth = errors.stream().anyMatch(error -> REGISTRATION.contains(error) || REQUEST.contains(error));
        if (NOT_GOOD.matcher(body).find() || !isOfOAuth && (body.contains("certificate_") || body.contains("certificate is"))) {
            return new Verdict(Whose.OUR_CERTIFICATE, "The bank objects to our certificate: " + excerpt);
        }
        if (errors.contains("invalid_scope")) {
            return new Verdict(Whose.OUR_REQUEST, "The bank does not grant the scope that we ask for: the playbook asks for too much, or our client"
                    + " was not registered for it: " + excerpt);
        }
        if (errors.contains("unauthorized_client") && NOT_KNOWN.stream().noneMatch(body::contains)) {
            return new Verdict(Whose.OUR_REGISTRATION, "The bank knows our client but does not let it get tokens in this way: " + excerpt);
        }
        if (errors.stream().anyMatch(REQUEST::contains)) {
            return request(excerpt);
        }
        if (errors.stream().anyMatch(error -> error.startsWith("signature_"))) {
            return new Verdict(Whose.OUR_REQUEST, "The bank objects to our signature: " + excerpt);
        }
        if (answer.status() == 401 || errors.stream().anyMatch(REGISTRATION::contains) || body.contains("not registered")) {
            return new Verdict(Whose.OUR_REGISTRATION, "The bank does not know our registration: " + excerpt);
        }
        if (answer.status() == 403) {
            return new Verdict(Whose.OUR_REGISTRATION, "The bank knows us but does not let us in, perhaps because of roles or services: " + excerpt);
        }
        if (answer.isSuccess() && !isBearer(answer)) {
            return new Verdict(Whose.OUR_REQUEST, "The bank has given an access token of the type " + answer.at("/token_type").orElseThrow()
                    + ", which cannot be used as a bearer's (RFC 6749, section 7.1).");
        }
        return answer.isRefusal() ? request(excerpt) : new Verdict(Whose.UNCLEAR, "The bank answers otherwise than expected: " + excerpt);
    }

    /** Whether a token is one that is sent as it is (RFC 6750); some servers do not say so, or in words of their own. */
    static boolean isBearer(Answer answer) {
        return answer.at("/token_type").filter(type -> !type.isBlank() && !type.toLowerCase(Locale.ROOT).contains("bearer")).isEmpty();
    }

    private static Verdict request(String excerpt) {
        return new Verdict(Whose.OUR_REQUEST, "The bank takes our call for a wrong one, which is for the playbook to put right: " + excerpt);
    }

    /** A token that does not bind us, or binds somebody else (RFC 8705, section 3); null where there is nothing to object to. */
    static Verdict of(TokenBinding binding, boolean isToBeBound) {
        if (binding == TokenBinding.ANOTHER) {
            return new Verdict(Whose.OUR_CERTIFICATE, "The bank has bound the access token to another certificate than the one we have shown."
                    + " Does something between us and the bank end our TLS connections?");
        }
        return binding == TokenBinding.NONE && isToBeBound ? new Verdict(Whose.OUR_REGISTRATION, "The bank has not bound the access token to our"
                + " certificate, as the playbook says it does: whoever finds it could use it. Is our client registered so?") : null;
    }

    private static String bearerError(Answer answer) {
        return answer.headers().firstValue("WWW-Authenticate").map(header -> header.replaceFirst("(?s)^.*\\berror=\"?([a-z_]+).*$", "$1"))
                .orElse("");
    }
}
