package io.portolan.access;

import io.portolan.access.Approval.State;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import org.springframework.stereotype.Component;

/** Brings requests for a second person to their end, in the caller's transaction, and writes it to the journal. */
@Component
class EndApproval {

    private static final String PORTOLAN = "portolan";

    private final JdbcApprovals approvals;
    private final Journal journal;

    EndApproval(JdbcApprovals approvals, Journal journal) {
        this.approvals = approvals;
        this.journal = journal;
    }

    void done(Approval approval, String actor) {
        approvals.ended(approval.id(), State.DONE, null);
        approvals.settled(approval.id());
        write(approval, actor, "approval-used", "Approved by " + approval.decidedBy() + ", and done.");
    }

    void changed(Approval approval, Asked now) {
        isVoid(approval, "What was asked has changed: " + now.changedFrom(approval.asked().facts()) + ".");
    }

    void isVoid(Approval approval, String note) {
        approvals.ended(approval.id(), State.VOID, note);
        write(approval, PORTOLAN, "approval-void", note);
    }

    void expired(Approval approval) {
        approvals.ended(approval.id(), State.EXPIRED, approval.state() == State.WAITING ? "Nobody has decided in time." : "It was not used in time.");
        write(approval, PORTOLAN, "approval-expired", approval.state() == State.WAITING ? "Nobody has decided in time." : "It was not used in time.");
    }

    void takenBack(Approval approval, String actor) {
        approvals.ended(approval.id(), State.TAKEN_BACK, null);
        write(approval, actor, "approval-taken-back", null);
    }

    void write(Approval approval, String actor, String act, String detail) {
        journal.write(Act.by(actor, approval.asked().chain(), act, approval.asked().title() + (detail == null ? "" : ": " + detail) + " (" + approval.id() + ")"));
    }
}
