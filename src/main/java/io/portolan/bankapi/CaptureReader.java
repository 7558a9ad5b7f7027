package io.portolan.bankapi;

import io.portolan.leg.LegRun;
import io.portolan.playbook.Capture;
import io.portolan.vault.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes what a leg brings back out of an answer; secrets go to the vault at once. */
final class CaptureReader {

    private static final String HEADER = "header:";
    private static final String REGEX = "regex:";

    private CaptureReader() {
    }

    static void keep(LegRun run, Answer answer) {
        run.order().leg().captures().forEach((name, capture) -> value(capture, answer).ifPresent(value -> {
            var expires = capture.expires() == null ? null : answer.at(capture.expires()).map(CaptureReader::instant).orElse(null);
            if (capture.secret()) {
                try (var secret = Secret.of(value)) {
                    run.keepSecret(name, secret, expires);
                }
            } else {
                run.keep(name, value, expires);
            }
        }));
    }

    /** The value of a capture, from a JSON pointer, {@code header:<name>} or {@code regex:<pattern>}. */
    static Optional<String> value(Capture capture, Answer answer) {
        if (capture.from() == null) {
            return Optional.empty();
        }
        var from = capture.from().written();
        if (from.startsWith("/")) {
            return answer.at(from).filter(value -> !value.isEmpty());
        }
        if (from.startsWith(HEADER)) {
            return answer.headers().firstValue(from.substring(HEADER.length()).strip());
        }
        if (from.startsWith(REGEX)) {
            var match = Pattern.compile(from.substring(REGEX.length())).matcher(answer.body());
            return match.find() ? Optional.ofNullable(match.group(match.groupCount() > 0 ? 1 : 0)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Seconds since 1970, of which 0 is never (RFC 7591, section 3.2.1), or a date; null for never. */
    static Instant instant(String text) {
        try {
            if (text.matches("\\d{1,18}")) {
                var seconds = Long.parseLong(text);
                return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
            }
            return text.contains("T") ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            // an expiry that cannot be read is none that could be relied on; the answer is kept as evidence
            return null;
        }
    }
}
