package io.portolan.onboarding;

import io.portolan.refusal.Refused;
import io.portolan.registration.RegistrationHealth;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Proves the services of live registrations that work only since a day after their onboarding was done. */
@Component
public class ProveAsDue {

    private static final Logger LOG = LoggerFactory.getLogger(ProveAsDue.class);

    private final RegistrationHealth health;
    private final VerifyRegistration verify;

    ProveAsDue(RegistrationHealth health, VerifyRegistration verify) {
        this.health = health;
        this.verify = verify;
    }

    /** Proves what is due; where a bank cannot answer, again at the next time. */
    @Scheduled(fixedDelay = 5, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    public void prove() {
        health.toProve().forEach(id -> {
            try {
                verify.with(id, "portolan");
            } catch (Refused noProof) {
                LOG.warn("Registration {} cannot be proven: {}", id, noProof.code());
            } catch (RuntimeException trouble) {
                LOG.warn("Registration {} was not proven and will be: {}", id, trouble.toString());
            }
        });
    }
}
