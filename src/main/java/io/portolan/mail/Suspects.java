package io.portolan.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides in a mail what looks like a secret although nobody has said that it is one. */
final class Suspects {

    private static final String DOTS = "•••";
    private static final Pattern NAMED = Pattern.compile("(?i)((?:secret|passwor[dt]|passphrase|kennwort|mot de passe|api[ -]?key|subscription[ -]?key|token|pin|code)"
            + "(?:\\s+(?:is|ist|lautet|est))?\\s*[:=]?\\s*\\R?\\s*)(?=\\S*[\\d!#$%&*+_~-])([^\\s<>\"'.,;]{4,}[^\\s<>\"']*)");
    private static final Pattern IN_ADDRESS = Pattern.compile("([?&#][\\w.\\[\\]-]{1,60}=)[^\\s&<>\"']+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_=~-]{16,}");

    private Suspects() { }

    static String masked(String text) {
        var named = NAMED.matcher(text).replaceAll("$1" + DOTS);
        return WORD.matcher(IN_ADDRESS.matcher(named).replaceAll("$1" + DOTS)).replaceAll(word -> looksRandom(word.group()) ? DOTS
                : Matcher.quoteReplacement(word.group()));
    }

    private static boolean looksRandom(String word) {
        var digits = word.chars().filter(Character::isDigit).count();
        var upper = word.chars().filter(Character::isUpperCase).count();
        var lower = word.chars().filter(Character::isLowerCase).count();
        var isHyphened = word.matches("[A-Za-z]+([-_/][A-Za-z]+)*");
        return !isHyphened && digits >= 2 && upper + lower >= 2
                && (upper >= 2 && lower >= 2 || digits >= 4);
    }
}
