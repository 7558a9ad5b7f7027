package io.portolan.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The request for a second person, and what became of it.
 *
 * @param deed what is to be done, by the name of its {@link Deed}
 * @param object what it is to be done with; only its deed reads it
 * @param with what else its deed needs; never a secret
 * @param digest what was asked, exactly
 * @param requestedBy who has asked, as the journal writes it
 * @param requestedFor the person behind it: of a token whoever has made it
 * @param decidedBy who has decided, or null
 * @param decision why it was decided so, or null
 * @param expiresAt until when it may be decided or, once it is approved, used
 * @param byItself whether Portolan does it once it is approved; else whoever has asked does
 * @param endedAt when it was done, or came to nothing; or null
 * @param note what became of it, as a sentence; or null
 */
public record Approval(String id, String deed, Guarded act, String object, Map<String, String> with, Asked asked, String digest, String reason,
        String requestedBy, String requestedFor, Instant requestedAt, State state, String decidedBy, Instant decidedAt, String decision, Instant expiresAt,
        boolean byItself, Instant endedAt, String note) {

    /** How it stands. */
    public enum State {
        /** Nobody has decided yet. */
        WAITING,
        /** Agreed to, and not done yet. */
        APPROVED,
        /** Agreed to and done, once. */
        DONE,
        /** Not agreed to. */
        DECLINED,
        /** Whoever has asked wants it no more. */
        TAKEN_BACK,
        /** Nobody has decided, or used it, in time. */
        EXPIRED,
        /** What was asked is no longer what it would be. */
        VOID
    }

    /** Whether its time is over then. */
    boolean isOver(Instant then) {
        return !expiresAt.isAfter(then);
    }

    /** The same with another end of its time. */
    Approval until(Instant end) {
        return new Approval(id, deed, act, object, with, asked, digest, reason, requestedBy, requestedFor, requestedAt, state, decidedBy, decidedAt, decision, end,
                byItself, endedAt, note);
    }
}
