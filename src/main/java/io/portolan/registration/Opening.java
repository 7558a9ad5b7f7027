package io.portolan.registration;

import io.portolan.playbook.Service;
import java.util.Set;

/**
 * What a registration is opened with.
 *
 * @param branch the key of the branch if it registers by itself, or null
 * @param onboarding the id of the onboarding that works for it, or null
 * @param madeFor the label of the TPP's agent or customer that it is made for, or null for the TPP itself
 */
public record Opening(String tpp, String bank, String branch, String environment, String application, Set<Service> services,
        Registration.Method method, String onboarding, String madeFor) {

    /** One for the TPP itself. */
    public Opening(String tpp, String bank, String branch, String environment, String application, Set<Service> services, Registration.Method method,
            String onboarding) {
        this(tpp, bank, branch, environment, application, services, method, onboarding, null);
    }
}
