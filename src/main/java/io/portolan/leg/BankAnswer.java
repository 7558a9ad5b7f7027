package io.portolan.leg;

import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.Set;

/**
 * What the bank said, told by a person, a webhook or a mail.
 *
 * @param services the services it is about; empty for all
 * @param reference the bank's own reference, or null
 * @param expectedBy by when the bank promised more, or null
 * @param effectiveFrom from when it counts, or null
 * @param saidBy who told us
 * @param leg the leg that it is for, or null for whichever waits for it
 */
public record BankAnswer(long id, String onboarding, Kind kind, Set<Service> services, String note, String reference,
        Instant expectedBy, Instant effectiveFrom, Instant at, String saidBy, String leg) {

    /** One that is for whichever leg waits for it. */
    public BankAnswer(long id, String onboarding, Kind kind, Set<Service> services, String note, String reference,
            Instant expectedBy, Instant effectiveFrom, Instant at, String saidBy) {
        this(id, onboarding, kind, services, note, reference, expectedBy, effectiveFrom, at, saidBy, null);
    }


    /** What the bank said. */
    public enum Kind { ACKNOWLEDGED, APPROVED, REJECTED, QUESTION }
}
