package io.portolan.notice;

import io.portolan.vault.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Calls a webhook once. It follows no redirect and reads nothing of the answer but its status. */
@Component
class SendWebhook {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    private final WebhookAddress addresses;
    private final Clock clock;

    SendWebhook(NoticeSettings settings, Clock clock) {
        this.addresses = new WebhookAddress(settings.internalHosts());
        this.clock = clock;
    }

    /**
     * What came of a call.
     *
     * @param status what the other side answered, or null
     * @param note why it failed, as a sentence without anything the other side said; or null
     */
    record Result(Integer status, String note, int millis) {

        boolean isTaken() {
            return status != null && status / 100 == 2;
        }
    }

    Result send(String url, String type, long event, String body, List<Secret> secrets) {
        var begun = System.nanoTime();
        var uri = URI.create(url);
        var barred = addresses.barred(uri);
        if (barred != null) {
            return result(null, barred, begun);
        }
        var request = HttpRequest.newBuilder(uri).timeout(ANSWER).header("Content-Type", "application/json").header("User-Agent", "Portolan")
                .header("Portolan-Event-Id", String.valueOf(event)).header("Portolan-Event-Type", type)
                .header("Portolan-Signature", WebhookSignature.of(clock.instant().getEpochSecond(), body, secrets))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            int status = answer.statusCode();
            return result(status, status / 100 == 2 ? null : status / 100 == 3 ? "It answered with a redirect, which is not followed." : "It answered " + status + ".", begun);
        } catch (HttpTimeoutException late) {
            return result(null, "It did not answer in time.", begun);
        } catch (IOException failed) {
            return result(null, "It could not be reached: " + failed.getClass().getSimpleName() + ".", begun);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return result(null, "The node was stopped.", begun);
        }
    }

    private static Result result(Integer status, String note, long begun) {
        return new Result(status, note, (int) Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
}
