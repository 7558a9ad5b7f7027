package io.portolan.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/** Reads a mail whatever is wrong with it: a part that cannot be read is left out, never the mail. */
final class MailReading {

    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_PARTS_DEEP = 8;

    private MailReading() {
    }

    static Mail of(Message message) {
        var body = new MailBody();
        collect(message, body, 0);
        var from = sender(message);
        var subject = subject(message);
        var receivedAt = receivedAt(message);
        return new Mail(id(message, from + subject + receivedAt + body.text()), from, subject, receivedAt, body.text(), body.links());
    }

    /** The address of the sender in lower case; empty where there is none that can be read. */
    static String sender(Message message) {
        try {
            var from = message.getFrom();
            return from != null && from.length > 0 && from[0] instanceof InternetAddress address
                    && address.getAddress() != null ? address.getAddress().toLowerCase(Locale.ROOT) : "";
        } catch (MessagingException e) {
            return "";
        }
    }

    /** When our server took it in; the sender's own date proves nothing. */
    static Instant receivedAt(Message message) {
        try {
            var received = message.getReceivedDate();
            return received == null ? Instant.EPOCH : received.toInstant();
        } catch (MessagingException e) {
            return Instant.EPOCH;
        }
    }

    private static String subject(Message message) {
        try {
            return message.getSubject() == null ? "" : message.getSubject();
        } catch (MessagingException e) {
            return "";
        }
    }

    private static String id(Message message, String content) {
        try {
            var header = message.getHeader("Message-ID");
            if (header != null && header.length > 0 && !header[0].isBlank()) {
                return header[0].strip();
            }
        } catch (MessagingException e) {
            // A mail without a readable id is known by what stands in it.
            return digest(content);
        }
        return digest(content);
    }

    private static String digest(String content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Part part, MailBody body, int depth) {
        try {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || depth > MOST_PARTS_DEEP) {
                return;
            }
            if (part.isMimeType("text/html")) {
                body.addHtml(text(part));
            } else if (part.isMimeType("text/*")) {
                body.addPlain(text(part));
            } else if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    collect(inner, body, depth + 1);
                }
            } else if (part.getContent() instanceof Message inner) {
                collect(inner, body, depth + 1);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            body.leftOut();
        }
    }

    /** The text of a part, read as bytes where its declared character set does not exist. */
    private static String text(Part part) throws MessagingException, IOException {
        String text;
        try {
            text = part.getContent() instanceof String content ? content : read(part.getInputStream());
        } catch (IOException e) {
            text = read(part.getInputStream());
        }
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    private static String read(InputStream stream) throws IOException {
        Charset likely = StandardCharsets.UTF_8;
        try (stream) {
            return new String(stream.readNBytes(MOST_CHARACTERS), likely);
        }
    }
}
