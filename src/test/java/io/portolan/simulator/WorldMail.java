package io.portolan.simulator;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.portolan.simulator.BankBooks.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The mail of a world: an SMTP server that takes the mails of banks and TPP, and an IMAP server with the mailbox of the TPP.
 * As a receiving server does, it says in {@code Authentication-Results} (RFC 8601) who really sent a mail.
 */
public final class WorldMail implements AutoCloseable {

    /** The name of the receiving server in {@code Authentication-Results}. */
    public static final String AUTHORITY = "mx.tpp.example";
    private static final String HOST = "127.0.0.1";
    /** Stands for the bank's SPF record and DKIM key: only who knows this value sends in the bank's name. */
    private static final String PROOF = "X-Simulated-Proof";
    private static final String RESULTS = "Authentication-Results";

    private final String proof = Passwords.random(12);
    private final GreenMail servers;
    private final Set<MimeMessage> stamped = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Map<String, Consumer<MimeMessage>> readers = new ConcurrentHashMap<>();

    WorldMail(WorldOptions options, int smtpPort, int imapPort) {
        servers = new GreenMail(new ServerSetup[] {
                new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP)});
        servers.start();
        mailbox(options.mailbox(), options.mailboxPassword());
        servers.getUserManager().setMessageDeliveryHandler(this::receive);
    }

    /** Opens another mailbox, whose address is also its log-in. */
    public void mailbox(String address, String password) {
        servers.setUser(address, address, password);
    }

    /** Where mail is handed in. */
    public int smtpPort() {
        return servers.getSmtp().getPort();
    }

    /** Where mail is read. */
    public int imapPort() {
        return servers.getImap().getPort();
    }

    /** Hands every mail to this address to its reader before it is taken; what the reader throws refuses the mail. */
    public void read(String address, Consumer<MimeMessage> reader) {
        readers.put(address.toLowerCase(Locale.ROOT), reader);
    }

    /** Sends a letter by SMTP, as any bank does. */
    public void send(Letter letter, Date date) {
        try {
            Transport.send(written(letter, date));
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail " + letter.id + " could not be sent", e);
        }
    }

    /** Sends any message, also a malformed one, in nobody's name. */
    public void send(MimeMessage message) {
        try {
            Transport.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session for messages that are sent here. */
    public Session session() {
        var properties = new Properties();
        properties.put("mail.smtp.host", HOST);
        properties.put("mail.smtp.port", String.valueOf(smtpPort()));
        return Session.getInstance(properties);
    }

    /** Puts letters that were sent before a restart into the mailboxes again, which the servers keep in memory only. */
    void restore(List<Letter> sent) {
        for (var letter : sent) {
            var user = servers.getUserManager().getUserByEmail(letter.to);
            try {
                if (user != null) {
                    var message = written(letter, Date.from(letter.sent));
                    stamp(message);
                    user.deliver(message);
                }
            } catch (MessagingException e) {
                throw new IllegalStateException("The mail " + letter.id + " could not be restored", e);
            }
        }
    }

    /** Empties all mailboxes. */
    public void forgetAll() {
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

    private MimeMessage written(Letter letter, Date date) throws MessagingException {
        try {
            var message = LetterPaper.message(letter, session(), date);
            if (!letter.forged) {
                message.setHeader(PROOF, proof);
            }
            return message;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GreenMailUser receive(MovingMessage mail, MailAddress to) throws MessagingException, UserException {
        stamp(mail.getMessage());
        var reader = readers.get(to.getEmail().toLowerCase(Locale.ROOT));
        if (reader != null) {
            reader.accept(mail.getMessage());
        }
        var user = servers.getUserManager().getUserByEmail(to.getEmail());
        return user != null ? user : servers.getUserManager().createUser(to.getEmail(), to.getEmail(), to.getEmail());
    }

    /** Puts this server's finding in place of whatever the sender claims. */
    private void stamp(MimeMessage message) throws MessagingException {
        if (!stamped.add(message)) {
            // received for another recipient already
            return;
        }
        var proofs = message.getHeader(PROOF);
        var domain = LetterPaper.domain(message);
        var result = proofs != null && proofs[0].equals(proof) ? "pass" : "fail";
        message.removeHeader(PROOF);
        message.removeHeader(RESULTS);
        message.setHeader(RESULTS, AUTHORITY + "; spf=" + result + " smtp.mailfrom=" + domain + "; dkim=" + result + " header.d=" + domain
                + "; dmarc=" + result + " header.from=" + domain);
    }
}
