package io.portolan.database;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as the functions search_plain and search_words of the database keep them, and the queries (PostgreSQL's tsquery) by whose beginnings they are found. */
public final class Words {

    private static final int MOST = 8;
    private static final int LONGEST = 100;

    private Words() {
    }

    /** Without case and accents, as the function search_plain has it. */
    public static String plain(String text) {
        return Normalizer.normalize(text.replace('\0', ' '), Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "").toLowerCase(Locale.ROOT)
                .replace('ł', 'l').replace('ø', 'o').replace('đ', 'd').replace("ß", "ss");
    }

    /** A query for this word: itself, or all of its parts, or the hexadecimal number that it writes with colons. */
    public static String query(String word) {
        var parts = Stream.of(word.split("[^\\p{L}\\p{N}]+")).filter(part -> !part.isEmpty()).toList();
        var whole = beginning(word);
        if (parts.isEmpty() || parts.size() == 1 && parts.get(0).equals(word)) {
            return whole;
        }
        var hexadecimal = word.matches("[0-9a-f:]+") ? " | " + beginning(word.replace(":", "")) : "";
        return "(" + whole + " | (" + parts.subList(0, parts.size() - 1).stream().map(part -> quoted(part) + " & ").collect(Collectors.joining()) + beginning(parts.get(parts.size() - 1)) + ")" + hexadecimal + ")";
    }

    /** A query for all words of a text, whatever their order, as far as they are few and short; null where there is none in it. */
    public static String all(String text) {
        var words = Stream.of(plain(text).split("\\s+")).filter(word -> !word.isEmpty()).map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
                .distinct().limit(MOST).map(Words::query).toList();
        return words.isEmpty() ? null : String.join(" & ", words);
    }

    private static String beginning(String word) {
        return quoted(word) + ":*";
    }

    /** A lexeme as a query writes it. */
    public static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
