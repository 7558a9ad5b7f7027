package io.portolan.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A recording of the Recorder of Chrome's DevTools, as it exports it in JSON. */
record Recording(String title, List<Step> steps) {

    /** A step as it was recorded, with the line of the recording that it begins on. */
    record Step(JsonNode node, int line) {

        String type() {
            return node.path("type").asText();
        }

        String text(String key) {
            return node.path(key).isValueNode() ? node.path(key).asText() : "";
        }
    }

    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_STEPS = 2000;
    private static final int DEEPEST = 50;

    /** Enough of a file to be read or found too large. */
    static byte[] bytes(InputStream in) throws IOException {
        return in.readNBytes(MOST_BYTES + 1);
    }

    static Recording read(byte[] bytes) throws UnreadableRecording {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableRecording(1, 1, "the recording has more than " + MOST_BYTES + " bytes; record one leg at a time");
        }
        var json = new ObjectMapper(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
        try (var parser = json.getFactory().createParser(reader(bytes))) {
            try {
                return read(parser, json);
            } catch (JsonProcessingException e) {
                // its own message may quote what was typed
                throw at(e.getLocation() == null ? parser.currentLocation() : e.getLocation(),
                        "this is not JSON, or nested too deeply, or a key stands twice; export the recording as JSON, not as a script");
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableRecording(1, 1, "the recording is not in UTF-8; export it again, or save it as UTF-8");
        } catch (IOException e) {
            throw new UnreadableRecording(1, 1, "the recording cannot be read");
        }
    }

    private static Recording read(JsonParser parser, ObjectMapper json) throws IOException, UnreadableRecording {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw at(parser.currentTokenLocation(), "this is no recording: it begins with { \"title\": …, \"steps\": [ … ] }");
        }
        var title = "";
        List<Step> steps = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = parser.currentName();
            var value = parser.nextToken();
            if (key.equals("title") && value == JsonToken.VALUE_STRING) {
                title = parser.getText();
            } else if (key.equals("steps")) {
                steps = steps(parser, json);
            } else {
                parser.skipChildren();
            }
        }
        if (steps == null || steps.isEmpty()) {
            throw new UnreadableRecording(1, 1, "this is no recording: it has no steps");
        }
        if (parser.nextToken() != null) {
            throw at(parser.currentTokenLocation(), "something stands behind the recording");
        }
        return new Recording(title, List.copyOf(steps));
    }

    private static List<Step> steps(JsonParser parser, ObjectMapper json) throws IOException, UnreadableRecording {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw at(parser.currentTokenLocation(), "steps is a list");
        }
        var steps = new ArrayList<Step>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var where = parser.currentTokenLocation();
            JsonNode node = json.readTree(parser);
            if (!node.isObject() || !node.path("type").isTextual()) {
                throw at(where, "each step is { \"type\": … }");
            }
            steps.add(new Step(node, where.getLineNr()));
            if (steps.size() > MOST_STEPS) {
                throw at(where, "the recording has more than " + MOST_STEPS + " steps; record one leg at a time");
            }
        }
        return steps;
    }

    private static UnreadableRecording at(JsonLocation where, String message) {
        return new UnreadableRecording(Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()), message);
    }

    private static Reader reader(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        int skipped = 0;
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            skipped = 3;
        } else if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            charset = StandardCharsets.UTF_16;
        }
        return new InputStreamReader(new ByteArrayInputStream(bytes, skipped, bytes.length - skipped),
                charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
