package io.portolan.playbook;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its looks whether a text is a secret that somebody has written into a playbook. */
final class SecretLooks {

    private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
    private static final Pattern TOKEN = Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}");
    private static final Pattern NAMED = Pattern.compile(
            "(?i).*(client.?secret|password|passwort|api.?key|subscription.?key|authorization|(access|refresh).?token)");
    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9+/_=-]{24,}");
    private static final Set<String> HARMLESS = Set.of("bearer", "basic");

    private SecretLooks() { }

    /** Whether a text looks like a secret wherever it stands. */
    static boolean isSecret(String text) {
        return KEY.matcher(text).find() || TOKEN.matcher(text).find()
                || RANDOM.matcher(text).results().anyMatch(match -> isMixed(match.group()));
    }

    /** Whether a value written out under this name can only be a secret. */
    static boolean isSecretUnder(String name, Template value) {
        return NAMED.matcher(name).matches() && value.isPlain()
                && !value.written().isBlank() && !HARMLESS.contains(value.written());
    }

    private static boolean isMixed(String word) {
        long digits = word.chars().filter(Character::isDigit).count();
        long upper = word.chars().filter(Character::isUpperCase).count();
        long lower = word.chars().filter(Character::isLowerCase).count();
        boolean hex = word.matches("[0-9a-f]{32,}|[0-9A-F]{32,}");
        return hex || digits >= 4 && upper >= 4 && lower >= 4 && !word.contains("/");
    }
}
