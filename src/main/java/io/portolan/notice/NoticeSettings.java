package io.portolan.notice;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people and machines are told of what happens.
 *
 * @param keepEvents how long events are kept
 * @param poll how often each node looks for what was committed
 * @param expiryDays how many days before something ends that is told
 * @param streams how many streams of events a node holds open at most
 * @param streamsEach how many of these one user or token may have
 * @param streamLife how long a stream is held open before its client comes anew, with its token or session checked again
 * @param heartbeat how often a stream on which nothing happens shows that it is there
 * @param webhookTries how often a delivery to a webhook is tried, over about a day
 * @param webhookPauseAfter after how many failures in a row a webhook is paused
 * @param internalHosts hosts of our own network that webhooks may lead to
 * @param mailbox from which mailbox our people are written to; without it from the first that can send
 * @param address where our people find the console, for the links of mails
 */
@Validated
@ConfigurationProperties("portolan.notice")
public record NoticeSettings(@DefaultValue("30d") @NotNull Period keepEvents, @DefaultValue("250ms") @NotNull Duration poll,
        @DefaultValue({"30", "14", "7", "1"}) @NotEmpty List<@Min(1) Integer> expiryDays, @DefaultValue("500") @Min(1) int streams,
        @DefaultValue("20") @Min(1) int streamsEach, @DefaultValue("15m") @NotNull Duration streamLife, @DefaultValue("10s") @NotNull Duration heartbeat,
        @DefaultValue("10") @Min(1) int webhookTries, @DefaultValue("50") @Min(1) int webhookPauseAfter, @DefaultValue({}) @NotNull List<String> internalHosts, String mailbox, String address) {
}
