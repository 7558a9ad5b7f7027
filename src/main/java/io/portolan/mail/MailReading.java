package io.portolan.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a mail whatever is wrong with it: a part that cannot be read is left out, never the mail. */
final class MailReading {

    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,500}>");
    private static final Session SESSION = session();
    private static final int MOST_IDS = 50;

    private MailReading() { }

    /** Reads a mail as it came over the wire (RFC 5322), taken in by our server then. */
    static Mail of(byte[] raw, Instant receivedAt) {
        var message = parsed(raw);
        var body = new MailBody();
        MailParts.collect(message, body, 0);
        var from = sender(message);
        var subject = subject(message);
        return new Mail(id(message, raw), from, recipients(message), subject, receivedAt, body.text(), body.own(), body.links(),
                body.attachments(), ids(message), MailNature.of(message, from, subject), DeliveryReports.of(body, message), results(message));
    }

    private static MimeMessage parsed(byte[] raw) {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(raw));
        } catch (MessagingException e) {
            return new MimeMessage(SESSION);
        }
    }

    /** The address of the sender in lower case; empty where there is none that can be read. */
    private static String sender(MimeMessage message) {
        try {
            var from = message.getFrom();
            return from == null ? "" : Stream.of(from).map(MailReading::address).findFirst().orElse("");
        } catch (MessagingException e) {
            return "";
        }
    }

    private static List<String> recipients(MimeMessage message) {
        try {
            var to = new ArrayList<String>();
            for (var type : new Message.RecipientType[] {Message.RecipientType.TO, Message.RecipientType.CC}) {
                var addresses = message.getRecipients(type);
                Stream.of(addresses == null ? new jakarta.mail.Address[0] : addresses).map(MailReading::address).forEach(to::add);
            }
            return List.copyOf(to);
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static String address(jakarta.mail.Address address) {
        return address instanceof InternetAddress internet && internet.getAddress() != null
                ? internet.getAddress().toLowerCase(Locale.ROOT) : "";
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject() == null ? "" : Words.oneLine(message.getSubject());
        } catch (MessagingException e) {
            return "";
        }
    }

    private static List<String> ids(MimeMessage message) {
        try {
            return Stream.of("In-Reply-To", "References").flatMap(name -> ID.matcher(header(message, name)).results().map(match -> match.group()))
                    .distinct().limit(MOST_IDS).toList();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static String id(MimeMessage message, byte[] raw) {
        var written = header(message, "Message-ID");
        return written.isEmpty() || written.length() > 500 ? digest(raw) : written;
    }

    private static String results(MimeMessage message) {
        var topmost = header(message, "Authentication-Results");
        return topmost.isEmpty() ? null : topmost;
    }

    /** The first of these fields, which is the topmost, unfolded. */
    private static String header(MimeMessage message, String name) {
        try {
            var values = message.getHeader(name);
            return values == null || values.length == 0 ? "" : Words.oneLine(values[0]);
        } catch (MessagingException e) {
            return "";
        }
    }

    static String digest(byte[] content) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String digest(String content) {
        return digest(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Session session() {
        var properties = new Properties();
        properties.put("mail.mime.address.strict", "false");
        properties.put("mail.mime.decodetext.strict", "false");
        return Session.getInstance(properties);
    }
}
