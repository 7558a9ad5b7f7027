package io.portolan.access;

import io.portolan.access.Approval.State;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps who asks a second person for what, where the settings say so, and lets what was agreed to go on once. */
@Component
class AskSecondPerson implements SecondPerson {

    private final FourEyesSettings settings;
    private final JdbcApprovals approvals;
    private final JdbcOwners owners;
    private final EndApproval end;
    private final Journal journal;
    private final TransactionTemplate apart;
    private final Clock clock;

    AskSecondPerson(FourEyesSettings settings, JdbcApprovals approvals, JdbcOwners owners, EndApproval end, Journal journal, PlatformTransactionManager transactions, Clock clock) {
        this.settings = settings;
        this.approvals = approvals;
        this.owners = owners;
        this.end = end;
        this.journal = journal;
        // a request is kept, whatever becomes of what has asked for it
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public Optional<Asked> needed(Deed deed, String object, Map<String, String> with) {
        return !settings.ask(deed.act()) ? Optional.empty() : deed.asked(object, with).filter(asked -> settings.ask(deed.act(), asked.tpp()));
    }

    @Override
    public void before(Deed deed, String object, Map<String, String> with, String reason, String actor) {
        var needed = needed(deed, object, with);
        if (needed.isEmpty()) {
            return;
        }
        if (!deed.isByItself() && isUsed(deed, object, needed.get().digest(deed.deed(), object, with), actor)) {
            return;
        }
        throw new SecondPersonNeeded(request(deed, object, with, reason, actor));
    }

    @Override
    public Optional<Approval> latest(Deed deed, String object, Map<String, String> with) {
        var digest = deed.asked(object, with).map(asked -> asked.digest(deed.deed(), object, with));
        return approvals.latest(deed.deed(), object).filter(latest -> digest.filter(latest.digest()::equals).isPresent());
    }

    /** Used up for good before it is used, as the vault writes down whom it shows what before it does: what then fails has to be asked for anew. */
    private boolean isUsed(Deed deed, String object, String digest, String actor) {
        return Boolean.TRUE.equals(apart.execute(status -> {
            var approved = approvals.lockOpen(deed.deed(), object, owners.of(actor)).stream().filter(open -> isUsable(open, digest)).findFirst();
            approved.ifPresent(usable -> end.done(usable, actor));
            return approved.isPresent();
        }));
    }

    private boolean isUsable(Approval approval, String digest) {
        return approval.state() == State.APPROVED && approval.digest().equals(digest) && !approval.isOver(clock.instant());
    }

    @Override
    public Approval request(Deed deed, String object, Map<String, String> with, String reason, String actor) {
        var why = Vault.Purpose.said(reason);
        var asked = deed.asked(object, with).orElseThrow(() -> new IllegalStateException("nobody has to be asked for " + deed.deed() + " of " + object));
        return apart.execute(status -> kept(deed, object, with, asked, why, actor));
    }

    private Approval kept(Deed deed, String object, Map<String, String> with, Asked asked, String reason, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var owner = owners.of(actor);
        var fresh = new Approval(UUID.randomUUID().toString(), deed.deed(), deed.act(), object, with, asked, asked.digest(deed.deed(), object, with), reason, actor, owner,
                now, State.WAITING, null, null, null, now.plus(settings.within()), deed.isByItself(), null, null);
        for (var open : approvals.lockOpen(deed.deed(), object, owner)) {
            if (!open.digest().equals(fresh.digest())) {
                end.changed(open, asked);
            } else if (open.isOver(now)) {
                end.expired(open);
            }
        }
        if (!approvals.insert(fresh)) {
            return approvals.lockOpen(deed.deed(), object, owner).stream().filter(open -> open.state() == State.WAITING).findFirst().orElseThrow();
        }
        journal.write(Act.by(actor, asked.chain(), "approval-requested", asked.title() + ": " + reason + " (" + fresh.id() + ")"));
        return fresh;
    }
}
