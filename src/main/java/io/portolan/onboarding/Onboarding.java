package io.portolan.onboarding;

import io.portolan.playbook.Service;
import io.portolan.playbook.WaitingFor;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One run of the process that takes a TPP to access at a bank.
 *
 * @param branch the key of the branch, or null
 * @param waitingFor who must move, or null where nobody is waited for
 * @param playbookVersion the content hash of the playbook that it is pinned to
 * @param registration the id of the registration that it works for
 * @param finishedAt when it ended, or null
 * @param rejected the services of those asked for that the bank has rejected while it goes on with the others
 * @param startAt when it is to begin, where that was put off, or null
 * @param legVersions the playbook versions of the legs that alone are done by another one
 * @param from the onboarding in another environment that it was made from, or null
 */
public record Onboarding(String id, String tpp, String bank, String branch, String environment, String application,
        Set<Service> services, Status status, WaitingFor waitingFor, String playbookVersion, String route,
        String registration, String note, Instant startedAt, Instant updatedAt, Instant finishedAt,
        Set<Service> rejected, Instant startAt, String from, Map<String, String> legVersions) {

    /** The services that it still goes for: what was asked for without what the bank has rejected. */
    public Set<Service> wanted() {
        return services.stream().filter(service -> !rejected.contains(service)).collect(Collectors.toUnmodifiableSet());
    }


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
