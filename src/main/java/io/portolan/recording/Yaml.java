package io.portolan.recording;

/** Writes texts into YAML. */
final class Yaml {

    private Yaml() { }

    /** A text as a scalar that stays a text, also within braces. */
    static String text(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return plain.matches("\\p{L}[\\p{L}\\d _/.+-]*") && !plain.matches("(?i)true|false|yes|no|on|off|null|y|n|~|.*[ .]") ? plain : "'" + plain.replace("'", "''") + "'";
    }

    /** A text within a comment. */
    static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
