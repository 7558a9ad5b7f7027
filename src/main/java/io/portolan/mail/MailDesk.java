package io.portolan.mail;

import io.portolan.journal.Act;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.leg.ReceivedMails;
import io.portolan.leg.RunningOnboardings;
import io.portolan.leg.RunningOnboardings.Running;
import io.portolan.playbook.MailWork;
import io.portolan.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where people see to mails: above all to those without a home. */
@Component
class MailDesk implements ReceivedMails {

    private final JdbcMails mails;
    private final MailContents contents;
    private final MailCopies copies;
    private final MailAccounts accounts;
    private final RunningOnboardings onboardings;
    private final EvidenceStore evidence;
    private final Journal journal;
    private final TransactionTemplate transactions;

    MailDesk(JdbcMails mails, MailContents contents, MailCopies copies, MailAccounts accounts, RunningOnboardings onboardings,
            EvidenceStore evidence, Journal journal, PlatformTransactionManager transactions) {
        this.mails = mails;
        this.contents = contents;
        this.copies = copies;
        this.accounts = accounts;
        this.onboardings = onboardings;
        this.evidence = evidence;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public Page page(State state, String tpp, String cursor, int limit) {
        var found = mails.page(state, of(tpp), cursor == null || cursor.isBlank() ? null : cursor, limit + 1);
        var items = found.stream().limit(limit).map(mail -> seen(mail, null)).toList();
        return new Page(items, found.size() > limit ? items.get(items.size() - 1).id() : null);
    }

    @Override
    public long homeless(String tpp) {
        return mails.count(State.HOMELESS, of(tpp));
    }

    private JdbcMails.Of of(String tpp) {
        return new JdbcMails.Of(tpp, tpp == null ? List.of() : accounts.of(tpp).stream().map(MailAccount::name).toList());
    }

    @Override
    public Optional<Received> find(String id) {
        return mails.find(id).map(mail -> seen(mail, contents.read(id, mail.receivedAt()).map(content -> shown(mail, content)).orElse(null)));
    }

    private String shown(ArrivedMail mail, Mail content) {
        var running = mail.onboarding() == null ? null : onboardings.find(mail.onboarding()).orElse(null);
        return MailCopies.copy(content, running == null ? copies.masks(mail.onboarding()) : copies.masks(running, content), new Genuineness(mail.proven(), mail.proof()));
    }

    @Override
    public Received give(String id, String onboarding, String actor) {
        var running = onboardings.find(onboarding).orElseThrow(() -> Refused.conflict("onboarding-finished",
                "There is no onboarding " + onboarding + " that is not over.", Map.of("onboarding", onboarding)));
        var known = readable(unsettled(mails.find(id), id));
        var copy = evidence.keep(onboarding, Evidence.Kind.MAIL, "text/plain", contents.read(id, known.receivedAt())
                .map(content -> MailCopies.copy(content, copies.masks(running, content), new Genuineness(known.proven(), known.proof())))
                .orElse(known.subject()).getBytes(StandardCharsets.UTF_8));
        transactions.executeWithoutResult(status -> {
            var mail = readable(unsettled(mails.lock(id), id));
            if (accounts.find(mail.mailbox()).filter(account -> account.settings().tpps().contains(running.tpp())).isEmpty()) {
                throw Refused.conflict("foreign-mailbox", "This mail came to the mailbox " + mail.mailbox() + ", which is not one of the TPP "
                        + running.tpp() + ".", Map.of("mailbox", mail.mailbox(), "tpp", running.tpp()));
            }
            mails.give(id, onboarding, reads(running) ? State.GIVEN : State.NOTED, "a person has given it", actor);
            journal.write(new Act(onboarding, actor, "mail-given", null, "mail", "The mail \"" + mail.subject() + "\" from " + mail.from()
                    + " was given to this onboarding.", List.of(copy)));
        });
        onboardings.wake(onboarding, reads(running));
        return find(id).orElseThrow();
    }

    private static boolean reads(Running running) {
        return running.legs().stream().anyMatch(ahead -> ahead.order().leg().work() instanceof MailWork);
    }

    @Override
    public Received file(String id, String note, String actor) {
        var known = unsettled(mails.find(id), id);
        var chain = mails.tppOf(id).map(tpp -> "tpp:" + tpp).orElse(Act.HOUSE);
        var copy = evidence.keep(chain, Evidence.Kind.MAIL, "text/plain", contents.read(id, known.receivedAt())
                .map(content -> shown(known, content)).orElse(known.subject()).getBytes(StandardCharsets.UTF_8));
        transactions.executeWithoutResult(status -> {
            var mail = unsettled(mails.lock(id), id);
            mails.file(id, note, actor);
            journal.write(new Act(chain, actor, "mail-filed", null, "mail", "The mail \"" + mail.subject() + "\" from " + mail.from()
                    + " was filed" + (note == null || note.isBlank() ? "." : ": " + note), List.of(copy)));
        });
        contents.forget(id);
        return find(id).orElseThrow();
    }

    private static ArrivedMail unsettled(Optional<ArrivedMail> found, String id) {
        var mail = found.orElseThrow(() -> Refused.notFound("unknown-mail", "There is no mail " + id + "."));
        if (mail.state() == State.READ || mail.state() == State.FILED || !mail.kept() && mail.state() != State.HOMELESS) {
            throw Refused.conflict("mail-settled", "This mail has been settled already.", Map.of("mail", id));
        }
        return mail;
    }

    private static ArrivedMail readable(ArrivedMail mail) {
        if (!mail.kept()) {
            throw Refused.conflict("mail-forgotten", "What stood in this mail is not kept any more. Please read it in the mailbox "
                    + mail.mailbox() + " and answer the onboarding's task, or tell it what the bank has said.", Map.of("mail", mail.id()));
        }
        return mail;
    }

    private static Received seen(ArrivedMail mail, String text) {
        return new Received(mail.id(), mail.mailbox(), mail.from(), mail.subject(), mail.receivedAt(), mail.state(), mail.nature(), mail.proven(),
                mail.proof(), mail.onboarding(), mail.note(), mail.settledBy(), text);
    }
}
