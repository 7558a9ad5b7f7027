package io.portolan.simulator;

import jakarta.mail.Folder;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The mailbox of the TPP, read by IMAP. */
public final class TppMailbox {

    private static final Pattern LINK = Pattern.compile("http://\\S+/confirm\\?token=\\S+");

    /** A mail as it is read. */
    public record Mail(String subject, String text) { }

    private final WorldAddresses addresses;

    /** The mailbox of this world. */
    public TppMailbox(WorldAddresses addresses) {
        this.addresses = addresses;
    }

    /** All mails, read anew. */
    public List<Mail> mails() throws Exception {
        var mails = new ArrayList<Mail>();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(addresses.mailHost(), addresses.imapPort(), addresses.mailbox(), addresses.mailboxPassword());
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (var message : inbox.getMessages()) {
                    mails.add(new Mail(message.getSubject(), String.valueOf(message.getContent())));
                }
            }
        }
        return mails;
    }

    /** The first mail whose subject begins so, within ten seconds. */
    public Mail await(String subject) {
        return Awaitility.await().atMost(Duration.ofSeconds(10))
                .until(() -> mails().stream().filter(mail -> mail.subject().startsWith(subject)).findFirst(), mail -> mail.isPresent())
                .orElseThrow();
    }

    /** The link of the mail that confirms an address. */
    public String confirmationLink() {
        var link = LINK.matcher(await("Confirm your e-mail address").text());
        if (!link.find()) {
            throw new AssertionError("The mail has no link");
        }
        return link.group();
    }
}
