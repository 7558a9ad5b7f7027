package io.portolan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Evidence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidencePieceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void tellsOneRequestFromAnotherByItsFirstLineAndTime() {
        var piece = of(Evidence.Kind.REQUEST, "POST https://bank.example/register\nAccept: application/json");
        assertThat(piece.first()).isEqualTo("POST https://bank.example/register");
        assertThat(piece.at().clock()).isEqualTo("22 Nov 08:59:00");
    }

    @Test
    void takesTheBeginningOfAPageForNoTitle() {
        assertThat(of(Evidence.Kind.PAGE_TEXT, "Sign in").first()).isNull();
        assertThat(of(Evidence.Kind.ANSWER, "x".repeat(500)).first()).isNull();
    }

    private static EvidencePiece of(Evidence.Kind kind, String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        return EvidencePiece.of(new Evidence(1, "o-1", kind, "text/plain", "ab", body.length, NOW.minusSeconds(60), null), () -> Optional.of(body), NOW);
    }
}
