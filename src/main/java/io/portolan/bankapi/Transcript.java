package io.portolan.bankapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.portolan.leg.Masks;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes calls and answers as they may be kept: every secret is dots. */
final class Transcript {

    private static final String DOTS = "•••";
    private static final Pattern SECRET_HEADER = Pattern.compile(
            "(?i)(proxy-)?authorization|(set-)?cookie2?|.*(api-?key|subscription-?key|secret|password|token).*");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(secret|password|token|api[-_]?key|private[-_]?key).*");
    private static final Pattern HARMLESS_NAME = Pattern.compile("(?i)token_endpoint.*|.*(type|method|alg|expires.*|_at|_in)");
    private static final Pattern SECRET_IN_TEXT = Pattern.compile("(?i)((?:[a-z]_token|client_secret|api_?key|password)"
            + "[\"']?\\s*)(?:(=\\s*[\"']?)[^\\s\"'&<]+|(:\\s*[\"']?)[^\\s\"'<]+)");
    private static final List<String> NAMES_IN_TEXT = List.of("_token", "client_secret", "api_key", "apikey", "password");
    private static final Pattern MARKUP = Pattern.compile("(?is)<(script|style)\\b.*?</\\1>|<[^>]*>");
    private static final int EXCERPT = 300;

    private Transcript() {
    }

    /** A header field as it may be kept. */
    static String header(String name, String value, boolean hidden) {
        return name + ": " + (hidden || SECRET_HEADER.matcher(name).matches() ? DOTS
                : withoutSecrets(value)) + "\n";
    }

    /** An answer as it may be kept; what stands at the given JSON pointers is secret. */
    static String of(Answer answer, Collection<String> secretPointers, Masks masks) {
        var written = new StringBuilder("HTTP " + answer.status() + "\n");
        answer.headers().map().forEach((name, values) -> values.forEach(value -> written.append(header(name, value, false))));
        return masks.masked(written.append('\n').append(body(answer, secretPointers)).toString());
    }

    /** What the bank says, in short, for people: the error of OAuth 2.0 or of NextGenPSD2, or how the body begins. */
    static String excerpt(Answer answer, Masks masks) {
        var said = messages(answer);
        var text = said.isEmpty() ? words(answer) : String.join(": ", said);
        var masked = masks.masked(text);
        return answer.status() + (masked.isEmpty() ? "" : " " + masked.substring(0, Math.min(masked.length(), EXCERPT)));
    }

    /** Whether what an excerpt shows was written for people, and is not the raw body of a JSON answer. */
    static boolean isInWords(Answer answer) {
        return !messages(answer).isEmpty() || !answer.json().isContainerNode();
    }

    private static List<String> messages(Answer answer) {
        var json = answer.json();
        return Stream.of("/error", "/error_description", "/tppMessages/0/code", "/tppMessages/0/text", "/title", "/detail", "/message")
                .map(json::at).filter(JsonNode::isTextual).map(JsonNode::asText).distinct().toList();
    }

    /** The body; of a web page only the words. */
    private static String words(Answer answer) {
        var body = body(answer, List.of()).strip();
        return answer.isHtml() ? MARKUP.matcher(body).replaceAll(" ").replaceAll("\\s+", " ").strip() : body;
    }

    private static String body(Answer answer, Collection<String> secretPointers) {
        var json = answer.json();
        if (!json.isContainerNode()) {
            return withoutSecrets(answer.body());
        }
        hideByName(json);
        secretPointers.forEach(pointer -> hide(json, pointer));
        return json.toPrettyString();
    }

    /** Most texts name none: looking for the words first spares the pattern long certificates and bodies. */
    private static String withoutSecrets(String text) {
        var lowerCase = text.toLowerCase(Locale.ROOT);
        return NAMES_IN_TEXT.stream().noneMatch(lowerCase::contains) ? text : SECRET_IN_TEXT.matcher(text).replaceAll("$1$2$3" + DOTS);
    }

    private static void hideByName(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream().filter(member -> isSecret(member.getKey())).map(Map.Entry::getKey).toList()
                    .forEach(name -> object.set(name, hidden(object.get(name))));
        }
        node.forEach(Transcript::hideByName);
    }

    /** The same with dots for each text and number, however deep; yes, no and nothing are no secrets. */
    private static JsonNode hidden(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.properties().stream().map(Map.Entry::getKey).toList().forEach(name -> object.set(name, hidden(object.get(name))));
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, hidden(array.get(i)));
            }
        }
        return value.isTextual() || value.isNumber() ? TextNode.valueOf(DOTS) : value;
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).matches() && !HARMLESS_NAME.matcher(name).matches();
    }

    private static void hide(JsonNode json, String pointer) {
        var last = pointer.lastIndexOf('/');
        var name = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
        if (json.at(pointer.substring(0, last)) instanceof ObjectNode parent && parent.has(name)) {
            parent.put(name, DOTS);
        }
    }
}
