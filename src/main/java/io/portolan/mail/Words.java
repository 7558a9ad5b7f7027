package io.portolan.mail;

import java.util.Locale;

/** Compares texts as a person reads them: without regard to case and to how many spaces stand between words. */
final class Words {

    private Words() { }

    static boolean contain(String text, String part) {
        return plain(text).contains(plain(part));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** The beginning of a text, for people. */
    static String excerpt(String text, int most) {
        var shown = text.replaceAll("[ \\t]+", " ").replaceAll("\\n{3,}", "\n\n").strip();
        return shown.length() <= most ? shown : shown.substring(0, most) + " …";
    }
}
