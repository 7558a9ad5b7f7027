package io.portolan.campaign;

import io.portolan.playbook.Service;
import java.time.Instant;
import java.util.Set;

/**
 * Onboardings of one TPP at many banks, begun one after the other.
 *
 * @param environment the name of an environment, or {@code live} or {@code test} for each bank's first of this kind
 * @param application what is registered at the banks; null for the main one
 * @param startsPerHour how many may begin in an hour at most
 * @param atOnce how many that need Portolan or our people may be under way at a time; those that wait for a bank or another do not count
 * @param by who has made it
 */
public record Campaign(String id, String name, String tpp, String environment, Set<Service> services, String application, int startsPerHour,
        int atOnce, State state, String by, Instant createdAt, Instant changedAt) {

    /** Whether it begins onboardings; what was begun goes on in each of them. */
    public enum State {
        /** It begins none before a second person has agreed. */
        AWAITS_APPROVAL,
        /** It begins one after the other. */
        RUNNING,
        /** It begins none until somebody resumes it. */
        PAUSED,
        /** It begins no more. */
        CANCELLED,
        /** Nothing is left to begin. */
        ALL_BEGUN
    }

    /** The chain of the journal that tells what was done with it. */
    public String chain() {
        return chain(id);
    }

    /** The chain of the journal for the campaign of this id. */
    static String chain(String id) {
        return "campaign:" + id;
    }
}
