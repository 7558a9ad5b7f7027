package io.portolan.leg;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How legs are worked on.
 *
 * @param workers how many legs this node acts on at a time
 * @param lease how long a leg is held without a sign of life
 * @param renew how often a sign of life is given; well below the lease
 * @param poll how long the queue is left alone when nobody rings
 * @param tries how often a leg is tried in all when something outside fails, before a person is asked
 * @param retryAfter how long after the first fault it is tried again; twice as long after each further one
 */
@Validated
@ConfigurationProperties("portolan.leg")
record LegSettings(
        @DefaultValue("8") @Min(1) @Max(64) int workers,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("20s") Duration renew,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("4") @Min(1) int tries,
        @DefaultValue("3s") Duration retryAfter) {
}
