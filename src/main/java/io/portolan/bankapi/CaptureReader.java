package io.portolan.bankapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.leg.LegRun;
import io.portolan.playbook.BusinessDays;
import io.portolan.playbook.Capture;
import io.portolan.playbook.Span;
import io.portolan.playbook.Template;
import io.portolan.playbook.ValueType;
import io.portolan.vault.Secret;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Takes what a leg brings back out of an answer; secrets go to the vault at once. */
@Component
class CaptureReader {

    /** The year 5138 in seconds, and 1973 in milliseconds. */
    private static final long LATEST = 100_000_000_000L;
    private static final String HEADER = "header:";
    private static final String REGEX = "regex:";

    private final Clock clock;

    CaptureReader(Clock clock) {
        this.clock = clock;
    }

    /** Keeps what the answer holds of the leg's captures; where the given map names one, it is found there. */
    void keep(LegRun run, Answer answer, Map<String, Template> elsewhere) {
        keep(run, answer, elsewhere, run.order().leg().captures().keySet());
    }

    /** The same of these captures alone. */
    void keep(LegRun run, Answer answer, Map<String, Template> elsewhere, Collection<String> names) {
        run.order().leg().captures().forEach((name, capture) -> value(elsewhere.getOrDefault(name, capture.from()), capture, answer)
                .filter(found -> names.contains(name)).flatMap(capture::taken)
                .ifPresent(value -> keep(run, name, capture, value, expiry(capture, answer))));
    }

    private static void keep(LegRun run, String name, Capture capture, String value, Instant expires) {
        if (capture.secret()) {
            try (var secret = Secret.of(value)) {
                run.keepSecret(name, secret, expires);
            }
        } else {
            run.keep(name, value, expires);
        }
    }

    /** Of what is several values, those of an array stand on lines. */
    private static Optional<String> value(Template where, Capture capture, Answer answer) {
        var found = value(where, answer);
        return capture.type() != ValueType.LIST || where == null || !where.written().startsWith("/") ? found
                : found.map(text -> answer.json().at(where.written()).isArray() ? lines(answer.json().at(where.written())) : text);
    }

    private static String lines(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining("\n"));
    }

    /** What stands in the answer there: at a JSON pointer, {@code header:<name>} or {@code regex:<pattern>}. */
    static Optional<String> value(Template where, Answer answer) {
        if (where == null) {
            return Optional.empty();
        }
        var from = where.written();
        if (from.startsWith("/")) {
            return answer.at(from).filter(value -> !value.isEmpty());
        }
        if (from.startsWith(HEADER)) {
            return answer.headers().firstValue(from.substring(HEADER.length()).strip());
        }
        if (from.startsWith(REGEX)) {
            var match = Pattern.compile(from.substring(REGEX.length())).matcher(answer.body());
            var found = match.find() ? Optional.ofNullable(match.group(match.groupCount() > 0 ? 1 : 0)) : Optional.<String>empty();
            return answer.isHtml() ? found.map(HtmlUtils::htmlUnescape) : found;
        }
        return Optional.empty();
    }

    private Instant expiry(Capture capture, Answer answer) {
        if (capture.expires() != null) {
            return answer.at(capture.expires()).map(CaptureReader::instant).orElse(null);
        }
        if (capture.expiresAfter() == null) {
            return null;
        }
        if (!capture.expiresAfter().startsWith("/")) {
            return Span.read(capture.expiresAfter()).map(span -> after(span, clock.instant())).orElse(null);
        }
        return answer.at(capture.expiresAfter()).filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> clock.instant().plusSeconds(Long.parseLong(seconds))).orElse(null);
    }

    static Instant after(Span span, Instant start) {
        return span.after(start.atZone(ZoneOffset.UTC), BusinessDays.of(null)).toInstant();
    }

    /** Seconds since 1970, of which 0 is never (RFC 7591, section 3.2.1), in practice also milliseconds, or a date; null for never. */
    static Instant instant(String text) {
        try {
            if (text.matches("\\d{1,18}")) {
                var number = Long.parseLong(text);
                var seconds = number < LATEST ? number : number / 1000;
                // what is beyond that is no day that anybody means, nor one that the database holds
                return seconds == 0 || seconds >= LATEST ? null : Instant.ofEpochSecond(seconds);
            }
            return text.contains("T") ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            // an expiry that cannot be read is none that could be relied on; the answer is kept as evidence
            return null;
        }
    }
}
