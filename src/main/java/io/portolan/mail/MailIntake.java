package io.portolan.mail;

import io.portolan.journal.Act;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.leg.LegOrder;
import io.portolan.leg.Masks;
import io.portolan.leg.OurData;
import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.leg.ReceivedMails.State;
import io.portolan.leg.RunningOnboardings;
import io.portolan.leg.RunningOnboardings.Ahead;
import io.portolan.leg.RunningOnboardings.Running;
import io.portolan.leg.Value;
import io.portolan.playbook.MailWork;
import io.portolan.playbook.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in one mail: finds whose it is, what sort it is and whether it is the bank's, and keeps it for who is to read it. */
@Component
class MailIntake {

    private static final Template CONTACT = new Template("{{tpp.contact.e-mail}}");

    private final JdbcMails mails;
    private final JdbcLetters letters;
    private final MailContents contents;
    private final MailCopies copies;
    private final RunningOnboardings onboardings;
    private final OurData ourData;
    private final EvidenceStore evidence;
    private final Journal journal;
    private final TransactionTemplate transactions;

    MailIntake(JdbcMails mails, JdbcLetters letters, MailContents contents, MailCopies copies, RunningOnboardings onboardings,
            OurData ourData, EvidenceStore evidence, Journal journal, PlatformTransactionManager transactions) {
        this.mails = mails;
        this.letters = letters;
        this.contents = contents;
        this.copies = copies;
        this.onboardings = onboardings;
        this.ourData = ourData;
        this.evidence = evidence;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Takes in a mail of this mailbox, whose TPPs have these onboardings; without a home it counts only where {@code keepHomeless}. */
    void take(MailAccount account, RawMail raw, List<Running> running, boolean keepHomeless) {
        var mail = MailReading.of(raw.content(), raw.receivedAt());
        var id = id(account, mail.id());
        var isOurOwn = account.settings().sendsAs(mail.from()) && letters.has(mail.id());
        if (isOurOwn || mails.has(id)) {
            return;
        }
        var home = new Correlation(letters, each -> contact(each)).of(mail, running);
        if (home.isPresent()) {
            welcome(id, account, raw, mail, home.get());
        } else if (keepHomeless) {
            contents.keep(id, account.settings().tpps().get(0), raw);
            mails.arrived(row(id, account, mail, copies.masks(null, mail), new Genuineness(false, "Nobody knows whose this is."),
                    State.HOMELESS, null), account.onlyTpp(), null, false);
        }
    }

    /** What a mail of this mailbox with this Message-ID is called here. */
    static String id(MailAccount account, String messageId) {
        return MailReading.digest(account.name() + "\n" + messageId).substring("sha256:".length(), "sha256:".length() + 24);
    }

    private void welcome(String id, MailAccount account, RawMail raw, Mail mail, Correlation.Home home) {
        var running = home.running();
        var proof = Genuineness.of(mail, account.settings().authservId(), running.legs().get(0).order().playbook());
        var masks = copies.masks(running, mail);
        var work = current(running).map(ahead -> (MailWork) ahead.order().leg().work()).orElse(null);
        var acknowledges = Acknowledgements.isOne(mail, work);
        var isRead = running.legs().stream().anyMatch(ahead -> ahead.order().leg().work() instanceof MailWork);
        if (DeliveryReports.isFinal(mail) && mail.report() != null && mail.report().originalId() != null && letters.has(mail.report().originalId())) {
            letters.state(mail.report().originalId(), JdbcLetters.State.BOUNCED);
        }
        var state = acknowledges || mail.nature() == Nature.BOUNCE && !DeliveryReports.isFinal(mail) ? State.NOTED
                : isRead ? State.GIVEN : mail.nature() == Nature.BOUNCE ? State.HOMELESS : State.NOTED;
        contents.keep(id, running.tpp(), raw);
        var copy = state == State.NOTED ? List.of(evidence.keep(running.onboarding(), Evidence.Kind.MAIL, "text/plain",
                MailCopies.copy(mail, masks, proof).getBytes(StandardCharsets.UTF_8))) : List.<Long>of();
        var arrived = row(id, account, mail, masks, proof, state, state == State.HOMELESS ? null : running.onboarding());
        var decisive = proof.proven() && isDecisive(running, mail);
        transactions.executeWithoutResult(status -> {
            if (mails.arrived(arrived, account.onlyTpp(), home.by(), decisive)) {
                letters.answered(running.onboarding(), mail.repliesTo(), References.in(mail.subject()).isPresent());
                if (acknowledges) {
                    acknowledged(running, mail, work);
                } else if (state == State.NOTED) {
                    onboardings.wake(running.onboarding(), false);
                }
                journal.write(new Act(running.onboarding(), "bank", "mail-received", null, "mail", "From " + mail.from() + ": \"" + arrived.subject()
                        + "\". It is kept here because " + home.by() + ". " + proof.why(), copy));
            }
        });
    }

    private void acknowledged(Running running, Mail mail, MailWork work) {
        var reference = Acknowledgements.reference(mail, work);
        reference.ifPresent(each -> letters.keepBankReference(running.onboarding(), each));
        var promised = Acknowledgements.promised(mail, work);
        if (reference.isPresent() || promised.isPresent()) {
            onboardings.acknowledged(running.onboarding(), "The bank has acknowledged by mail."
                    + reference.map(each -> " Its reference is " + each + ".").orElse(""), reference.orElse(null), promised.orElse(null));
        }
    }

    private static Optional<Ahead> current(Running running) {
        return running.legs().stream().filter(ahead -> ahead.isCurrent() && ahead.order().leg().work() instanceof MailWork).findFirst();
    }

    private boolean isDecisive(Running running, Mail mail) {
        return current(running).map(ahead -> new MailSigns(ahead.order().leg(), template -> filled(template, ahead.order())).read(mail))
                .filter(reading -> reading == MailSigns.Reading.DONE || reading == MailSigns.Reading.REJECTED).isPresent();
    }

    private Optional<String> contact(Running running) {
        return running.legs().stream().findFirst().map(ahead -> filled(CONTACT, ahead.order()).toLowerCase(Locale.ROOT));
    }

    /** What has no value here stands for something that no mail holds. */
    private String filled(Template template, LegOrder order) {
        return template.filled(place -> ourData.value(place, order).orElse(null) instanceof Value.Plain plain ? plain.text() : "\0");
    }

    private static ArrivedMail row(String id, MailAccount account, Mail mail, Masks masks, Genuineness proof, State state,
            String onboarding) {
        return new ArrivedMail(id, account.name(), mail.id(), mail.from(), MailCopies.subject(mail, masks), mail.receivedAt(), mail.nature(),
                proof.proven(), proof.why(), state, onboarding, null, 0, null, false, null, null, false, true);
    }
}
