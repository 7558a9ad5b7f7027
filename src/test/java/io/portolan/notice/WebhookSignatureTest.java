package io.portolan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.vault.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSignatureTest {

    private static final String BODY = "{\"id\":1,\"title\":\"Größe\"}";

    @TempDir Path folder;

    @Test
    void isCheckedByTheLinesOfTheDocument() throws IOException, InterruptedException {
        Assumptions.assumeTrue(has("bash") && has("openssl"), "bash and openssl are here");
        try (var secret = WebhookSignature.newSecret(); var old = WebhookSignature.newSecret()) {
            var now = Instant.now().getEpochSecond();
            assertThat(checked(WebhookSignature.of(now, BODY, List.of(secret)), secret, BODY)).isEqualTo("ours");
            assertThat(checked(WebhookSignature.of(now, BODY, List.of(old, secret)), secret, BODY)).isEqualTo("ours");
            assertThat(checked(WebhookSignature.of(now, BODY, List.of(old)), secret, BODY)).isEmpty();
            assertThat(checked(WebhookSignature.of(now, BODY, List.of(secret)), secret, BODY + " ")).isEmpty();
            assertThat(checked(WebhookSignature.of(now - 280, BODY, List.of(secret)), secret, BODY)).as("a clock that is late").isEqualTo("ours");
            assertThat(checked(WebhookSignature.of(now + 290, BODY, List.of(secret)), secret, BODY)).as("a clock that is early").isEqualTo("ours");
            assertThat(checked(WebhookSignature.of(now - 301, BODY, List.of(secret)), secret, BODY)).as("replayed").isEmpty();
            assertThat(checked(WebhookSignature.of(now + 400, BODY, List.of(secret)), secret, BODY)).as("of later").isEmpty();
        }
    }

    private String checked(String header, Secret secret, String body) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("body.json"), body);
        var document = Files.readString(Path.of("docs/notices.md"));
        var begin = document.indexOf("```sh\n") + 6;
        var process = new ProcessBuilder("bash", "-c", document.substring(begin, document.indexOf("```", begin))).directory(folder.toFile());
        process.environment().put("header", header);
        secret.reveal(value -> process.environment().put("secret", value.toString()));
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        running.waitFor();
        return said;
    }

    private static boolean has(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() >= 0;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void waitsLongerAfterEachFailureAndNeverTheSame() {
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(tries -> WebhookPace.after(tries, 0.5))).isSortedAccordingTo(Duration::compareTo)
                .startsWith(Duration.ofSeconds(10)).endsWith(Duration.ofHours(12));
        assertThat(WebhookPace.after(1, 0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(WebhookPace.after(1, 1)).isEqualTo(Duration.ofSeconds(12));
    }
}
