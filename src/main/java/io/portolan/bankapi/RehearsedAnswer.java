package io.portolan.bankapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.leg.LegRun;
import io.portolan.leg.Rehearsed.Cue;
import io.portolan.playbook.Capture;
import io.portolan.playbook.MadeUp;
import io.portolan.playbook.Sign;
import io.portolan.playbook.Specimen;
import io.portolan.playbook.Template;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer that shows a sign, and that holds what the leg captures where the playbook says that it stands. */
final class RehearsedAnswer {

    private static final String ANYTHING = "*";
    private static final String HEADER = "header:";
    private static final String REGEX = "regex:";

    private final LegRun run;
    private final Clock clock;
    private final MadeUp madeUp;
    private final Map<String, String> members = new LinkedHashMap<>();
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int status;

    RehearsedAnswer(LegRun run, int status, Clock clock) {
        this.run = run;
        this.status = status;
        this.clock = clock;
        this.madeUp = new MadeUp(run.order().environment(), run.order().route(), clock);
    }

    RehearsedAnswer showing(Sign sign) {
        if (sign == null) {
            return this;
        }
        if (sign.status() != null && !sign.status().isEmpty()) {
            status = sign.status().get(0);
        }
        if (sign.json() != null) {
            sign.json().forEach((pointer, value) -> members.put(pointer, value.equals(ANYTHING) ? "made-up" : value));
        }
        if (sign.text() != null) {
            texts.add(run.fill(sign.text()).text());
        }
        return this;
    }

    /** With what the leg brings back; where the given map names one, it stands there. */
    RehearsedAnswer bringing(Map<String, Template> elsewhere) {
        run.order().leg().captures().forEach((name, capture) -> {
            var isToldOnly = capture.tells() == Capture.Tells.REJECTION_REASON || capture.tells() == Capture.Tells.QUESTION;
            var from = elsewhere.getOrDefault(name, capture.from());
            if (from != null && !isToldOnly) {
                put(from.written(), madeUp.found(name, capture, run.order().services()));
                expiry(capture);
            }
        });
        return this;
    }

    /** With the reason or the question that the playbook finds in such an answer. */
    RehearsedAnswer telling(Cue.Kind kind) {
        var tells = kind == Cue.Kind.REJECTED ? Capture.Tells.REJECTION_REASON : Capture.Tells.QUESTION;
        run.order().leg().captures().values().stream().filter(capture -> capture.tells() == tells && capture.from() != null)
                .forEach(capture -> put(capture.from().written(), "This is rehearsed"));
        return this;
    }

    private void put(String from, String value) {
        if (from.startsWith("/")) {
            members.putIfAbsent(from, value);
        } else if (from.startsWith(HEADER)) {
            headers.put(from.substring(HEADER.length()).strip(), List.of(value));
        } else if (from.startsWith(REGEX)) {
            Specimen.of(from.substring(REGEX.length())).ifPresent(texts::add);
        }
    }

    private void expiry(Capture capture) {
        if (capture.expires() != null) {
            members.putIfAbsent(capture.expires(), String.valueOf(clock.instant().plus(Duration.ofDays(365)).getEpochSecond()));
        }
        if (capture.expiresAfter() != null && capture.expiresAfter().startsWith("/")) {
            members.putIfAbsent(capture.expiresAfter(), "86400");
        }
    }

    Answer answer() {
        var isJson = !members.isEmpty() || texts.isEmpty();
        headers.put("Content-Type", List.of(isJson ? "application/json" : "text/plain"));
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), isJson ? json() : String.join("\n", texts));
    }

    private String json() {
        var isArray = members.keySet().stream().anyMatch(pointer -> pointer.matches("/\\d+(/.*)?"));
        JsonNode root = isArray ? Answer.JSON.createArrayNode() : Answer.JSON.createObjectNode();
        members.forEach((pointer, value) -> put(root, pointer.substring(1).split("/", -1), 0, value));
        if (!texts.isEmpty() && root instanceof ObjectNode object && !object.has("message")) {
            object.put("message", String.join("\n", texts));
        }
        return root.toString();
    }

    private static void put(JsonNode node, String[] path, int depth, String value) {
        var name = path[depth].replace("~1", "/").replace("~0", "~");
        var isLast = depth == path.length - 1;
        if (node instanceof ArrayNode array) {
            int index = name.matches("\\d{1,3}") ? Integer.parseInt(name) : 0;
            while (array.size() <= index) {
                array.add(isLast ? Answer.JSON.getNodeFactory().textNode(value) : container(path[depth + 1]));
            }
            if (!isLast) {
                put(array.get(index), path, depth + 1, value);
            }
        } else if (node instanceof ObjectNode object && isLast) {
            object.put(name, value);
        } else if (node instanceof ObjectNode object) {
            if (object.get(name) == null || !object.get(name).isContainerNode()) {
                object.set(name, container(path[depth + 1]));
            }
            put(object.get(name), path, depth + 1, value);
        }
    }

    private static JsonNode container(String next) {
        return next.matches("\\d{1,3}") ? Answer.JSON.createArrayNode() : Answer.JSON.createObjectNode();
    }
}
