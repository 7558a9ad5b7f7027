package io.portolan.mail;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Our references: short enough for a subject, too many to be guessed, without letters that look alike. */
final class References {

    static final Pattern FORM = Pattern.compile("PTL-[2-9A-HJKMNP-TV-Z]{8}");
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private References() { }

    static String made() {
        var reference = new StringBuilder("PTL-");
        RANDOM.ints(8, 0, LETTERS.length()).forEach(index -> reference.append(LETTERS.charAt(index)));
        return reference.toString();
    }

    /** The first reference of ours in a subject, however the bank has set it. */
    static Optional<String> in(String subject) {
        var match = FORM.matcher(subject.toUpperCase(Locale.ROOT));
        return match.find() ? Optional.of(match.group()) : Optional.empty();
    }
}
