package io.portolan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulator.harbour.Harbour;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all banks of a world have in common. */
class WorldIT {

    @TempDir
    Path folder;
    private Harbour harbour;

    @BeforeEach
    void open() {
        harbour = Harbour.start(folder, WorldOptions.standard());
    }

    @AfterEach
    void close() {
        harbour.close();
    }

    @Test
    void tellsTheBanksMailsFromThoseThatOthersWriteInItsName() throws Exception {
        harbour.control().letter(Map.of("subject", "From the bank", "text", "We have approved."));
        harbour.control().letter(Map.of("subject", "Forged", "text", "We have approved.", "forged", true,
                "headers", Map.of("Authentication-Results", WorldMail.AUTHORITY + "; spf=pass; dkim=pass header.d=harbour.example")));

        assertThat(headers("Authentication-Results")).hasSize(2)
                .satisfiesExactly(bank -> assertThat(bank).startsWith(WorldMail.AUTHORITY).contains("spf=pass", "dkim=pass header.d=harbour.example"),
                        forged -> assertThat(forged).startsWith(WorldMail.AUTHORITY).contains("spf=fail", "dkim=fail").doesNotContain("pass"));
    }

    @Test
    void sendsWhatItIsAskedToWithHeadersAndAttachmentsAndAgainAfterARestart() throws Exception {
        harbour.control().letter(Map.of("subject", "Out of office", "text", "I am away.", "inReplyTo", "<1@tpp.example>",
                "headers", Map.of("Auto-Submitted", "auto-replied"), "attachments", Map.of("terms.txt", "dGVybXM=")));
        harbour.close();
        open();

        assertThat(headers("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(headers("In-Reply-To")).containsExactly("<1@tpp.example>");
        assertThat(headers("Authentication-Results").get(0)).contains("dkim=pass");
        assertThat(headers("Content-Type").get(0)).startsWith("multipart/mixed");
    }

    @Test
    void handsTheLettersOfTheTppToTheBankThatReadsThem() throws Exception {
        var read = new ArrayList<String>();
        harbour.world().mail().read("psd2@harbour.example", message -> {
            try {
                read.add(message.getSubject());
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
        var message = new MimeMessage(harbour.world().mail().session());
        message.setFrom("banks@tpp.example");
        message.setRecipients(Message.RecipientType.TO, "psd2@harbour.example");
        message.setSubject("Please register us");
        message.setText("Lantern Payments");

        harbour.world().mail().send(message);

        assertThat(read).containsExactly("Please register us");
    }

    @Test
    void sendsAMailTwiceAndIsCalmedAgain() throws Exception {
        harbour.control().mischief("mailTwice", 1);
        harbour.control().letter(Map.of("subject", "Twice", "text", "Once is not enough."));
        assertThat(headers("Message-ID")).hasSize(2).containsOnly(headers("Message-ID").get(0));

        harbour.control().calm();
        harbour.control().letter(Map.of("subject", "Once", "text", "Once is enough."));

        assertThat(headers("Message-ID")).hasSize(3);
    }

    private List<String> headers(String name) throws Exception {
        var at = harbour.addresses();
        var found = new ArrayList<String>();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(at.mailHost(), at.imapPort(), at.mailbox(), at.mailboxPassword());
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (var message : inbox.getMessages()) {
                    found.addAll(List.of(message.getHeader(name)));
                }
            }
        }
        return found;
    }
}
