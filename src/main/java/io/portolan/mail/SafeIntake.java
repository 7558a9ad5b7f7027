package io.portolan.mail;

import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.leg.RunningOnboardings.Running;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in mails so that none stands in the way of those behind it: one that cannot be taken in is set aside for a person. */
@Component
class SafeIntake {

    private static final Logger LOG = LoggerFactory.getLogger(SafeIntake.class);

    private final MailIntake intake;
    private final JdbcMails mails;
    private final MailContents contents;

    SafeIntake(MailIntake intake, JdbcMails mails, MailContents contents) {
        this.intake = intake;
        this.mails = mails;
        this.contents = contents;
    }

    /** Takes in a mail as {@link MailIntake#take} does; throws only where nothing can be kept at all, so that it is tried again later. */
    void take(MailAccount account, RawMail raw, List<Running> running, boolean keepHomeless) {
        try {
            intake.take(account, raw, running, keepHomeless);
        } catch (RuntimeException | StackOverflowError first) {
            again(account, raw, running, keepHomeless);
        }
    }

    /** What was in another transaction's way goes well now. */
    private void again(MailAccount account, RawMail raw, List<Running> running, boolean keepHomeless) {
        try {
            intake.take(account, raw, running, keepHomeless);
        } catch (RuntimeException | StackOverflowError trouble) {
            if (setAside(account, raw)) {
                LOG.warn("Mail: one in the mailbox {} could not be taken in and waits under Mails for a person: {}", account.name(),
                        trouble.getClass().getName());
            }
        }
    }

    /** The mail itself stays where it is; what is kept of it here is nothing that could be in the way once more. */
    private boolean setAside(MailAccount account, RawMail raw) {
        var messageId = MailReading.digest(raw.content());
        var id = MailIntake.id(account, messageId);
        if (mails.has(id)) {
            return false;
        }
        var mail = read(raw);
        mail.map(each -> MailIntake.id(account, each.id())).filter(each -> !mails.has(each)).ifPresent(contents::forget);
        var note = "\r\n(This mail could not be taken in. Please read it in the mailbox " + account.name() + ".)\r\n";
        contents.keep(id, account.settings().tpps().get(0), new RawMail(note.getBytes(StandardCharsets.ISO_8859_1), raw.receivedAt()));
        return mails.arrived(new ArrivedMail(id, account.name(), messageId, mail.map(Mail::from).orElse(""), "A mail that could not be taken in",
                raw.receivedAt(), Nature.LETTER, false, "It could not be taken in: please read it in the mailbox.", State.HOMELESS, null, null, 0,
                null, false, null, null, false, true), account.onlyTpp(), null, false);
    }

    private static Optional<Mail> read(RawMail raw) {
        try {
            return Optional.of(MailReading.of(raw.content(), raw.receivedAt()));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
