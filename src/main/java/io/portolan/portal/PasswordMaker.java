package io.portolan.portal;

import io.portolan.playbook.Portal.PasswordRules;
import io.portolan.vault.Secret;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** Makes passwords by the rules of a portal: upper case, lower case, digit and symbol, each at least once. */
final class PasswordMaker {

    private static final int LENGTH = 20;
    private static final String SYMBOLS = "!#%*+-_=";
    /** Without letters and digits that people mistake for each other. */
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnopqrstuvwxyz";
    private static final String DIGITS = "23456789";

    private final SecureRandom random = new SecureRandom();

    /** A new password; rules that say nothing, or are null, leave the house's own. */
    Secret make(PasswordRules rules) {
        int length = rules == null || rules.length() == null ? LENGTH : Math.max(4, rules.length());
        var symbols = rules == null || rules.symbols() == null || rules.symbols().isEmpty() ? SYMBOLS : rules.symbols();
        var kinds = List.of(UPPER, LOWER, DIGITS, symbols);
        var password = new char[length];
        for (int i = 0; i < length; i++) {
            var kind = i < kinds.size() ? kinds.get(i) : String.join("", kinds);
            password[i] = kind.charAt(random.nextInt(kind.length()));
        }
        for (int i = length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            char kept = password[i];
            password[i] = password[other];
            password[other] = kept;
        }
        try {
            return Secret.of(java.nio.CharBuffer.wrap(password));
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
