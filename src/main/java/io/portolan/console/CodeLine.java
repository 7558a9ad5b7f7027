package io.portolan.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line of a text that is shown with numbers.
 *
 * @param notes what there is to say of it, beside it
 */
record CodeLine(int number, String text, List<String> notes) {

    /** The lines of a text. */
    static List<CodeLine> of(String text) {
        return of(text, Map.of());
    }

    /** The lines of a text, with what there is to say of some by their number. */
    static List<CodeLine> of(String text, Map<Integer, List<String>> notes) {
        var lines = new ArrayList<CodeLine>();
        text.lines().forEach(line -> lines.add(new CodeLine(lines.size() + 1, line, notes.getOrDefault(lines.size() + 1, List.of()))));
        return lines;
    }
}
