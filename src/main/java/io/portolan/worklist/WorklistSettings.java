package io.portolan.worklist;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How tasks are dealt with.
 *
 * @param due within how many business days a task is due where the playbook does not say
 * @param dueWhenLost the same where nobody knows what came of an act at the bank, or a secret was lost
 * @param dueForCleanUp the same for what an onboarding has left at the bank
 * @param zone where our people are: days begin and end by its clocks, and a last day counts whole
 * @param attachmentLimit how large a file at a task may be
 * @param accountExpiry how long before a portal account or its password expires people are asked to renew it
 */
@Validated
@ConfigurationProperties("portolan.worklist")
public record WorklistSettings(@DefaultValue("2") @Min(1) int due, @DefaultValue("1") @Min(1) int dueWhenLost,
        @DefaultValue("5") @Min(1) int dueForCleanUp, @DefaultValue("Europe/Brussels") @NotNull ZoneId zone,
        @DefaultValue("10MB") @NotNull DataSize attachmentLimit,
        @DefaultValue("14d") @NotNull Duration accountExpiry) {

    /** The first moment of a day that a person has named; null for none. */
    public Instant beginning(LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** The moment at which something ends whose last day a person has named: that day counts whole. Null for none. */
    public Instant endOfLast(LocalDate day) {
        return day == null ? null : beginning(day.plusDays(1));
    }

    /** The last day of what ends at this moment; null for none. */
    public LocalDate lastDay(Instant end) {
        return end == null ? null : LocalDate.ofInstant(end.minusMillis(1), zone);
    }

    /** How large a file may be, for people. */
    String saidLimit() {
        return attachmentLimit.toMegabytes() > 0 ? attachmentLimit.toMegabytes() + " MB" : attachmentLimit.toKilobytes() + " KB";
    }
}
