package io.portolan.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody has typed: words by whose beginnings things are found; case and accents count for nothing. */
final class Typed {

    private static final int WORDS = 8;
    private static final int LONGEST = 100;
    /** The beginning that a single letter is belongs to too much. */
    private static final int SHORTEST = 2;

    private final String raw;
    private final List<String> words;

    Typed(String text) {
        this.raw = text == null ? "" : text.strip();
        this.words = Stream.of(plain(raw.length() > 1000 ? raw.substring(0, 1000) : raw).split("\\s+")).filter(word -> word.length() >= SHORTEST)
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word).distinct().limit(WORDS).toList();
    }

    List<String> words() {
        return words;
    }

    /** As it was typed. */
    String raw() {
        return raw;
    }

    /** As the function search_plain of the database has it. */
    static String plain(String text) {
        return Normalizer.normalize(text.replace('\0', ' '), Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "").toLowerCase(Locale.ROOT)
                .replace('ł', 'l').replace('ø', 'o').replace('đ', 'd').replace("ß", "ss");
    }

    /** A query of PostgreSQL for this word: itself, or all of its parts, or the hexadecimal number that it writes with colons. */
    static String query(String word) {
        var parts = Stream.of(word.split("[^\\p{L}\\p{N}]+")).filter(part -> !part.isEmpty()).toList();
        var whole = beginning(word);
        if (parts.isEmpty() || parts.size() == 1 && parts.get(0).equals(word)) {
            return whole;
        }
        var hexadecimal = word.matches("[0-9a-f:]+") ? " | " + beginning(word.replace(":", "")) : "";
        return "(" + whole + " | (" + parts.subList(0, parts.size() - 1).stream().map(part -> quoted(part) + " & ").collect(Collectors.joining()) + beginning(parts.get(parts.size() - 1)) + ")" + hexadecimal + ")";
    }

    private static String beginning(String word) {
        return quoted(word) + ":*";
    }

    static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
