package io.portolan.refusal;

import java.util.Optional;

/** What every text must be that comes from outside, whatever it is for. */
public final class TextRules {

    /** How many characters a text may have where nothing else is said of it. */
    public static final int USUAL = 10_000;

    private TextRules() {
    }

    /** What would be right, where this text is too long, or has what no database takes and no other program reads as it is. */
    public static Optional<String> wrong(String text, int most) {
        if (text.length() > most) {
            return Optional.of("has at most " + most + " characters");
        }
        return canBeKept(text) ? Optional.empty() : Optional.of("has no character U+0000, and no half of a pair");
    }

    private static boolean canBeKept(String text) {
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == 0 || Character.isLowSurrogate(letter)) {
                return false;
            }
            if (Character.isHighSurrogate(letter)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
