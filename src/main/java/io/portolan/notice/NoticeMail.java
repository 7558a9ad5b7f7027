package io.portolan.notice;

import java.time.Instant;

/**
 * A mail to one of our people.
 *
 * @param note why it has not left yet, or null
 * @param nextAt when it is tried again, or null
 * @param sentAt when it has left, or null
 */
public record NoticeMail(String id, String user, String address, String subject, State state, int tries, Instant nextAt, String note, Instant madeAt, Instant sentAt) {

    /** How it stands. */
    public enum State {
        /** It is to be sent, or tried again. */
        WAITING,
        /** The mail server has taken it. */
        SENT,
        /** It was given up. */
        DEAD
    }
}
