package io.portolan.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Mails as they come over the wire, line by line. */
final class RawMails {

    static final Instant RECEIVED = Instant.parse("2026-11-02T10:00:00Z");

    private RawMails() { }

    static byte[] raw(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static Mail read(String... lines) {
        return MailReading.of(raw(lines), RECEIVED);
    }
}
