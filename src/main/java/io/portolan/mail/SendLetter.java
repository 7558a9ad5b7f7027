package io.portolan.mail;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.MailWork;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the letter of a leg once: what was cut off is looked up first, and where nobody can know, a person decides. */
@Component
class SendLetter {

    private static final Logger LOG = LoggerFactory.getLogger(SendLetter.class);

    private final Drafts drafts;
    private final JdbcLetters letters;
    private final MailAccounts accounts;
    private final MailArrivals arrivals;
    private final Clock clock;

    SendLetter(Drafts drafts, JdbcLetters letters, MailAccounts accounts, MailArrivals arrivals, Clock clock) {
        this.drafts = drafts;
        this.letters = letters;
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Sees to it that the letter has left; otherwise what stands in the way. */
    Optional<Outcome> once(LegRun run, MailWork.Letter letter) {
        return switch (run.progress()) {
            case HAPPENED -> Optional.empty();
            case INTENDED -> lookUp(run, letter);
            case NOTHING -> write(run, letter);
        };
    }

    private Optional<JdbcLetters.Letter> last(LegRun run) {
        return letters.last(run.order().onboarding(), run.order().leg().id(), run.round().number(), JdbcLetters.Kind.LETTER);
    }

    private Optional<Outcome> write(LegRun run, MailWork.Letter letter) {
        var last = last(run);
        // one that has left or come back keeps its number; one of which nobody knows is sent again as the same
        var number = last.map(each -> each.number() + (each.state() == JdbcLetters.State.SENT || each.state() == JdbcLetters.State.BOUNCED ? 1 : 0)).orElse(1);
        var draft = drafts.of(run, letter, number);
        if (draft.isEmpty()) {
            return Optional.of(new Outcome.NeedsPerson(Reason.MISSING_DATA, "No mailbox is set up from which this letter could be sent."
                    + " Please send it by hand and answer \"handed in\".", "To: " + run.fill(letter.to()).text() + "\nSubject: " + run.fill(letter.subject()).text()
                    + "\n\n" + run.masks().masked(run.fill(letter.text()).text()) + "\n\nSee portolan.mail.mailboxes."));
        }
        var row = new JdbcLetters.Letter(draft.get().messageId(), run.order().onboarding(), run.order().leg().id(), run.round().number(), number,
                JdbcLetters.Kind.LETTER, draft.get().sender().account().name(), draft.get().to(), draft.get().subject(), JdbcLetters.State.NOT_SENT, null);
        letters.write(row);
        run.intend("A letter is sent to " + draft.get().to() + " as " + draft.get().messageId() + ".");
        letters.intend(row);
        return hand(run, draft.get());
    }

    private Optional<Outcome> hand(LegRun run, Draft draft) {
        var message = draft.message(clock.instant());
        var handed = draft.sender().account().smtp().hand(message);
        if (handed instanceof SmtpServer.Handed.NotSent notSent) {
            letters.state(draft.messageId(), JdbcLetters.State.NOT_SENT);
            run.averted(notSent.why());
            return Optional.of(notSent.forGood() ? new Outcome.NeedsPerson(Reason.OUTSIDE_FAULT, "The letter to " + draft.to() + " was not taken.", notSent.why())
                    : new Outcome.Fault(notSent.why()));
        }
        if (handed instanceof SmtpServer.Handed.Unknown unknown) {
            return Optional.of(nobodyKnows(draft.to(), draft.messageId(), unknown.why()));
        }
        sent(run, draft.messageId());
        run.evidence(Evidence.Kind.MAIL, "text/plain", draft.copy(run.masks()));
        try {
            draft.sender().account().imap().keepSent(message);
        } catch (MailboxUnreachable e) {
            LOG.info("A letter has left, but its copy could not be put among the sent mails: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private void sent(LegRun run, String messageId) {
        letters.state(messageId, JdbcLetters.State.SENT);
        run.happened();
    }

    /** A row that says it did not leave is proof: the letter's row is there before the intent, and says otherwise before the server is called. */
    private Optional<Outcome> lookUp(LegRun run, MailWork.Letter letter) {
        // an answer of the bank shows that the letter has left
        arrivals.look(run.order().tpp());
        var last = last(run);
        if (last.isEmpty() || last.get().state() == JdbcLetters.State.NOT_SENT) {
            run.averted("The letter was not handed to the mail server.");
            return write(run, letter);
        }
        var known = last.get();
        if (known.state() != JdbcLetters.State.INTENDED || isAmongSent(known)) {
            sent(run, known.messageId());
            return Optional.empty();
        }
        return Optional.of(nobodyKnows(known.recipient(), known.messageId(), "The program ended before the mail server had answered."));
    }

    private boolean isAmongSent(JdbcLetters.Letter letter) {
        return accounts.find(letter.mailbox()).map(account -> account.imap().hasSent(letter.messageId())).orElse(false);
    }

    private static Outcome nobodyKnows(String to, String messageId, String why) {
        return new Outcome.NeedsPerson(Reason.ANSWER_LOST, "The letter to " + to + " may have left or not. Has the bank got it?",
                why + " Look for " + messageId + " among the sent mails, or ask the bank. Answer \"handed in\" where it has left, \"again\" where it has not.");
    }
}
