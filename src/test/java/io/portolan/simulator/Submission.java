package io.portolan.simulator;

import java.time.Instant;

/** Something that a bank's clerk decides on, as it stands in the books. */
public abstract class Submission {

    /** Its number at the bank. */
    public String number;
    /** How it stands. */
    public Status status = Status.PENDING;
    /** Since when it waits for the clerk, or null where it is not complete yet. */
    public Instant since;
    /** Whether the clerk has laid it aside. */
    public boolean held;
    /** Why it was rejected, or what the clerk says besides; null where nothing is said. */
    public String reason;

    /** Puts it on the clerk's desk. */
    public void handIn(Instant now) {
        status = Status.PENDING;
        since = now;
        reason = null;
    }
}
