package io.portolan.mail;

import io.portolan.journal.Evidence;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.mail.BankMails.Read;
import io.portolan.mail.MailSigns.Reading;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MailWork;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what the bank's mails mean for a leg: only a proven sign decides, everything else is a person's to read. */
@Component
class ReadAnswers {

    private static final int MOST_IN_TASK = 3_000;

    private final BankMails mails;
    private final TakeCaptures takeCaptures;
    private final JdbcLetters letters;

    ReadAnswers(BankMails mails, TakeCaptures takeCaptures, JdbcLetters letters) {
        this.mails = mails;
        this.takeCaptures = takeCaptures;
        this.letters = letters;
    }

    Outcome outcome(LegRun run) {
        return outcome(run, mails.unread(run));
    }

    /** The same of these mails, newest first. */
    Outcome outcome(LegRun run, List<Read> unread) {
        unread.forEach(read -> MailCopies.learn(run.order(), run.order().leg(), read.mail(), run.masks()));
        for (var read : unread) {
            if (read.row().mayAct() && (read.reading() == Reading.DONE && TakeCaptures.missing(run, read.mail()).isEmpty() || read.reading() == Reading.REJECTED)) {
                return decided(run, read, unread);
            }
        }
        var forPerson = unread.stream().filter(read -> isForPerson(run, read)).toList();
        if (!forPerson.isEmpty()) {
            forPerson.forEach(read -> take(run, read, State.ASKED));
            return asked(run, forPerson);
        }
        var waits = unread.stream().filter(read -> read.reading() == Reading.WAIT || Acknowledgements.seemsOne(read.mail(), work(run))).toList();
        waits.forEach(read -> noted(run, read));
        return waits.isEmpty() ? withoutMail(run) : waiting(run, waits.get(0).mail());
    }

    private static MailWork work(LegRun run) {
        return (MailWork) run.order().leg().work();
    }

    /** A leg that expects one mail leaves the others alone, but for those that it has a sign for. */
    private static boolean isForPerson(LegRun run, Read read) {
        if (read.row().nature() == Nature.BOUNCE) {
            return true;
        }
        var isOthers = work(run).expect() != null && work(run).letter() == null && read.reading() == Reading.NONE;
        return !isOthers && read.reading() != Reading.WAIT && !(read.reading() == Reading.NONE && Acknowledgements.seemsOne(read.mail(), work(run)));
    }

    /** The newest mail counts: a bank that sends its link twice means the second. The other mails are read with it. */
    private Outcome decided(LegRun run, Read deciding, List<Read> unread) {
        if (deciding.reading() == Reading.DONE) {
            takeCaptures.from(run, deciding.mail());
        }
        unread.stream().filter(read -> read == deciding || work(run).expect() == null || read.reading() != Reading.NONE)
                .forEach(read -> take(run, read, State.READ));
        return deciding.reading() == Reading.DONE
                ? new Outcome.Done("The mail \"" + MailCopies.subject(deciding.mail(), run.masks()) + "\" came on " + Words.at(deciding.mail().receivedAt()))
                : new Outcome.Rejected(MailCopies.excerpt(deciding.mail(), run.masks(), 600));
    }

    private void noted(LegRun run, Read read) {
        take(run, read, State.NOTED);
        Acknowledgements.reference(read.mail(), work(run)).ifPresent(reference -> {
            letters.keepBankReference(run.order().onboarding(), reference);
            run.journal("bank-acknowledged", "The bank's reference is " + reference + ".");
        });
    }

    private void take(LegRun run, Read read, State state) {
        mails.take(run, read, state);
        run.evidence(Evidence.Kind.MAIL, "text/plain", MailCopies.copy(read.mail(), run.masks(), new Genuineness(read.row().proven(), read.row().proof()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome asked(LegRun run, List<Read> forPerson) {
        var newest = forPerson.get(0);
        var subject = MailCopies.subject(newest.mail(), run.masks());
        var detail = "From " + newest.mail().from() + ", " + Words.at(newest.mail().receivedAt()) + ". " + newest.row().proof() + "\n\n"
                + MailCopies.excerpt(newest.mail(), run.masks(), MOST_IN_TASK)
                + (forPerson.size() > 1 ? "\n\n" + (forPerson.size() - 1) + " more mails wait to be read: see the evidence." : "");
        if (newest.row().nature() == Nature.BOUNCE) {
            var report = newest.mail().report();
            return new Outcome.NeedsPerson(Reason.UNEXPECTED_ANSWER, "A letter of ours was not delivered. How shall this go on?",
                    report == null ? detail : "To " + report.recipient() + ": " + report.why());
        }
        if (forPerson.stream().anyMatch(read -> read.reading() == Reading.ASK)) {
            return new Outcome.NeedsPerson(Reason.BANK_ASKS, "The bank asks: \"" + subject + "\"", detail);
        }
        if (newest.reading() == Reading.NONE) {
            return new Outcome.NeedsPerson(Reason.MAIL_TO_READ, "The bank has written \"" + subject + "\". What does it mean?", detail);
        }
        return newest.row().mayAct()
                ? new Outcome.NeedsPerson(Reason.MAIL_TO_READ, "The bank's mail \"" + subject + "\" came, but what is needed is not in it: "
                        + String.join(", ", TakeCaptures.missing(run, newest.mail())) + ".", detail)
                : new Outcome.NeedsPerson(Reason.MAIL_TO_READ, "The mail \"" + subject + "\" reads like the bank's answer, but nothing proves that it is. Is it?", detail);
    }

    private static Outcome waiting(LegRun run, Mail mail) {
        return new Outcome.NotYet(run.order().leg().waitsFor(), "The bank has written \"" + MailCopies.subject(mail, run.masks()) + "\"; its answer is still to come.",
                Acknowledgements.promised(mail, work(run)).orElse(null));
    }

    /** What the bank has said by another way is as good. */
    private Outcome withoutMail(LegRun run) {
        var leg = run.order().leg();
        var said = run.answer().filter(answer -> answer.kind() == BankAnswer.Kind.APPROVED);
        if (said.isPresent()) {
            var missing = run.missing();
            return missing.isEmpty() ? new Outcome.Done("The bank has approved.") : new Outcome.NeedsPerson(Reason.BY_DESIGN,
                    "The bank has approved. Please enter what it gave: " + String.join(", ", missing) + ".", said.get().note());
        }
        if (endsWithItsLetter(leg)) {
            return new Outcome.Done("The letter was sent.");
        }
        return new Outcome.NotYet(leg.waitsFor(), standing(run), run.answer().map(BankAnswer::expectedBy).orElse(null));
    }

    /** A letter that waits for nothing: no sign, no expected mail, no capture, no wait. */
    private static boolean endsWithItsLetter(Leg leg) {
        var signs = leg.signs();
        return ((MailWork) leg.work()).letter() != null && ((MailWork) leg.work()).expect() == null && leg.waiting() == null && leg.captures().isEmpty()
                && signs.doneWhen().isEmpty() && signs.rejectedWhen().isEmpty() && signs.waitWhen().isEmpty() && signs.askWhen().isEmpty();
    }

    private String standing(LegRun run) {
        var expect = work(run).expect();
        if (work(run).letter() == null && expect != null) {
            return "No mail from " + expect.from() + " yet";
        }
        var sent = Optional.of(letters.sent(run.order().onboarding())).filter(all -> !all.isEmpty()).map(all -> all.get(all.size() - 1).sentAt()).map(Instant::toString);
        var references = letters.bankReferences(run.order().onboarding());
        return "It was handed in" + sent.map(at -> " at " + at).orElse("") + "; the bank has not answered yet."
                + (references.isEmpty() ? "" : " Its reference is " + String.join(", ", references) + ".");
    }
}
