package io.portolan.mail;

import io.portolan.vault.Secret;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;

/** A mailbox reached by IMAP (RFC 9051), opened read-only, so that no mail becomes seen by our reading. */
final class ImapMailbox implements Mailbox, AutoCloseable {

    /** The server compares days in a zone of its own. */
    private static final Duration A_DAY_AND_A_ZONE = Duration.ofHours(38);

    private final String name;
    private final MailSettings.Account account;
    private final Duration timeout;
    private final Supplier<Secret> password;
    private Store store;

    ImapMailbox(String name, MailSettings.Account account, Duration timeout, Supplier<Secret> password) {
        this.name = name;
        this.account = account;
        this.timeout = timeout;
        this.password = password;
    }

    @Override
    public String address() {
        return account.address();
    }

    @Override
    public synchronized List<Mail> mailsFrom(String from, Instant since) {
        boolean wasOpen = store != null;
        try {
            return read(from, since);
        } catch (MessagingException first) {
            close();
            if (!wasOpen) {
                throw unreachable(first);
            }
        }
        try {
            return read(from, since);
        } catch (MessagingException again) {
            close();
            throw unreachable(again);
        }
    }

    private List<Mail> read(String from, Instant since) throws MessagingException {
        if (store == null) {
            store = connected();
        }
        var folder = store.getFolder("INBOX");
        folder.open(Folder.READ_ONLY);
        try {
            var candidates = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since.minus(A_DAY_AND_A_ZONE))));
            var envelopes = new FetchProfile();
            envelopes.add(FetchProfile.Item.ENVELOPE);
            envelopes.add("Message-ID");
            folder.fetch(candidates, envelopes);
            var mails = new ArrayList<Mail>();
            for (var candidate : candidates) {
                if (isFrom(candidate, from) && !MailReading.receivedAt(candidate).isBefore(since)) {
                    mails.add(MailReading.of(candidate));
                }
            }
            mails.sort(Comparator.comparing(Mail::receivedAt));
            return mails;
        } finally {
            folder.close(false);
        }
    }

    private static boolean isFrom(Message message, String from) {
        var sender = MailReading.sender(message);
        return from.startsWith("@") ? sender.regionMatches(true, sender.length() - from.length(), from, 0, from.length())
                : sender.equalsIgnoreCase(from);
    }

    private Store connected() throws MessagingException {
        var protocol = account.tls() == MailSettings.Tls.TLS ? "imaps" : "imap";
        var properties = new Properties();
        var millis = Long.toString(timeout.toMillis());
        properties.put("mail." + protocol + ".connectiontimeout", millis);
        properties.put("mail." + protocol + ".timeout", millis);
        properties.put("mail." + protocol + ".writetimeout", millis);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.put("mail.imap.starttls.enable", Boolean.toString(account.tls() == MailSettings.Tls.STARTTLS));
        properties.put("mail.imap.starttls.required", Boolean.toString(account.tls() == MailSettings.Tls.STARTTLS));
        properties.put("mail.mime.address.strict", "false");
        properties.put("mail.mime.decodetext.strict", "false");
        var opened = Session.getInstance(properties).getStore(protocol);
        try (var secret = password.get()) {
            opened.connect(account.host(), account.port(), account.user(), secret.reveal(CharSequence::toString));
        }
        return opened;
    }

    private MailboxUnreachable unreachable(MessagingException e) {
        return new MailboxUnreachable(name, e instanceof AuthenticationFailedException ? "user or password is wrong"
                : account.host() + ":" + account.port() + " does not answer as it should");
    }

    @Override
    public synchronized void close() {
        if (store != null) {
            try {
                store.close();
            } catch (MessagingException e) {
                // The connection was gone before us.
                store = null;
            }
            store = null;
        }
    }
}
