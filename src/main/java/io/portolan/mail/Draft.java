package io.portolan.mail;

import io.portolan.leg.Masks;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A letter that is ready to be sent.
 *
 * @param answers the ids of the mails before it in the same matter, oldest first
 */
record Draft(String messageId, MailAccounts.Sender sender, String to, String subject, String text, List<Mail.Attachment> files,
        List<String> answers) {

    /**
     * The Message-ID of a letter: the same whenever the same letter is made again, so that one whose sending was cut off can be
     * looked up, and not to be guessed by who does not know our reference.
     */
    static String messageId(String reference, String onboarding, String leg, int round, String kind, int number, String sender) {
        var digest = MailReading.digest(String.join("\n", reference, onboarding, leg, Integer.toString(round), kind, Integer.toString(number)));
        return "<ptl." + digest.substring("sha256:".length(), "sha256:".length() + 40) + "@" + BankAddresses.domain(sender) + ">";
    }

    /** The message (RFC 5322) as it goes over the wire. */
    MimeMessage message(Instant now) {
        try {
            var message = new Identified(messageId);
            message.setFrom(new InternetAddress(sender.address()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject, "UTF-8");
            message.setSentDate(Date.from(now));
            if (!answers.isEmpty()) {
                message.setHeader("In-Reply-To", answers.get(answers.size() - 1));
                message.setHeader("References", String.join("\r\n ", answers));
            }
            if (files.isEmpty()) {
                message.setText(text, "UTF-8");
            } else {
                message.setContent(parts());
            }
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter could not be written", e);
        }
    }

    private MimeMultipart parts() throws MessagingException {
        var parts = new MimeMultipart();
        var body = new MimeBodyPart();
        body.setText(text, "UTF-8");
        parts.addBodyPart(body);
        for (var file : files) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
            part.setFileName(file.name());
            parts.addBodyPart(part);
        }
        return parts;
    }

    /** The copy that is kept, for people. */
    byte[] copy(Masks masks) {
        var names = files.stream().map(Mail.Attachment::name).collect(Collectors.joining(", "));
        return masks.masked("From: " + sender.address() + "\nTo: " + to + "\nSubject: " + subject + "\nMessage-ID: " + messageId
                + (names.isEmpty() ? "" : "\nFiles: " + names) + "\n\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** A message that keeps the id which it was given. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
