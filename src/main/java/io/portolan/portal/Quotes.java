package io.portolan.portal;

import io.portolan.playbook.Seen;
import io.portolan.playbook.Sign;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people are told of a page by which a sign was seen: the line that holds it and what explains it, masked; where a secret may show on
 * the page that nobody can point at, only the playbook's own words for the sign.
 */
final class Quotes {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    /** What explains goes on in sentences or has a name before a colon; what navigates does neither. */
    private static final Pattern A_SENTENCE = Pattern.compile("[.!?]$|:\\s");
    private static final String BETWEEN_CELLS = "\t";
    private static final int LONG_LINE = 160;
    private static final int REASON_LINES = 3;
    private static final int REASON_LENGTH = 400;

    private final RunPlaces places;
    private final BooleanSupplier mayShowASecret;

    /** Whether the page may show a secret that nobody can point at is asked when it is quoted; it hides those that can be pointed at. */
    Quotes(RunPlaces places, BooleanSupplier mayShowASecret) {
        this.places = places;
        this.mayShowASecret = mayShowASecret;
    }

    /** What shows that a leg is done or waits, such as {@code "Pending" on the page "Applications"}. */
    String seen(Sign sign, Page page) {
        return mayShowASecret.getAsBoolean() ? unquoted(sign) : quoted(sign, page);
    }

    /** What the page says around a sign: the sentence that holds it and those that explain it. */
    String around(Sign sign, Page page) {
        if (mayShowASecret.getAsBoolean()) {
            return unquoted(sign);
        }
        var reason = words(sign).map(words -> reason(words, page)).orElse("");
        if (reason.isEmpty()) {
            return quoted(sign, page);
        }
        var masked = places.masked(reason);
        return masked.length() > REASON_LENGTH ? masked.substring(0, REASON_LENGTH) + "…" : masked;
    }

    private String quoted(Sign sign, Page page) {
        var where = page.title().isBlank() ? "the page" : "the page \"" + page.title() + "\"";
        var said = words(sign).flatMap(words -> lines(page).filter(line -> Seen.says(line, words)).findFirst()
                .map(line -> sentence(cell(line, words), words)));
        return places.masked(said.map(line -> "\"" + line + "\" on ").orElseGet(() -> unworded(sign)) + where);
    }

    /** The words of the playbook, and why there are no others. */
    private String unquoted(Sign sign) {
        return places.masked(words(sign).map(words -> "\"" + words + "\" on ").orElseGet(() -> unworded(sign)) + "the page. ") + Finder.LEFT_OUT;
    }

    private String unworded(Sign sign) {
        if (sign.visible() == null) {
            return "The address of ";
        }
        var described = places.filled(sign.visible()).described();
        return described.substring(0, 1).toUpperCase(Locale.ROOT) + described.substring(1) + " on ";
    }

    /** The words by which a sign is found, where it is found by words. */
    private Optional<String> words(Sign sign) {
        return sign.text() != null ? Optional.of(places.fill(sign.text()).text())
                : Optional.ofNullable(sign.visible() == null || sign.visible().text() == null ? null : places.fill(sign.visible().text()).text());
    }

    /** From these words on, and no further than it explains them: the cells behind in a table's row, and the lines below that are no other row. */
    private static String reason(String words, Page page) {
        var from = lines(page).dropWhile(line -> !Seen.says(line, words)).toList();
        if (from.isEmpty()) {
            return "";
        }
        var held = cell(from.get(0), words);
        var cells = cells(from.get(0));
        var beside = cells.contains(held) ? cells.subList(cells.indexOf(held) + 1, cells.size()) : List.<String>of();
        var behind = Stream.concat(beside.stream().filter(Quotes::explains),
                from.stream().skip(1).takeWhile(line -> explains(line) && !line.contains(BETWEEN_CELLS)));
        return Stream.concat(Stream.of(onwards(held, words)), behind.limit(REASON_LINES - 1L)).collect(Collectors.joining(" "));
    }

    private static boolean explains(String text) {
        return A_SENTENCE.matcher(text).find();
    }

    private static Stream<String> lines(Page page) {
        return page.text().lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(BETWEEN_CELLS)).map(String::strip).toList();
    }

    /** The cell of a table's row that holds these words, or the line. */
    private static String cell(String line, String words) {
        return cells(line).stream().filter(cell -> Seen.says(cell, words)).findFirst().orElse(line);
    }

    /** Of a line the sentence that holds the words, and those behind it. */
    private static String onwards(String line, String words) {
        var from = SENTENCE_END.splitAsStream(line).dropWhile(sentence -> !Seen.says(sentence, words)).limit(REASON_LINES).toList();
        return !from.isEmpty() ? String.join(" ", from) : line.length() <= LONG_LINE ? line : words;
    }

    /** Of a long line only the sentence that holds the words; they stand as they were sought where the page's style changes their case. */
    private static String sentence(String line, String words) {
        if (Seen.plain(line).equals(Seen.plain(words))) {
            return words;
        }
        return line.length() <= LONG_LINE ? line : SENTENCE_END.splitAsStream(line)
                .filter(sentence -> Seen.says(sentence, words)).findFirst().orElse(words);
    }
}
