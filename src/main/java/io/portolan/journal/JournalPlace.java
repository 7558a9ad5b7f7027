package io.portolan.journal;

import io.portolan.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The place of an entry among all entries, newest first, as an opaque text. */
record JournalPlace(Instant at, long position, String chain) {

    static JournalPlace of(Entry entry) {
        return new JournalPlace(entry.at(), entry.position(), entry.act().chain());
    }

    String written() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + position + " " + chain).getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a text stands for, or null for none. */
    static JournalPlace read(String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ", 3);
            return new JournalPlace(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            throw Refused.invalid("invalid-cursor", "This is not a cursor. Send what the page before gave as next, or leave it out.", Map.of("cursor", "unreadable"));
        }
    }
}
