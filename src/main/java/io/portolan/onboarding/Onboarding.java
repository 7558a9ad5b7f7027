package io.portolan.onboarding;

import io.portolan.playbook.Service;
import io.portolan.playbook.WaitingFor;
import java.time.Instant;
import java.util.Set;

/**
 * One run of the process that takes a TPP to access at a bank.
 *
 * @param branch the key of the branch, or null
 * @param waitingFor who must move, or null where nobody is waited for
 * @param playbookVersion the content hash of the playbook that it is pinned to
 * @param registration the id of the registration that it works for
 * @param finishedAt when it ended, or null
 */
public record Onboarding(String id, String tpp, String bank, String branch, String environment, String application,
        Set<Service> services, Status status, WaitingFor waitingFor, String playbookVersion, String route,
        String registration, String note, Instant startedAt, Instant updatedAt, Instant finishedAt) {

    /** How an onboarding stands. */
    public enum Status {
        SCHEDULED, RUNNING, WAITING_FOR_US, WAITING_FOR_BANK, WAITING_FOR_OTHER, ON_HOLD, DONE, REJECTED, WITHDRAWN,
        FAILED;

        /** Whether nothing more will happen. */
        public boolean isFinal() {
            return this == DONE || this == REJECTED || this == WITHDRAWN || this == FAILED;
        }
    }
}
