package io.portolan.api;

import io.portolan.access.Approval;
import io.portolan.access.SecondPersonNeeded;
import io.portolan.access.Asked;
import java.time.Instant;
import java.util.List;

/**
 * A request for a second person, as the API gives it.
 *
 * @param page the page of the console that tells more of what it is about, or null
 * @param doneBy {@code portolan} where it is done once it is approved; else {@code requester}, who sends the same call again
 * @param mine whether whoever calls, or a token of theirs, has asked for it
 * @param mayDecide whether whoever calls may decide on it now
 */
record ApprovalView(String id, String act, String deed, String state, String title, String consequence, String tpp, List<Asked.Fact> facts, List<Long> evidence, String page,
        String reason, String requestedBy, Instant requestedAt, Instant expiresAt, String decidedBy, Instant decidedAt, String decision, String doneBy, Instant endedAt,
        String note, boolean mine, boolean mayDecide) {

    /** The answer to a call that needs a second person first; nothing of the call was done. */
    record NeededView(String code, String detail, String approval, String page, Instant expiresAt, String doneBy) {

        static NeededView of(SecondPersonNeeded needed) {
            var approval = needed.approval();
            return new NeededView(needed.code(), approval.byItself() ? "A second person has to agree first. Portolan does it once they have."
                    : "A second person has to agree first. Send the same call again once they have.", approval.id(), "/approvals/" + approval.id(), approval.expiresAt(), ApprovalView.doneBy(approval));
        }
    }

    static ApprovalView of(Approval approval, boolean mine, boolean mayDecide) {
        var asked = approval.asked();
        return new ApprovalView(approval.id(), Words.of(approval.act()), approval.deed(), Words.of(approval.state()), asked.title(), asked.consequence(), asked.tpp(),
                asked.facts(), asked.evidence(), asked.link(), approval.reason(), approval.requestedBy(), approval.requestedAt(), approval.expiresAt(), approval.decidedBy(),
                approval.decidedAt(), approval.decision(), doneBy(approval), approval.endedAt(), approval.note(), mine, mayDecide);
    }

    private static String doneBy(Approval approval) {
        return approval.byItself() ? "portolan" : "requester";
    }
}
