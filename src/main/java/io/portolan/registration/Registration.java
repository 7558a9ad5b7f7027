package io.portolan.registration;

import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.Set;

/**
 * How a TPP stands with a bank, in one environment, for one application.
 *
 * @param bank the id of the bank, or of the unit that registers for many
 * @param branch the key of the branch if it registers by itself, or null
 * @param asked the services that were asked for
 * @param granted the services that the bank has granted
 * @param effective those of them that may be used now
 * @param effectiveFrom from when the first of the granted services may be used, or null for at once; each has a day of its own, see {@link Grants}
 * @param due what has to be done next, or null
 * @param onboarding the id of the onboarding that worked for it last, or null
 * @param atBank whether something of it exists at the bank
 * @param healthNote why it is degraded, or null
 * @param madeFor the label of the TPP's agent or customer that it was made for, or null for the TPP itself
 */
public record Registration(String id, String tpp, String bank, String branch, String environment, String application,
        Standing standing, Method method, Health health, Set<Service> asked, Set<Service> granted, Set<Service> effective,
        Instant effectiveFrom, Due due, String onboarding, Instant createdAt, Instant changedAt, AtBank atBank, String healthNote, String madeFor) {

    /** Whether it was taken in as it exists at the bank, and no call has proven it yet. */
    public boolean isAdoptedUnproven() {
        return method == Method.ADOPTED && standing == Standing.IN_PROGRESS;
    }

    /** Whether there is something at the bank that we can give up: it lets us in, or was told to exist. */
    public boolean canBeGivenUp() {
        return standing.isHeld() || isAdoptedUnproven();
    }

    /** How it stands. */
    public enum Standing {
        NOT_STARTED, IN_PROGRESS, ACTIVE, SUSPENDED, REJECTED, WITHDRAWN;

        /** Whether the bank lets us in, now or once a suspension ends. */
        public boolean isHeld() {
            return this == ACTIVE || this == SUSPENDED;
        }

        /** Whether an onboarding may still make it active. */
        public boolean isOpen() {
            return this == NOT_STARTED || this == IN_PROGRESS;
        }
    }

    /** Whether something of it exists at the bank, which a withdrawal on our side does not change. */
    public enum AtBank { NOTHING, EXISTS, CLEARED }

    /** How it came about. */
    public enum Method { PORTAL, API, MAIL, BY_HAND, NOT_NEEDED, ADOPTED }

    /** Whether it works. */
    public enum Health { OK, DEGRADED, UNKNOWN }

    /** What has to be done, and by when. */
    public record Due(String what, Instant by) { }
}
