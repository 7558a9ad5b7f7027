package io.portolan.registration;

import io.portolan.playbook.Playbook.UniqueBy;
import io.portolan.playbook.Service;
import java.util.Set;

/**
 * What a registration is opened with.
 *
 * @param branch the key of the branch if it registers by itself, or null
 * @param onboarding the id of the onboarding that works for it, or null
 * @param uniqueBy what the bank takes for one registration only, ever, or null
 * @param uniqueValue that certificate, name, organisation or account, or null
 */
public record Opening(String tpp, String bank, String branch, String environment, String application, Set<Service> services,
        Registration.Method method, String onboarding, UniqueBy uniqueBy, String uniqueValue) {

    /** One at a bank that does not mind what it is made with. */
    public Opening(String tpp, String bank, String branch, String environment, String application, Set<Service> services,
            Registration.Method method, String onboarding) {
        this(tpp, bank, branch, environment, application, services, method, onboarding, null, null);
    }
}
