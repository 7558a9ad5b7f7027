package io.portolan.notice;

import java.time.Instant;

/**
 * An event on its way to a webhook.
 *
 * @param event the id of the event
 * @param tries how often it was tried
 * @param nextAt when it is tried next, or null
 * @param status what the other side answered last, or null
 * @param note why the last try failed, or null
 * @param millis how long the last try took, or null
 * @param triedAt when it was last tried, or null
 */
public record Delivery(long id, long event, EventType type, State state, int tries, Instant nextAt, Integer status, String note, Integer millis,
        Instant madeAt, Instant triedAt) {

    /** How it stands. */
    public enum State {
        /** It is to be made, or tried again. */
        WAITING,
        /** The other side has taken it. */
        DELIVERED,
        /** It was tried often enough; somebody may have it sent again. */
        DEAD
    }
}
