package io.portolan.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every code by which something is refused, with what it means and what to do. */
public final class ProblemCodes {

    private static final Map<String, Code> ALL = read();

    private ProblemCodes() {
    }

    /** A code; of several statuses one answers where it is asked for, another where it is named. */
    public record Code(String code, List<Integer> statuses, String means, String toDo) { }

    /** All of them, by name. */
    public static List<Code> all() {
        return List.copyOf(ALL.values());
    }

    /** The one of this name; there must be one. */
    public static Code of(String code) {
        var found = ALL.get(code);
        if (found == null) {
            throw new IllegalArgumentException("there is no code " + code);
        }
        return found;
    }

    /** Whether there is one of this name. */
    public static boolean isKnown(String code) {
        return ALL.containsKey(code);
    }

    private static Map<String, Code> read() {
        var codes = new TreeMap<String, Code>();
        try (var file = ProblemCodes.class.getResourceAsStream("codes.tsv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t")).forEach(parts ->
                    codes.put(parts[0], new Code(parts[0], Arrays.stream(parts[1].split(",")).map(Integer::valueOf).toList(), parts[2], parts[3])));
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
