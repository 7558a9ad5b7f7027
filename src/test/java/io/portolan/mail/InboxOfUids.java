package io.portolan.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import jakarta.mail.search.SearchTerm;
import java.util.Properties;
import java.util.TreeMap;

/** An inbox whose next UID is what a test says, whatever shows. */
final class InboxOfUids extends Folder implements UIDFolder {

    private final TreeMap<Long, Message> shown = new TreeMap<>();
    private long next = 1;

    InboxOfUids() {
        super(new Store(Session.getInstance(new Properties()), new URLName("imap://mail.example")) {
            @Override
            public Folder getDefaultFolder() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Folder getFolder(String name) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Folder getFolder(URLName url) {
                throw new UnsupportedOperationException();
            }
        });
    }

    void put(long uid, Message mail) {
        shown.put(uid, mail);
        next = Math.max(next, uid + 1);
    }

    void nextIs(long uid) {
        next = uid;
    }

    @Override
    public long getUIDValidity() {
        return 1;
    }

    @Override
    public long getUIDNext() {
        return next;
    }

    @Override
    public Message getMessageByUID(long uid) {
        return shown.get(uid);
    }

    @Override
    public Message[] getMessagesByUID(long from, long to) {
        return shown.tailMap(from).values().toArray(Message[]::new);
    }

    @Override
    public Message[] getMessagesByUID(long[] uids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getUID(Message mail) {
        return shown.entrySet().stream().filter(each -> each.getValue() == mail).findFirst().orElseThrow().getKey();
    }

    @Override
    public int getMessageCount() {
        return shown.size();
    }

    @Override
    public Message getMessage(int number) {
        return shown.values().stream().skip(number - 1L).findFirst().orElseThrow();
    }

    @Override
    public Message[] search(SearchTerm term) {
        return shown.values().toArray(Message[]::new);
    }

    @Override
    public void fetch(Message[] mails, FetchProfile what) {
        // all is here
    }

    @Override
    public String getName() {
        return "INBOX";
    }

    @Override
    public String getFullName() {
        return "INBOX";
    }

    @Override
    public Folder getParent() {
        return null;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Folder[] list(String pattern) {
        return new Folder[0];
    }

    @Override
    public char getSeparator() {
        return '/';
    }

    @Override
    public int getType() {
        return HOLDS_MESSAGES;
    }

    @Override
    public boolean create(int type) {
        return false;
    }

    @Override
    public boolean hasNewMessages() {
        return false;
    }

    @Override
    public Folder getFolder(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(boolean recurse) {
        return false;
    }

    @Override
    public boolean renameTo(Folder folder) {
        return false;
    }

    @Override
    public void open(int mode) {
        // it always is
    }

    @Override
    public void close(boolean expunge) {
        // it never is
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public Flags getPermanentFlags() {
        return new Flags();
    }

    @Override
    public void appendMessages(Message[] mails) throws MessagingException {
        throw new MessagingException("nobody writes here");
    }

    @Override
    public Message[] expunge() {
        return new Message[0];
    }
}
