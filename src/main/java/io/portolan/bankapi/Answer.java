package io.portolan.bankapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What a bank has answered. */
record Answer(int status, HttpHeaders headers, String body) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the bank cannot answer at present, which says nothing of us. */
    boolean isOutage() {
        return status >= 500 || status == 429;
    }

    /** Whether the bank says that it has not acted on the request; one that timed out on its side it may have acted on. */
    boolean isRefusal() {
        return status >= 400 && status < 500 && status != 408;
    }

    /** Whether the body is a web page. */
    boolean isHtml() {
        return mediaType().contains("html");
    }

    /** What the bank says that the body is, in lower case; empty where it does not say. */
    String mediaType() {
        return headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** How long the bank asks us to leave it alone (RFC 9110, section 10.2.3); empty where it does not. */
    Optional<Duration> retryAfter(Instant now) {
        return headers.firstValue("Retry-After").map(String::strip).map(asked -> {
            try {
                return asked.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(asked))
                        : Duration.between(now, ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            } catch (DateTimeException e) {
                // what cannot be read asks for nothing
                return null;
            }
        }).filter(pause -> !pause.isNegative());
    }

    /** The body as JSON, or a missing node where it is none. */
    JsonNode json() {
        try {
            var node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The value at a JSON pointer (RFC 6901); empty where there is none. */
    Optional<String> at(String pointer) {
        var node = json().at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(node.isValueNode() ? node.asText() : node.toString());
    }

    @Override
    public String toString() {
        return "answer " + status;
    }
}
