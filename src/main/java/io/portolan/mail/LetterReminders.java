package io.portolan.mail;

import io.portolan.journal.Act;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.leg.LegOrder;
import io.portolan.leg.OurData;
import io.portolan.leg.Reminders;
import io.portolan.leg.SecretsOfOnboarding;
import io.portolan.leg.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reminds banks by a polite letter that says what we wait for, since when, and how we and they call it. */
@Component
class LetterReminders implements Reminders {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneId.of("Europe/Brussels"));

    private final Drafts drafts;
    private final JdbcLetters letters;
    private final OurData ourData;
    private final EvidenceStore evidence;
    private final Journal journal;
    private final Clock clock;

    LetterReminders(Drafts drafts, JdbcLetters letters, OurData ourData, EvidenceStore evidence, Journal journal, Clock clock) {
        this.drafts = drafts;
        this.letters = letters;
        this.ourData = ourData;
        this.evidence = evidence;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Optional<String> remind(LegOrder order, Reminder reminder) {
        var to = Recipient.of(order);
        var sender = to.flatMap(recipient -> drafts.sender(order, recipient.from()));
        return sender.isEmpty() ? Optional.empty() : send(order, draft(order, reminder, to.get().address(), sender.get()), reminder.number());
    }

    private Draft draft(LegOrder order, Reminder reminder, String to, MailAccounts.Sender sender) {
        var reference = letters.reference(order.onboarding());
        var kind = "reminder/" + reminder.waitingSince();
        var last = letters.sent(order.onboarding()).stream().reduce((earlier, later) -> later).map(JdbcLetters.Letter::subject);
        var subject = last.map(earlier -> earlier.startsWith("Re: ") ? earlier : "Re: " + earlier)
                .orElse("Our request of " + DAY.format(reminder.waitingSince()) + ": " + order.leg().title() + " [" + reference + "]");
        return new Draft(Draft.messageId(reference, order.onboarding(), order.leg().id(), 0, kind, reminder.number(), sender.address()),
                sender, to, subject, text(order, reminder, reference), List.of(), drafts.before(order.onboarding()));
    }

    private String text(LegOrder order, Reminder reminder, String reference) {
        var theirs = reminder.reference() != null ? reminder.reference() : letters.bankReferences(order.onboarding()).stream().sorted().collect(Collectors.joining(", "));
        var us = ours("tpp.legal-name", order);
        return "Dear colleagues,\n\n"
                + "since " + DAY.format(reminder.waitingSince()) + " we wait for your answer to \"" + order.leg().title() + "\""
                + (us.isEmpty() ? "" : " for " + us) + ".\n"
                + (reminder.number() == 1 ? "May we kindly ask how it stands, and by when we may expect it?\n"
                        : "This is our reminder number " + reminder.number() + ". Please let us know how it stands, by when we may expect your answer,"
                                + " and whether anything is missing.\n")
                + "\nOur reference: " + reference + (theirs.isEmpty() ? "" : "\nYour reference: " + theirs) + "\n\nKind regards\n\n"
                + (ours("tpp.contact.first-name", order) + " " + ours("tpp.contact.last-name", order)).strip() + "\n" + us + "\n"
                + ours("tpp.contact.phone", order) + "\n";
    }

    private String ours(String place, LegOrder order) {
        return ourData.value(place, order).orElse(null) instanceof Value.Plain plain ? plain.text() : "";
    }

    /** One that was cut off is looked up; where that says nothing, nobody knows, which the caller hears. */
    private Optional<String> send(LegOrder order, Draft draft, int number) {
        var state = letters.find(draft.messageId()).map(JdbcLetters.Letter::state).orElse(null);
        if (state == JdbcLetters.State.SENT) {
            return Optional.of(draft.to());
        }
        if (state == JdbcLetters.State.INTENDED) {
            if (draft.sender().account().imap().hasSent(draft.messageId())) {
                letters.state(draft.messageId(), JdbcLetters.State.SENT);
                return Optional.of(draft.to());
            }
            throw new IllegalStateException("nobody knows whether the reminder " + draft.messageId() + " has left");
        }
        letters.intend(new JdbcLetters.Letter(draft.messageId(), order.onboarding(), order.leg().id(), 0, number, JdbcLetters.Kind.REMINDER,
                draft.sender().account().name(), draft.to(), draft.subject(), JdbcLetters.State.INTENDED, null));
        return hand(order, draft, clock.instant());
    }

    private Optional<String> hand(LegOrder order, Draft draft, Instant now) {
        var message = draft.message(now);
        var handed = draft.sender().account().smtp().hand(message);
        if (handed instanceof SmtpServer.Handed.NotSent) {
            letters.state(draft.messageId(), JdbcLetters.State.NOT_SENT);
            return Optional.empty();
        }
        if (handed instanceof SmtpServer.Handed.Unknown unknown) {
            throw new IllegalStateException("nobody knows whether the reminder " + draft.messageId() + " has left: " + unknown.why());
        }
        letters.state(draft.messageId(), JdbcLetters.State.SENT);
        var copy = evidence.keep(order.onboarding(), Evidence.Kind.MAIL, "text/plain", draft.copy(SecretsOfOnboarding.none()));
        journal.write(new Act(order.onboarding(), "portolan", "bank-reminded", order.leg().id(), "mail", "A reminder was sent to " + draft.to() + ".", List.of(copy)));
        try {
            draft.sender().account().imap().keepSent(message);
        } catch (MailboxUnreachable e) {
            // it has left all the same
            return Optional.of(draft.to());
        }
        return Optional.of(draft.to());
    }
}
