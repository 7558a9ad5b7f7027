package io.portolan.bankapi;

import io.portolan.bankapi.CallFailed.How;
import io.portolan.bankapi.Sending.Got;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Tells of a call that brought no answer how far it got, by what Java's HTTP client complains of.
 *
 * @param proxy the proxy between us and the bank, if there is one
 * @param got how far the call got on its way
 */
record NoAnswer(Call call, Optional<String> proxy, Sending.Got got) {

    private static final String ALERT = "fatal alert: ";

    /** The alerts by which a server ends the handshake over our certificate (RFC 8446, section 6.2); after any other than these and those below it may have acted on the call. */
    private static final Set<String> OF_CERTIFICATES = Set.of("bad_certificate", "unsupported_certificate", "certificate_revoked",
            "certificate_expired", "certificate_unknown", "certificate_required", "unknown_ca", "access_denied", "handshake_failure");

    /** The alerts by which a server that has understood us says that it cannot go on with us at all. */
    private static final Set<String> OF_NO_AGREEMENT = Set.of("protocol_version", "insufficient_security", "inappropriate_fallback",
            "unrecognized_name", "no_application_protocol", "missing_extension", "unsupported_extension");

    /** How Java's HTTP client says what a proxy has answered instead of letting us through. */
    private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d+)");
    private static final Set<String> HUNG_UP = Set.of("Remote host terminated the handshake", "Remote host closed the channel");

    /** Why the call brought no answer. */
    CallFailed of(Throwable failure) {
        var causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20).toList();
        for (var cause : causes) {
            if (cause instanceof LimitedBody.TooLarge) {
                return new CallFailed(How.TOO_LARGE, "The answer to " + call.said() + " is larger than we read.");
            }
            if (cause instanceof BankTrust.NotTrusted) {
                return new CallFailed(How.SERVER_NOT_TRUSTED, "We do not trust the server " + call.uri().getAuthority() + ": " + cause.getMessage() + ".");
            }
            if (cause instanceof IOException && TUNNEL.matcher(said(cause)).find()) {
                return notLetThrough(said(cause));
            }
        }
        return causes.stream().filter(isA(SSLException.class)).findFirst().map(this::tls).orElseGet(() -> connection(causes));
    }

    /** A proxy that gives no way asks for a user and a password, or for others (RFC 9110, section 15.5.8). */
    static CallFailed proxyWantsToKnowWhoWeAre(String proxy) {
        return new CallFailed(How.PROXY_IN_THE_WAY, "Our proxy " + proxy + " does not take the user and password of portolan.bankapi.proxy, or wants some.");
    }

    private CallFailed notLetThrough(String said) {
        var status = TUNNEL.matcher(said).results().findFirst().map(found -> found.group(1)).orElse("");
        var sentence = "Our proxy " + proxy.orElse("") + " does not get us through to " + call.uri().getAuthority() + "; it answers " + status + ".";
        // what the proxy cannot reach either is not the proxy's
        return new CallFailed(status.startsWith("5") ? How.NOT_REACHED : How.PROXY_IN_THE_WAY, sentence);
    }

    private CallFailed connection(Iterable<Throwable> causes) {
        var at = call.uri().getAuthority();
        for (var cause : causes) {
            if (cause instanceof HttpConnectTimeoutException) {
                return notConnected();
            }
            if (cause instanceof ConnectException || cause instanceof UnresolvedAddressException) {
                return proxy.map(by -> new CallFailed(How.PROXY_IN_THE_WAY, "Our proxy " + by + " cannot be reached."))
                        .orElseGet(() -> new CallFailed(How.NOT_REACHED, at + " cannot be reached."));
            }
            if (cause instanceof ProtocolException) {
                return new CallFailed(How.GARBLED, "What came in answer to " + call.said() + " is not HTTP.");
            }
            if (cause instanceof HttpTimeoutException) {
                return inTime();
            }
        }
        return cutOff("");
    }

    /** What became of a call whose answer did not begin in time. */
    CallFailed inTime() {
        return got == Got.NOWHERE ? notConnected() : new CallFailed(How.TIMED_OUT, call.said() + " was not answered in time.");
    }

    private CallFailed notConnected() {
        return new CallFailed(How.NOT_REACHED, call.uri().getAuthority() + " was not connected in time" + way() + ".");
    }

    private CallFailed cutOff(String said) {
        return got == Got.NOWHERE ? hungUp() : new CallFailed(How.CUT_OFF, call.said() + " was cut off before an answer came" + said + ".");
    }

    private CallFailed hungUp() {
        return new CallFailed(How.HUNG_UP, call.uri().getAuthority() + " hangs up" + way() + " in the TLS handshake, before anything was sent.");
    }

    private String way() {
        return proxy.map(by -> " through our proxy " + by).orElse("");
    }

    private CallFailed tls(Throwable cause) {
        var at = call.uri().getAuthority();
        var said = said(cause);
        var alert = said.contains(ALERT) ? said.substring(said.indexOf(ALERT) + ALERT.length()).strip() : "";
        if (OF_CERTIFICATES.contains(alert)) {
            var own = call.certificate() == null ? "without a client certificate"
                    : "with our " + call.certificate().kind() + ", serial " + call.certificate().serial().toString(16);
            return new CallFailed(How.CERTIFICATE_NOT_TAKEN, at + " rejects a TLS connection " + own + " (" + said + ").");
        }
        if (HUNG_UP.contains(said)) {
            // a server that shakes hands once more for our certificate when it has the call (RFC 5746) has not acted on it either
            return hungUp();
        }
        if (got == Got.ON_ITS_WAY) {
            return cutOff(" (" + said + ")");
        }
        var isInTheHandshake = cause instanceof SSLHandshakeException && alert.isEmpty() || OF_NO_AGREEMENT.contains(alert) || said.contains("SSL message");
        return isInTheHandshake ? new CallFailed(How.NO_TLS, "No TLS connection (1.2 or 1.3) can be agreed on with " + at + " (" + said + ").")
                : cutOff(" (" + said + ")");
    }

    private static Predicate<Throwable> isA(Class<? extends Throwable> type) {
        return type::isInstance;
    }

    private static String said(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }
}
