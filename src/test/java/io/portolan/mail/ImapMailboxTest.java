package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.mail.ImapMailbox.Mark;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A server gives a mail its UID a moment before it shows it: such a mail is found by the next look. */
class ImapMailboxTest {

    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    private final ImapMailbox mailbox = new ImapMailbox("ours", null, Duration.ofSeconds(1), 1_000_000, () -> null);
    private final InboxOfUids inbox = new InboxOfUids();

    private static MimeMessage mail(String subject) throws MessagingException {
        var mail = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            public Date getReceivedDate() {
                return Date.from(SINCE.plusSeconds(60));
            }
        };
        mail.setFrom("psd2@bank.example");
        mail.setSubject(subject);
        mail.setText("You are registered.");
        mail.saveChanges();
        return mail;
    }

    @Test
    void passesNoMailByThatHasItsUidBeforeItShows() throws Exception {
        inbox.put(6, mail("before"));
        inbox.nextIs(8);

        var tooEarly = mailbox.read(inbox, Optional.of(new Mark(1, 6)), SINCE);
        assertThat(tooEarly.mails()).isEmpty();

        inbox.put(7, mail("a moment later"));
        var next = mailbox.read(inbox, Optional.of(tooEarly.mark()), SINCE);
        assertThat(next.mails()).hasSize(1);
        assertThat(next.mark()).isEqualTo(new Mark(1, 7));
        assertThat(mailbox.read(inbox, Optional.of(next.mark()), SINCE).mails()).isEmpty();
    }

    @Test
    void passesNoneByInItsFirstLook() throws Exception {
        inbox.nextIs(8);
        var first = mailbox.read(inbox, Optional.empty(), SINCE);
        inbox.put(7, mail("a moment later"));
        assertThat(mailbox.read(inbox, Optional.of(first.mark()), SINCE).mails()).hasSize(1);
    }
}
