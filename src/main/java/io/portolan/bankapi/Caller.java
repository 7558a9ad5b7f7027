package io.portolan.bankapi;

import io.portolan.bankapi.CallFailed.How;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Makes a call and brings its answer; redirects are not followed. */
@Component
class Caller {

    /** The alerts by which a server ends the handshake (RFC 8446, section 6.2); after any other it may have acted on the call. */
    private static final Set<String> CERTIFICATE_ALERTS = Set.of("bad_certificate", "unsupported_certificate", "certificate_revoked",
            "certificate_expired", "certificate_unknown", "certificate_required", "unknown_ca", "access_denied", "handshake_failure");

    private final BankConnections connections;
    private final BankApiSettings settings;

    Caller(BankConnections connections, BankApiSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /** Makes a call that may be made again. */
    Answer call(Call call) throws CallFailed {
        return send(connections.pooled(call.certificate()), call);
    }

    /** Makes a call that must not be made twice. */
    Answer callOnce(Call call) throws CallFailed {
        return send(connections.fresh(call.certificate()), call);
    }

    private Answer send(HttpClient client, Call call) throws CallFailed {
        var request = HttpRequest.newBuilder(call.uri()).timeout(settings.answerTimeout())
                .method(call.method(), call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        var limit = settings.answerLimit().toBytes();
        var sent = client.sendAsync(request.build(), response -> new LimitedBody(limit));
        try {
            // the request's own limit ends with the header fields of the answer
            return answer(sent.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS), call);
        } catch (ExecutionException e) {
            throw failed(e, call);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new CallFailed(How.TIMED_OUT, call.said() + " was not answered in time.");
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailed(How.CUT_OFF, call.said() + " was broken off by us.");
        }
    }

    private Answer answer(HttpResponse<byte[]> response, Call call) throws CallFailed {
        byte[] body;
        try {
            body = unpacked(response);
        } catch (LimitedBody.TooLarge e) {
            throw tooLarge(call);
        } catch (IOException e) {
            throw new CallFailed(How.CUT_OFF, "The answer to " + call.said() + " is not what its header says and cannot be unpacked.");
        }
        return new Answer(response.statusCode(), response.headers(), new String(body, charset(response)));
    }

    /** Only gzip is unpacked, which some servers send unasked; what it holds is limited as a plain answer is. */
    private byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        if (!response.headers().firstValue("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent()) {
            return response.body();
        }
        var limit = (int) settings.answerLimit().toBytes();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            var body = in.readNBytes(limit + 1);
            if (body.length > limit) {
                throw new LimitedBody.TooLarge();
            }
            return body;
        }
    }

    private static Charset charset(HttpResponse<byte[]> response) {
        try {
            return response.headers().firstValue("Content-Type").map(MediaType::parseMediaType).map(MediaType::getCharset)
                    .orElse(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    static CallFailed failed(ExecutionException failure, Call call) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooLarge) {
                return tooLarge(call);
            }
            if (cause instanceof SSLException) {
                return tls(cause, call);
            }
            if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException
                    || cause instanceof UnresolvedAddressException) {
                return new CallFailed(How.NOT_REACHED, call.uri().getAuthority() + " cannot be reached.");
            }
            if (cause instanceof HttpTimeoutException) {
                return new CallFailed(How.TIMED_OUT, call.said() + " was not answered in time.");
            }
        }
        return new CallFailed(How.CUT_OFF, call.said() + " was cut off before an answer came.");
    }

    private static CallFailed tooLarge(Call call) {
        return new CallFailed(How.TOO_LARGE, "The answer to " + call.said() + " is larger than we read.");
    }

    private static CallFailed tls(Throwable cause, Call call) {
        var said = String.valueOf(cause.getMessage());
        if (CERTIFICATE_ALERTS.stream().anyMatch(said::endsWith)) {
            var own = call.certificate() == null ? "without a client certificate"
                    : "with our " + call.certificate().kind() + ", serial " + call.certificate().serial().toString(16);
            return new CallFailed(How.CERTIFICATE_NOT_TAKEN, call.uri().getAuthority() + " rejects a TLS connection " + own
                    + " (" + said + ").");
        }
        if (cause instanceof SSLHandshakeException && !said.contains("fatal alert")) {
            return new CallFailed(How.SERVER_NOT_TRUSTED, "We do not trust the server certificate of "
                    + call.uri().getAuthority() + " (" + said + ").");
        }
        return new CallFailed(How.CUT_OFF, call.said() + " was cut off before an answer came (" + said + ").");
    }
}
