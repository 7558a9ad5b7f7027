package io.portolan.mail;

import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.MeansName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does legs by mail: writes the letter, waits for the bank's answer, and takes what the leg needs from it. */
@Component
class MailMeans implements Means {

    private final MailAccounts accounts;
    private final MailArrivals arrivals;
    private final SendLetter sendLetter;
    private final ReadAnswers readAnswers;

    MailMeans(MailAccounts accounts, MailArrivals arrivals, SendLetter sendLetter, ReadAnswers readAnswers) {
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.sendLetter = sendLetter;
        this.readAnswers = readAnswers;
    }

    @Override
    public MeansName name() {
        return MeansName.MAIL;
    }

    @Override
    public Outcome perform(LegRun run) {
        var order = run.order();
        var work = (MailWork) order.leg().work();
        if (!work.reads() && run.progress() != LegRun.Progress.HAPPENED) {
            return new Outcome.NeedsPerson(Reason.BY_DESIGN, "This leg's mail is to be written or read by a person", null);
        }
        if (work.letter() == null && work.reads() && accounts.of(order.tpp()).isEmpty()) {
            return new Outcome.NeedsPerson(Reason.MISSING_DATA, "No mailbox is set up for the TPP " + order.tpp(),
                    "See portolan.mail.mailboxes. Until then, take what is asked from the mail by hand.");
        }
        try {
            var inTheWay = work.letter() == null ? Optional.<Outcome>empty() : sendLetter.once(run, work.letter());
            if (inTheWay.isPresent()) {
                return inTheWay.get();
            }
            arrivals.look(order.tpp());
            return readAnswers.outcome(run);
        } catch (MailboxUnreachable e) {
            return new Outcome.Fault(e.getMessage());
        }
    }
}
