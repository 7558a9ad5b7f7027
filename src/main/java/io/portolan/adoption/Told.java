package io.portolan.adoption;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A registration that exists, as somebody tells of it.
 *
 * @param line where it stands in its file, from 1; 0 where there is no file
 * @param words what is told, by the names of the {@link Columns}; what is blank is left out
 */
public record Told(int line, Map<String, String> words) {

    /** Leaves out what is blank, and white space around the rest. */
    public Told {
        var said = new LinkedHashMap<String, String>();
        words.forEach((column, word) -> {
            if (word != null && !word.isBlank()) {
                said.put(column, word.strip());
            }
        });
        words = java.util.Collections.unmodifiableMap(said);
    }

    /** What stands there, or null. */
    String word(String column) {
        return words.get(column);
    }

    /** Leaves the words out, of which some are secret. */
    @Override
    public String toString() {
        return "Told[line=" + line + "]";
    }
}
