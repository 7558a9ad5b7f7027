package io.portolan.recording;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps what may be secret out of what is written: what was typed, and whatever looks as if nobody had thought it up. */
final class SecretGuard {

    private static final int WHEREVER_IT_STANDS = 4;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@/]+@[^\\s@/]+");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w#-])\\d{4,}(?![\\w-])");
    private static final Pattern WORD = Pattern.compile("[^\\s/?&=,;:()\\[\\]'\"]{8,}");

    private final Set<String> typed = new HashSet<>();

    /** From now on nothing with this in it is written. */
    void hide(String value) {
        if (!value.isBlank()) {
            typed.add(value.strip());
        }
    }

    /** Whether a text from a page or an address may be written down. */
    boolean isHarmless(String text) {
        return typed.stream().noneMatch(value -> value.length() < WHEREVER_IT_STANDS ? text.strip().equals(value) : text.contains(value))
                && !ADDRESS.matcher(text).find() && !NUMBER.matcher(text).find() && WORD.matcher(text).results().noneMatch(word -> isRandom(word.group()));
    }

    /** Random words mix what people do not: digits among letters, capitals among small ones, or they have no end. */
    private static boolean isRandom(String word) {
        long digits = word.chars().filter(Character::isDigit).count();
        long upper = word.chars().filter(Character::isUpperCase).count();
        long lower = word.chars().filter(Character::isLowerCase).count();
        boolean mixed = digits >= 2 && upper + lower >= 2 && !word.matches("[\\p{L}_.-]+\\d{1,2}") || upper >= 3 && lower >= 3 && !word.matches("(\\p{Lu}?\\p{Ll}{2,}[-_]?)+");
        return mixed || word.length() > 40 || word.length() >= 16 && !word.matches("[\\p{L}_.-]+");
    }
}
