package io.portolan.simulator;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** The mail of the demo: an SMTP server that takes the bank's mails, and an IMAP server with the mailbox of the TPP. */
final class HarbourMail implements AutoCloseable {

    static final String SENDER = "no-reply@harbour.example";
    private static final String HOST = "127.0.0.1";

    private final GreenMail servers;
    private final GreenMailUser mailbox;

    HarbourMail(HarbourOptions options, int smtpPort, int imapPort) {
        servers = new GreenMail(new ServerSetup[] {
                new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP)});
        servers.start();
        mailbox = servers.setUser(options.mailbox(), options.mailbox(), options.mailboxPassword());
    }

    int smtpPort() {
        return servers.getSmtp().getPort();
    }

    int imapPort() {
        return servers.getImap().getPort();
    }

    /** Sends a letter by SMTP, as any bank does. */
    void send(Books.Letter letter, Date date) {
        var session = Session.getInstance(properties());
        try {
            Transport.send(message(letter, session, date));
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail " + letter.id + " could not be sent", e);
        }
    }

    /** Puts letters that were sent before a restart into the mailbox again, which the servers keep in memory only. */
    void restore(List<Books.Letter> sent) {
        var session = Session.getInstance(properties());
        for (var letter : sent) {
            try {
                if (letter.to.equalsIgnoreCase(mailbox.getEmail())) {
                    mailbox.deliver(message(letter, session, Date.from(letter.sent)));
                }
            } catch (MessagingException e) {
                throw new IllegalStateException("The mail " + letter.id + " could not be restored", e);
            }
        }
    }

    void forgetAll() {
        try {
            servers.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        servers.stop();
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.host", HOST);
        properties.put("mail.smtp.port", String.valueOf(smtpPort()));
        return properties;
    }

    private static MimeMessage message(Books.Letter letter, Session session, Date date) throws MessagingException {
        var message = new KeptId(session, letter.id);
        message.setFrom(new InternetAddress(SENDER));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to));
        message.setSubject(letter.subject, "UTF-8");
        message.setSentDate(date);
        message.setText(letter.text, "UTF-8");
        message.saveChanges();
        return message;
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
            setHeader("Message-ID", "<" + id + "@harbour.example>");
        }
    }
}
