package io.portolan.mail;

import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.leg.ReceivedMails.State;
import java.time.Instant;

/**
 * A mail as its row knows it.
 *
 * @param leg the leg that has read it, in this round, or null
 * @param askedAt when a person was asked what it means, or null
 * @param vouched whether a person says that it belongs to its onboarding
 * @param decisive whether it has a proven sign by which a leg is done or rejected
 * @param kept whether the vault still holds what stands in it
 */
record ArrivedMail(String id, String mailbox, String messageId, String from, String subject, Instant receivedAt, Nature nature, boolean proven,
        String proof, State state, String onboarding, String leg, int round, Instant askedAt, boolean vouched, String settledBy, String note,
        boolean decisive, boolean kept) {

    /** Whether a sign in it may act. */
    boolean mayAct() {
        return proven || vouched;
    }
}
