package io.portolan.notice;

import java.time.Instant;
import java.util.Set;

/**
 * An address of another system that is called with each event it wants.
 *
 * @param types the types it wants; none for all
 * @param tpps the TPPs whose events it wants; none for all, and for what belongs to none
 * @param failures how many calls have failed since the last that worked
 * @param waiting how many deliveries are still to be made
 * @param dead how many were given up
 * @param oldSecretUntil until when its secret before this one signs, too; or null
 */
public record Webhook(String id, String name, String url, Set<EventType> types, Set<String> tpps, State state, int failures, long waiting, long dead,
        Instant oldSecretUntil, String createdBy, Instant createdAt, Instant changedAt) {

    /** Whether it is called. */
    public enum State {
        /** It is called. */
        ACTIVE,
        /** Somebody has paused it; what happens meanwhile is delivered once it goes on. */
        PAUSED,
        /** Portolan has paused it, since too many calls in a row have failed. */
        STOPPED
    }

    EventFilter filter() {
        return new EventFilter(types.isEmpty() ? Set.of(EventType.values()) : types, tpps.isEmpty() ? null : tpps);
    }
}
