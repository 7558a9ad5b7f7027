package io.portolan.access;

import io.portolan.access.Approval.State;
import io.portolan.refusal.Refused;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides as the second person; nobody decides on what they have asked for themselves. */
@Component
public class DecideApproval {

    private final JdbcApprovals approvals;
    private final EndApproval end;
    private final CarryOutApproved carryOut;
    private final Deeds deeds;
    private final JdbcOwners owners;
    private final FourEyesSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DecideApproval(JdbcApprovals approvals, EndApproval end, CarryOutApproved carryOut, Deeds deeds, JdbcOwners owners, FourEyesSettings settings,
            PlatformTransactionManager transactions, Clock clock) {
        this.approvals = approvals;
        this.end = end;
        this.carryOut = carryOut;
        this.deeds = deeds;
        this.owners = owners;
        this.settings = settings;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether this actor may decide on it, as things are. */
    public boolean mayDecide(Approval approval, Actor actor) {
        return approval.state() == State.WAITING && !approval.isOver(clock.instant()) && actor.may(Role.APPROVER) && !isOwn(approval, actor);
    }

    /** Whether this actor, or a token of theirs, has asked for it. */
    public boolean isOwn(Approval approval, Actor actor) {
        return approval.requestedFor().equals(owners.of(actor.name()));
    }

    /**
     * Agrees, or does not; what was agreed to is done at once where Portolan does it.
     *
     * @throws Refused with codes {@code unknown-approval}, {@code may-not-approve}, {@code own-approval}, {@code approval-decided},
     *         {@code approval-expired}, {@code approval-void} or {@code reason-required}
     */
    public Approval with(String id, boolean approved, String reason, Actor actor) {
        if (!actor.may(Role.APPROVER)) {
            throw Refused.forbidden("may-not-approve", "Only approvers decide as the second person.");
        }
        var why = Vault.Purpose.said(reason);
        refuseUnless(transactions.execute(status -> decided(approvals.lock(id), approved, why, actor)));
        carryOut.settle(id);
        return approvals.find(id).orElseThrow();
    }

    /** Takes a request of one's own back; {@code not-your-approval} where it is somebody else's. */
    public Approval takeBack(String id, Actor actor) {
        refuseUnless(transactions.execute(status -> {
            var approval = approvals.lock(id);
            if (!isOwn(approval, actor)) {
                return () -> Refused.forbidden("not-your-approval", "Only whoever has asked can take it back.");
            }
            if (approval.state() != State.WAITING && (approval.state() != State.APPROVED || approval.byItself())) {
                return () -> decidedBefore(approval);
            }
            end.takenBack(approval, actor.name());
            return null;
        }));
        carryOut.settle(id);
        return approvals.find(id).orElseThrow();
    }

    /** What was found out by it is kept, so a refusal is only thrown after the transaction. */
    private static void refuseUnless(Supplier<Refused> refusal) {
        if (refusal != null) {
            throw refusal.get();
        }
    }

    private Supplier<Refused> decided(Approval approval, boolean approved, String reason, Actor actor) {
        if (isOwn(approval, actor)) {
            return () -> Refused.forbidden("own-approval", "You have asked for this yourself, or a token of yours has; somebody else has to decide.");
        }
        if (approval.state() != State.WAITING) {
            return () -> decidedBefore(approval);
        }
        if (approval.isOver(clock.instant())) {
            end.expired(approval);
            return () -> conflict("approval-expired", "Nobody has decided in time. It has to be asked anew.", approval);
        }
        var now = approved ? deeds.asked(approval) : Optional.of(approval.asked());
        if (now.isEmpty()) {
            end.isVoid(approval, "There is nothing left to agree to.");
            return () -> conflict("approval-void", "There is nothing left to agree to.", approval);
        }
        if (approved && !now.get().digest(approval.deed(), approval.object(), approval.with()).equals(approval.digest())) {
            end.changed(approval, now.get());
            return () -> conflict("approval-void", "What was asked has changed: " + now.get().changedFrom(approval.asked().facts()) + ". It has to be asked anew.", approval);
        }
        approvals.decided(approval.until(approved ? clock.instant().plus(settings.within()) : approval.expiresAt()), approved ? State.APPROVED : State.DECLINED, actor.name(), reason);
        end.write(approval, actor.name(), approved ? "approval-given" : "approval-declined", reason);
        return null;
    }

    private static Refused decidedBefore(Approval approval) {
        return conflict("approval-decided", switch (approval.state()) {
            case WAITING, APPROVED, DONE -> "This was approved by " + approval.decidedBy() + " already.";
            case DECLINED -> "This was declined by " + approval.decidedBy() + " already.";
            case TAKEN_BACK -> "Whoever has asked has taken it back.";
            case EXPIRED -> "Nobody has decided in time. It has to be asked anew.";
            case VOID -> "What was asked has changed. It has to be asked anew.";
        }, approval);
    }

    private static Refused conflict(String code, String sentence, Approval approval) {
        return Refused.conflict(code, sentence, Map.of("approval", approval.id()));
    }
}
