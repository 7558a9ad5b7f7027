package io.portolan.mail;

import io.portolan.journal.Evidence;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.leg.Rehearsed;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.MeansName;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Rehearses legs by mail: the letter is written and not handed in, and the bank's mail is made up, then read as one that came. */
@Component
class RehearsedMail implements Rehearsed {

    private static final String OURS = "rehearsal@tpp.invalid";

    private final ReadAnswers readAnswers;
    private final JdbcLetters letters;
    private final Vault vault;
    private final Clock clock;

    RehearsedMail(ReadAnswers readAnswers, JdbcLetters letters, Vault vault, Clock clock) {
        this.readAnswers = readAnswers;
        this.letters = letters;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public MeansName name() {
        return MeansName.MAIL;
    }

    @Override
    public Outcome perform(LegRun run, Cue cue) {
        var work = (MailWork) run.order().leg().work();
        if (work.letter() != null && run.progress() != LegRun.Progress.HAPPENED) {
            write(run, work.letter());
        }
        return readAnswers.outcome(run, answers(run, work, cue).map(List::of).orElse(List.of()));
    }

    /** A letter to nobody: all that it says is filled and made a message of, and there it ends. */
    private void write(LegRun run, MailWork.Letter letter) {
        var contact = Optional.ofNullable(run.order().playbook().contacts().get(run.fill(letter.to()).text()));
        var mailbox = Optional.ofNullable(letter.from()).or(() -> contact.map(each -> each.writeFrom())).orElse("rehearsal");
        var smtp = new MailSettings.Smtp("mail.invalid", 587, null, null, null, MailSettings.Tls.STARTTLS, true);
        var account = new MailSettings.Account(List.of(run.order().tpp()), OURS, List.of(), "mail.invalid", 993, OURS, "none", null,
                MailSettings.Tls.TLS, "mail.invalid", "Sent", smtp);
        var accounts = new MailAccounts(new MailSettings(Map.of(mailbox, account), Duration.ofSeconds(1), Duration.ofDays(1), DataSize.ofMegabytes(1),
                Duration.ofDays(1)), vault);
        var draft = new Drafts(accounts, letters).of(run, letter, run.round().number()).orElseThrow();
        draft.message(clock.instant());
        run.intend("A letter to " + draft.to() + " is rehearsed and not sent.");
        run.evidence(Evidence.Kind.MAIL, "text/plain", draft.copy(run.masks()));
        run.happened();
    }

    /** Without a sign that a mail could show, and without a mail that is expected, none comes. */
    private Optional<BankMails.Read> answers(LegRun run, MailWork work, Cue cue) {
        if (cue.sign() == null && (work.expect() == null || cue.kind() != Cue.Kind.DONE)) {
            return Optional.empty();
        }
        var mail = MailReading.of(new RehearsedLetter(run, work, cue, clock).raw(), clock.instant());
        var row = new ArrivedMail("0", "rehearsal", mail.id(), mail.from(), mail.subject(), mail.receivedAt(), Nature.LETTER, true, "It is rehearsed.",
                State.READ, run.order().onboarding(), null, run.round().number(), null, true, null, null, true, false);
        return Optional.of(new BankMails.Read(row, mail, new MailSigns(run.order().leg(), template -> run.fill(template).text()).read(mail)));
    }
}
