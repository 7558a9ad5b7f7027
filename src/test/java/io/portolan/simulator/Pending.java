package io.portolan.simulator;

import java.time.Instant;

/** Something that waits for a bank's clerk. */
public interface Pending {

    /** Its number at the bank. */
    String number();

    /** Since when it waits, or null where it is not complete yet. */
    Instant since();

    /** Whether the clerk has laid it aside. */
    boolean isHeld();

    /** Lays it aside, or takes it up again. */
    void hold(boolean held);

    /** Approves it; nothing happens where it is decided already. */
    void approve();

    /** Rejects it for this reason; nothing happens where it is decided already. */
    void reject(String reason);
}
