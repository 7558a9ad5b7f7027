package io.portolan.onboarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How onboardings are started.
 *
 * @param leastValidity for how long a certificate, a document or a contact should still be good, so that pre-flight does not warn
 */
@ConfigurationProperties("portolan.onboarding")
record OnboardingSettings(@DefaultValue("30d") Duration leastValidity) {

    OnboardingSettings {
        if (leastValidity.isNegative()) {
            throw new IllegalArgumentException("portolan.onboarding.least-validity is a length of time such as 30d, and not " + leastValidity);
        }
    }
}
