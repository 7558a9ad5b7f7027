package io.portolan.onboarding;

import io.portolan.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The place in a list ordered by time and id, as an opaque text. */
public record Cursor(Instant at, String id) {

    /** The text that stands for this place. */
    public String written() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a text stands for, or null for none; {@code invalid-cursor} where it is no such text. */
    public static Cursor read(String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            throw Refused.invalid("invalid-cursor", "This is not a cursor. Send what the page before gave as next, or leave it out.", Map.of("cursor", "unreadable"));
        }
    }
}
