package io.portolan.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes texts as a person reads them, and compares them: without regard to case and to how many spaces stand between words. */
final class Words {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\s\\x85]]");

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() { }

    static boolean contain(String text, String part) {
        return plain(text).contains(plain(part));
    }

    /** A text without the characters that show as nothing and that no database keeps; spaces and breaks stay. */
    static String printable(String text) {
        return text == null ? null : UNPRINTABLE.matcher(text).replaceAll("");
    }

    /** The same as one line. */
    static String oneLine(String text) {
        return text == null ? null : printable(text.replaceAll("\\s+", " ")).strip();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** A time for people, such as {@code Sun 22 Nov 2026, 18:28 UTC}. */
    static String at(Instant time) {
        return AT.format(time);
    }

    /** The beginning of a text, for people. */
    static String excerpt(String text, int most) {
        var shown = text.replace("\r\n", "\n").replaceAll("[ \\t]+", " ").replaceAll("\\n{3,}", "\n\n").strip();
        return shown.length() <= most ? shown : shown.substring(0, most) + " …";
    }
}
