package io.portolan.mail;

import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;

/** A mail as it came over the wire, and when our server took it in; the sender's own date proves nothing. */
record RawMail(byte[] content, Instant receivedAt) {

    /** Reads it; of one that is too large only the header. Empty where it has vanished meanwhile. */
    static Optional<RawMail> read(Message message, long largest) throws MessagingException {
        try {
            var received = message.getReceivedDate();
            var content = message.getSize() > largest ? headerOf((MimeMessage) message) : all(message, largest);
            return Optional.of(new RawMail(content, received == null ? Instant.EPOCH : received.toInstant()));
        } catch (MessageRemovedException e) {
            return Optional.empty();
        }
    }

    private static byte[] all(Message message, long largest) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            return headerOf((MimeMessage) message);
        }
        return bytes.size() > largest ? headerOf((MimeMessage) message) : bytes.toByteArray();
    }

    private static byte[] headerOf(MimeMessage message) throws MessagingException {
        var lines = Collections.list(message.getAllHeaderLines()).stream()
                .filter(line -> !line.regionMatches(true, 0, "Content-", 0, 8)).collect(Collectors.joining("\r\n"));
        return (lines + "\r\n\r\n(This mail could not be read as a whole. Please read it in the mailbox.)\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Shows nothing of what stands in it. */
    @Override
    public String toString() {
        return "mail of " + receivedAt;
    }
}
