package io.portolan.onboarding;

import io.portolan.registration.Registration;

/**
 * That an onboarding, or the registration that came of it, leans on a registration elsewhere.
 *
 * @param unit the id of the playbook that registers there
 * @param awaited the onboarding there that is waited for, or was; null where nobody has looked yet or none was needed
 * @param awaitedStatus how that onboarding stands, or null
 * @param registration the registration there whose result was taken, or null
 * @param standing how that registration stands, or null
 * @param health whether it works, or null
 */
public record Leaning(String onboarding, String leg, String unit, String environment, String awaited,
        Onboarding.Status awaitedStatus, String registration, Registration.Standing standing, Registration.Health health) {

    /** Whether what was taken can be relied on no longer. */
    public boolean isShaky() {
        return standing != null && (standing != Registration.Standing.ACTIVE || health == Registration.Health.DEGRADED);
    }

    /** What those who lean on it should know, as a sentence, or null where all is well. */
    public String note() {
        if (!isShaky()) {
            return null;
        }
        return "The registration at " + unit + ", " + environment + ", on which this one leans, is "
                + (standing != Registration.Standing.ACTIVE ? standing.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') : "degraded") + ".";
    }
}
