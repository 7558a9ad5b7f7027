package io.portolan.simulator;

import java.util.Locale;

/** How what was handed in stands with a bank. */
public enum Status {
    /** Not handed in yet. */
    CREATED,
    /** Waits for the clerk. */
    PENDING,
    /** Waits for an answer to the clerk's question. */
    QUESTION,
    /** Approved. */
    ACTIVE,
    /** Rejected by the clerk. */
    REJECTED,
    /** Rejected, and handed in anew since. */
    REPLACED;

    /** As a page writes it, such as {@code Pending}. */
    public String shown() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
