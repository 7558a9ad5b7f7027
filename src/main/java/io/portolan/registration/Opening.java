package io.portolan.registration;

import io.portolan.playbook.Service;
import java.util.Set;

/**
 * What a registration is opened with.
 *
 * @param branch the key of the branch if it registers by itself, or null
 * @param onboarding the id of the onboarding that works for it, or null
 */
public record Opening(String tpp, String bank, String branch, String environment, String application, Set<Service> services,
        Registration.Method method, String onboarding) {
}
