package io.portolan.mail;

import io.portolan.vault.Secret;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands in our letters by SMTP (RFC 6409), and says what is known of each. */
class SmtpServer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final Pattern FOR_GOOD = Pattern.compile("(?s).*\\b5\\d\\d[ -].*");

    /** What became of a letter. */
    sealed interface Handed {

        /** The server has taken it. */
        record Taken() implements Handed { }

        /** It has certainly not left: the server was not reached, or has rejected it, perhaps for good. */
        record NotSent(String why, boolean forGood) implements Handed { }

        /** The answer was lost: it may have left or not. */
        record Unknown(String why) implements Handed { }
    }

    private final MailSettings.Account account;
    private final MailSettings.Smtp smtp;
    private final Session session;
    private final String protocol;
    private final Supplier<Secret> password;

    SmtpServer(MailSettings.Account account, Duration timeout, Supplier<Secret> password) {
        this.account = account;
        this.smtp = account.smtp();
        this.protocol = smtp.tls() == MailSettings.Tls.TLS ? "smtps" : "smtp";
        this.session = Session.getInstance(MailConnection.properties(protocol, smtp.tls(), timeout));
        this.password = password;
    }

    /** Hands in a letter, once. */
    Handed hand(MimeMessage letter) {
        try {
            var transport = session.getTransport(protocol);
            connect(transport);
            try {
                return hand(transport, letter);
            } finally {
                close(transport);
            }
        } catch (AuthenticationFailedException e) {
            return new Handed.NotSent("The mail server " + smtp + " says that user or password is wrong.", false);
        } catch (MessagingException e) {
            return new Handed.NotSent("The mail server " + smtp + " does not answer as it should.", false);
        }
    }

    /** A farewell that fails changes nothing of what became of the letter. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("A mail server has hung up before the farewell: {}", e.getClass().getName());
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (!smtp.signIn()) {
            transport.connect(smtp.host(), smtp.port(), null, null);
            return;
        }
        try (var secret = password.get()) {
            transport.connect(smtp.host(), smtp.port(), smtp.user() == null ? account.user() : smtp.user(), secret.reveal(CharSequence::toString));
        }
    }

    /** Whatever is no clear no may have been a yes. */
    private static Handed hand(Transport transport, MimeMessage letter) {
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
            return new Handed.Taken();
        } catch (SendFailedException rejected) {
            var why = said(rejected);
            var toSomebody = rejected.getValidSentAddresses() != null && rejected.getValidSentAddresses().length > 0;
            return toSomebody || !isAnswered(rejected) ? new Handed.Unknown(why) : new Handed.NotSent("The mail server has rejected the letter: " + why, FOR_GOOD.matcher(why).matches());
        } catch (MessagingException lost) {
            return new Handed.Unknown("The connection to the mail server ended before it had answered.");
        }
    }

    /** Whether the server has said its no itself (RFC 5321, section 4.2), rather than hung up. */
    private static boolean isAnswered(SendFailedException rejected) {
        return !(rejected instanceof SMTPSendFailedException sent) || sent.getReturnCode() >= 400;
    }

    /** What the server has said, which names recipients but nothing that stands in the letter. */
    private static String said(MessagingException e) {
        var said = new StringBuilder();
        for (Exception each = e; each instanceof MessagingException messaging; each = messaging.getNextException()) {
            said.append(each.getMessage() == null ? "" : each.getMessage().replaceAll("\\s+", " ").strip()).append(' ');
        }
        var text = said.toString().strip();
        return text.isEmpty() ? "without a reason" : text.substring(0, Math.min(300, text.length()));
    }
}
