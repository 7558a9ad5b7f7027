package io.portolan.mail;

import io.portolan.vault.Secret;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** A mailbox reached by IMAP (RFC 9051). Its inbox is opened read-only, so that no mail becomes seen by our reading. */
final class ImapMailbox implements AutoCloseable {

    /** The server compares days in a zone of its own. */
    private static final Duration A_DAY_AND_A_ZONE = Duration.ofHours(38);
    private static final int AT_ONCE = 50;
    private static final int SMALL = 100_000;

    private final String name;
    private final MailSettings.Account account;
    private final Duration timeout;
    private final long largest;
    private final Supplier<Secret> password;
    private Store store;

    ImapMailbox(String name, MailSettings.Account account, Duration timeout, long largest, Supplier<Secret> password) {
        this.name = name;
        this.account = account;
        this.timeout = timeout;
        this.largest = largest;
        this.password = password;
    }

    /** How far a mailbox was looked through: UIDs only mean something under the same validity. */
    record Mark(long validity, long lastUid) { }

    /** What is new: up to 50 mails, where the next look goes on, and whether there is more. */
    record Look(Mark mark, List<RawMail> mails, boolean more) { }

    private interface Work<T> {
        T in(Store open) throws MessagingException;
    }

    /**
     * The mails that came after the mark; where there is none, or UIDs mean something else by now, those since then.
     *
     * @throws MailboxUnreachable if the mail server does not answer or does not let us in
     */
    Look look(Optional<Mark> mark, Instant since) {
        return connected(open -> {
            var folder = open.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            try {
                return read(folder, mark, since);
            } finally {
                folder.close(false);
            }
        });
    }

    /** A mail may have its UID before it shows, so that the mark never goes beyond those that do. */
    Look read(Folder folder, Optional<Mark> mark, Instant since) throws MessagingException {
        var uids = (UIDFolder) folder;
        var validity = uids.getUIDValidity();
        var known = mark.filter(earlier -> earlier.validity() == validity).map(Mark::lastUid);
        if (known.isPresent() && uids.getUIDNext() > 0 && uids.getUIDNext() - 1 <= known.get()) {
            return new Look(new Mark(validity, known.get()), List.of(), false);
        }
        int shown = folder.getMessageCount();
        var last = shown == 0 ? 0 : uids.getUID(folder.getMessage(shown));
        var found = known.isPresent() ? uids.getMessagesByUID(known.get() + 1, UIDFolder.LASTUID)
                : folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since.minus(A_DAY_AND_A_ZONE))));
        var numbers = new FetchProfile();
        numbers.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(found, numbers);
        var fresh = new ArrayList<Message>();
        for (var message : found) {
            // a server gives its last mail for a range that begins after it
            if (message != null && uids.getUID(message) > known.orElse(0L)) {
                fresh.add(message);
            }
        }
        var batch = fresh.subList(0, Math.min(AT_ONCE, fresh.size())).toArray(Message[]::new);
        var envelopes = new FetchProfile();
        envelopes.add(FetchProfile.Item.ENVELOPE);
        envelopes.add(FetchProfile.Item.SIZE);
        folder.fetch(batch, envelopes);
        fetchSmall(folder, batch);
        var mails = new ArrayList<RawMail>();
        for (var message : batch) {
            RawMail.read(message, largest).filter(mail -> known.isPresent() || !mail.receivedAt().isBefore(since)).ifPresent(mails::add);
        }
        var more = fresh.size() > batch.length;
        var reached = batch.length == 0 ? known.orElse(last) : uids.getUID(batch[batch.length - 1]);
        return new Look(new Mark(validity, reached), mails, more);
    }

    /** Most mails are small, and come in one answer; a large one comes by itself. */
    private static void fetchSmall(Folder folder, Message[] batch) throws MessagingException {
        var small = new ArrayList<Message>();
        for (var message : batch) {
            if (message.getSize() <= SMALL) {
                small.add(message);
            }
        }
        var whole = new FetchProfile();
        whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
        folder.fetch(small.toArray(Message[]::new), whole);
    }

    /** Puts a copy of a letter into the folder of sent mails; says whether there is such a folder. */
    boolean keepSent(MimeMessage letter) {
        return connected(open -> {
            var folder = open.getFolder(account.sentFolder());
            if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
                return false;
            }
            folder.appendMessages(new Message[] {letter});
            return true;
        });
    }

    /** Whether the folder of sent mails holds one with this Message-ID. */
    boolean hasSent(String messageId) {
        return connected(open -> {
            var folder = open.getFolder(account.sentFolder());
            if (!folder.exists()) {
                return false;
            }
            folder.open(Folder.READ_ONLY);
            try {
                return Stream.of(folder.search(new HeaderTerm("Message-ID", messageId))).findAny().isPresent();
            } finally {
                folder.close(false);
            }
        });
    }

    /** A connection that was kept may have ended; one that is new gets no second chance. */
    private synchronized <T> T connected(Work<T> work) {
        boolean wasOpen = store != null;
        try {
            return work.in(open());
        } catch (MessagingException first) {
            close();
            if (!wasOpen) {
                throw unreachable(first);
            }
        }
        try {
            return work.in(open());
        } catch (MessagingException again) {
            close();
            throw unreachable(again);
        }
    }

    private Store open() throws MessagingException {
        if (store == null) {
            var protocol = account.tls() == MailSettings.Tls.TLS ? "imaps" : "imap";
            var opened = Session.getInstance(MailConnection.properties(protocol, account.tls(), timeout)).getStore(protocol);
            try (var secret = password.get()) {
                opened.connect(account.host(), account.port(), account.user(), secret.reveal(CharSequence::toString));
            }
            store = opened;
        }
        return store;
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
