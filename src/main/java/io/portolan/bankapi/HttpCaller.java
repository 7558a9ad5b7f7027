package io.portolan.bankapi;

import io.portolan.bankapi.CallFailed.How;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Makes a call over the network and brings its answer; redirects are not followed. */
@Component
class HttpCaller implements Caller {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final BankConnections connections;
    private final ProxyRoute proxy;
    private final BankApiSettings settings;

    HttpCaller(BankConnections connections, ProxyRoute proxy, BankApiSettings settings) {
        this.connections = connections;
        this.proxy = proxy;
        this.settings = settings;
    }

    @Override
    public Answer call(Call call) throws CallFailed {
        return send(connections.pooled(call.certificate(), call.connection()), call);
    }

    @Override
    public Answer callOnce(Call call) throws CallFailed {
        var client = connections.fresh(call.certificate(), call.connection());
        try {
            return send(client, call);
        } finally {
            BankConnections.letGo(client);
        }
    }

    private Answer send(HttpClient client, Call call) throws CallFailed {
        var sending = new Sending(call.body());
        var request = HttpRequest.newBuilder(call.uri()).timeout(settings.answerTimeout()).method(call.method(), sending.publisher());
        call.headers().forEach(request::header);
        proxy.authorization(call.uri()).ifPresent(ours -> request.header("Proxy-Authorization", ours));
        var limit = settings.answerLimit().toBytes();
        var begun = new CompletableFuture<Void>();
        long from = System.nanoTime();
        var sent = client.sendAsync(request.build(), response -> {
            begun.complete(null);
            return new LimitedBody(limit);
        });
        try {
            CompletableFuture.anyOf(begun, sent).get(settings.beginTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return answer(sent.get(settings.answerTimeout().toNanos() - (System.nanoTime() - from), TimeUnit.NANOSECONDS), call);
        } catch (ExecutionException e) {
            throw noAnswer(call, sending).of(e);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw begun.isDone() ? new CallFailed(How.TIMED_OUT, call.said() + " was not answered to the end in time.") : noAnswer(call, sending).inTime();
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailed(sending.giveUp() == Sending.Got.NOWHERE ? How.NOT_REACHED : How.CUT_OFF, call.said() + " was broken off by us.");
        }
    }

    private NoAnswer noAnswer(Call call, Sending sending) {
        return new NoAnswer(call, proxy.between(call.uri()), sending.giveUp());
    }

    private Answer answer(HttpResponse<byte[]> response, Call call) throws CallFailed {
        if (response.statusCode() == PROXY_AUTHENTICATION_REQUIRED && proxy.between(call.uri()).isPresent()) {
            throw NoAnswer.proxyWantsToKnowWhoWeAre(proxy.between(call.uri()).get());
        }
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

    private static CallFailed tooLarge(Call call) {
        return new CallFailed(How.TOO_LARGE, "The answer to " + call.said() + " is larger than we read.");
    }
}
