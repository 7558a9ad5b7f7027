package io.portolan.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The hash over a list of fields, each written as its length in bytes, a colon and its text, or a hyphen where there is
 * none. The functions of V001 compute it when an entry is written; this one says independently whether they still fit.
 */
final class JournalHash {

    private final StringBuilder fields = new StringBuilder();

    JournalHash with(Object field) {
        if (field == null) {
            fields.append('-');
        } else {
            var text = field.toString();
            fields.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text);
        }
        return this;
    }

    JournalHash with(Instant at) {
        return with((Object) ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    String hex() {
        return sha256(fields.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
