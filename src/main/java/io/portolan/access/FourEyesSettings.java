package io.portolan.access;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a second person is asked for.
 *
 * @param acts for what; none unless it is said, since where only one person works nobody could agree
 * @param tpps the ids of those for whom a second person is asked; none for all
 * @param within how long a request waits for its decision, and how long an approval may be used
 */
@Validated
@ConfigurationProperties("portolan.access.four-eyes")
record FourEyesSettings(@DefaultValue({}) @NotNull Set<Guarded> acts, @DefaultValue({}) @NotNull Set<String> tpps, @DefaultValue("24h") @NotNull Duration within) {

    FourEyesSettings {
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("portolan.access.four-eyes.within has to be some time, such as 24h");
        }
        acts = Set.copyOf(acts);
        tpps = Set.copyOf(tpps);
    }

    boolean ask(Guarded act) {
        return acts.contains(act);
    }

    boolean ask(Guarded act, String tpp) {
        return ask(act) && (tpps.isEmpty() || tpps.contains(tpp));
    }
}
