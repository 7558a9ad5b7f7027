package io.portolan.journal;

import jakarta.validation.constraints.NotNull;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the journal keeps what.
 *
 * @param keepEvidence how long the bodies of evidence are kept, such as {@code 5y} or {@code P5Y}; their hashes stay for ever
 */
@Validated
@ConfigurationProperties("portolan.journal")
record JournalSettings(@DefaultValue("5y") @NotNull Period keepEvidence) {

    JournalSettings {
        if (keepEvidence.isZero() || keepEvidence.isNegative()) {
            throw new IllegalArgumentException("portolan.journal.keep-evidence must be longer than nothing");
        }
    }
}
