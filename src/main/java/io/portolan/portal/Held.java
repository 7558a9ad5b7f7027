package io.portolan.portal;

import io.portolan.playbook.Seen;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a control shows and holds.
 *
 * @param own what itself shows: the value of a field, else its words
 * @param around the words of the part of the page that is of this control alone, without those of its list
 * @param values what its component and its hidden fields hold
 * @param pictures what stands in place of words there, such as a flag
 */
record Held(String own, String around, List<String> values, String pictures) {

    /** So many more letters a mask may have put in, such as a country's code or decimals. */
    private static final int MOST_MASK = 4;
    /** What is a number, an amount or a day, which a field may show in its own way. */
    private static final Pattern DIGITS = Pattern.compile("[\\d\\s.,:/+'()-]+");
    private static final Pattern COVERED = Pattern.compile("[•●∙*]");
    private static final Pattern NEITHER = Pattern.compile("[^\\p{L}\\p{N}]");

    /** Whether this is what became of a text that was typed, be it formatted, masked, or taken as one of several. */
    boolean keeps(CharSequence text) {
        var typed = letters(text);
        var shown = letters(own);
        if (typed.isEmpty()) {
            return shown.isEmpty() || typed.length() < text.length();
        }
        return shown.contains(typed) && shown.length() <= typed.length() + MOST_MASK || shown.isEmpty() && letters(around).contains(typed)
                || !shown.isEmpty() && (typed.endsWith(shown) || shown.startsWith(typed.substring(0, 1)) && COVERED.matcher(own).find()
                || COVERED.matcher(own).results().count() > 2 || DIGITS.matcher(text).matches() && !typed.startsWith(shown));
    }

    private static String letters(CharSequence text) {
        return NEITHER.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether it shows just this and nothing else. */
    boolean isJust(String option) {
        return Seen.plain(own).equals(Seen.plain(option));
    }

    /** Whether an option was chosen since it was as given; {@code codes} is what the option stands for. */
    boolean hasTaken(String option, List<String> codes, Held before) {
        var wanted = Seen.plain(option);
        var shown = Seen.plain(own);
        boolean changed = !shown.equals(Seen.plain(before.own)) || !Seen.plain(around).equals(Seen.plain(before.around))
                || !pictures.equals(before.pictures);
        boolean shortened = changed && !shown.isEmpty() && !Seen.plain(before.own).equals(shown) && wanted.contains(shown);
        boolean pictured = !pictures.equals(before.pictures) && shown.isEmpty() && Seen.plain(around).equals(Seen.plain(before.around));
        return times(shown, wanted) > 0 || times(Seen.plain(around), wanted) > times(Seen.plain(before.around), wanted)
                || shortened || pictured || values.stream().anyMatch(value -> Seen.plain(value).equals(wanted) || codes.contains(value));
    }

    /** Whether anything of it is other than it was. */
    boolean differsFrom(Held before) {
        return !equals(before);
    }

    private static int times(String text, String part) {
        int times = 0;
        for (int at = text.indexOf(part); at >= 0 && !part.isEmpty(); at = text.indexOf(part, at + part.length())) {
            times++;
        }
        return times;
    }
}
