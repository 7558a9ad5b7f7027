package io.portolan.simulator;

import io.portolan.simulator.BankBooks.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.activation.DataHandler;
import java.io.IOException;
import java.util.Date;

/** Turns a letter of a bank into a message. */
final class LetterPaper {

    private LetterPaper() { }

    static MimeMessage message(Letter letter, Session session, Date date) throws MessagingException, IOException {
        var sender = new InternetAddress(letter.from);
        var message = new KeptId(session, letter.id + "@" + domain(sender));
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to));
        message.setSubject(letter.subject, "UTF-8");
        message.setSentDate(date);
        if (letter.inReplyTo != null) {
            message.setHeader("In-Reply-To", letter.inReplyTo);
            message.setHeader("References", letter.inReplyTo);
        }
        for (var header : letter.headers.entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        if (letter.attachments.isEmpty()) {
            message.setText(letter.text, "UTF-8");
        } else {
            message.setContent(withAttachments(letter));
        }
        message.saveChanges();
        return message;
    }

    /** The domain of the sender as a person sees him. */
    static String domain(MimeMessage message) throws MessagingException {
        var from = message.getFrom();
        return from == null || from.length == 0 ? "unknown" : domain((InternetAddress) from[0]);
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
    }

    private static MimeMultipart withAttachments(Letter letter) throws MessagingException, IOException {
        var parts = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText(letter.text, "UTF-8");
        parts.addBodyPart(text);
        for (var file : letter.attachments.entrySet()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.getValue(), "application/octet-stream")));
            part.setFileName(file.getKey());
            parts.addBodyPart(part);
        }
        return parts;
    }

    /** A message that keeps its Message-ID, so that a mail that is delivered twice can be known as one. */
    private static final class KeptId extends MimeMessage {
        private final String id;

        KeptId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
