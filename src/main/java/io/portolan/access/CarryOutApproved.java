package io.portolan.access;

import io.portolan.access.Approval.State;
import io.portolan.database.Leases;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what follows from a decision, once: at once, and where that came to nothing, such as by a crash, a little later. */
@Component
class CarryOutApproved {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOutApproved.class);
    private static final int AT_ONCE = 100;
    private static final String JOB = "approvals";

    private final JdbcApprovals approvals;
    private final EndApproval end;
    private final Deeds deeds;
    private final Leases leases;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CarryOutApproved(JdbcApprovals approvals, EndApproval end, Deeds deeds, Leases leases, PlatformTransactionManager transactions, Clock clock) {
        this.approvals = approvals;
        this.end = end;
        this.deeds = deeds;
        this.leases = leases;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Ends what has expired, and does what was left undone. */
    @Scheduled(fixedDelay = 2, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void settleAll() {
        var due = approvals.toSettle(AT_ONCE);
        if (!due.isEmpty() && leases.hold(JOB, Duration.ofMinutes(2))) {
            try {
                due.forEach(this::settle);
            } finally {
                leases.release(JOB);
            }
        }
    }

    /** What is done and the note that it is done are one transaction: a crash leaves both or neither. */
    void settle(String id) {
        try {
            transactions.executeWithoutResult(status -> settled(approvals.lock(id)));
        } catch (Refused impossible) {
            transactions.executeWithoutResult(status -> {
                var approval = approvals.lock(id);
                if (approval.state() == State.APPROVED) {
                    end.isVoid(approval, "It could not be done any more: " + impossible.getMessage());
                }
            });
        } catch (RuntimeException trouble) {
            // it is tried again; what it says may hold what is nobody's business
            LOG.warn("What follows from the approval {} was not done and is tried again: {}", id, trouble.getClass().getName());
        }
    }

    private void settled(Approval approval) {
        if (approval.endedAt() == null && approval.isOver(clock.instant()) && (approval.state() == State.WAITING || approval.state() == State.APPROVED && !approval.byItself())) {
            end.expired(approval);
            over(approval);
        } else if (approval.state() == State.APPROVED && approval.byItself()) {
            carryOut(approval);
        } else if (approval.state() != State.WAITING && approval.state() != State.APPROVED && approval.state() != State.DONE) {
            over(approval);
        }
    }

    private void carryOut(Approval approval) {
        var now = deeds.asked(approval);
        if (now.isEmpty()) {
            end.isVoid(approval, "There was nothing left to do.");
        } else if (!now.get().digest(approval.deed(), approval.object(), approval.with()).equals(approval.digest())) {
            end.changed(approval, now.get());
        } else if (deeds.of(approval).orElseThrow().carryOut(approval)) {
            end.done(approval, "portolan");
        }
    }

    private void over(Approval approval) {
        if (deeds.of(approval).map(deed -> deed.over(approval)).orElse(true)) {
            approvals.settled(approval.id());
        }
    }
}
