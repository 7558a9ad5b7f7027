package io.portolan.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Goes through the parts of a mail (RFC 2046). */
final class MailParts {

    private static final int MOST_CHARACTERS = 200_000;
    private static final int LARGEST_ATTACHMENT = 5_000_000;
    private static final int MOST_PARTS_DEEP = 8;
    private static final int MOST_PARTS = 200;
    private static final Pattern ORIGINAL_ID = Pattern.compile("(?mi)^Message-ID:\\s*(<[^<>\\s]+>)");

    private MailParts() { }

    static void collect(Part part, MailBody body, int depth) {
        try {
            if (depth > MOST_PARTS_DEEP) {
                return;
            }
            if (part.isMimeType("message/delivery-status")) {
                body.addStatus(read(part.getInputStream()));
            } else if (part.isMimeType("text/rfc822-headers") || depth > 0 && part.isMimeType("message/rfc822")) {
                original(read(part.getInputStream()), body);
            } else if (depth > 0 && part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachment(part, body);
            } else if (part.isMimeType("text/html")) {
                body.addHtml(text(part));
            } else if (part.isMimeType("text/*")) {
                body.addPlain(text(part));
            } else if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
                    collect(parts.getBodyPart(i), body, depth + 1);
                }
            } else if (part.getContent() instanceof Message inner) {
                collect(inner, body, depth + 1);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            body.leftOut();
        }
    }

    private static void original(String headers, MailBody body) {
        var id = ORIGINAL_ID.matcher(headers);
        if (id.find()) {
            body.original(id.group(1));
        }
    }

    private static void attachment(Part part, MailBody body) throws MessagingException, IOException {
        var name = part.getFileName() == null ? "attachment" : part.getFileName();
        try {
            name = MimeUtility.decodeText(name);
        } catch (IOException e) {
            // a name in a character set that does not exist is taken as it is written
            name = part.getFileName();
        }
        try (var stream = part.getInputStream()) {
            body.addAttachment(new Mail.Attachment(name, part.getContentType().replaceFirst(";.*(?s)", "").strip(), stream.readNBytes(LARGEST_ATTACHMENT)));
        }
    }

    /** The text of a part, read as bytes where its declared character set does not exist. */
    private static String text(Part part) throws MessagingException, IOException {
        String text;
        try {
            // what names no character set is UTF-8 nowadays, or ASCII, which is the same
            text = part.getContentType().toLowerCase(Locale.ROOT).contains("charset") && part.getContent() instanceof String content
                    ? content : read(part.getInputStream());
        } catch (IOException e) {
            text = read(part.getInputStream());
        }
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    private static String read(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readNBytes(MOST_CHARACTERS), StandardCharsets.UTF_8);
        }
    }
}
