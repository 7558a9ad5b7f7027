package io.portolan.rehearsal;

import java.time.Instant;

/**
 * A rehearsal that somebody has asked for.
 *
 * @param version the SHA-256 of the playbook's text, as 64 hexadecimal digits
 * @param told what it tells, walk by walk, in plain text; empty as long as it runs
 * @param endedAt when it ended, or null
 * @param progress how far it is, or has come
 */
public record AskedRehearsal(String id, String bank, String version, State state, String told, String begunBy, Instant begunAt, Instant endedAt,
        RehearsalProgress progress) {

    /** How far it is. */
    public enum State {
        /** It walks. */
        RUNNING,
        /** Every sign came to what it says. */
        CLEAN,
        /** Something is wrong with the playbook, and it says what. */
        WRONG,
        /** It did not come to its end. */
        CUT_OFF
    }

    /** Whether it walks still. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
