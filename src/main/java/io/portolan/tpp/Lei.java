package io.portolan.tpp;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** The legal entity identifier (ISO 17442), whose last two digits check the rest by ISO 7064, MOD 97-10. */
final class Lei {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Lei() {
    }

    static boolean isValid(String lei) {
        if (!FORM.matcher(lei).matches()) {
            return false;
        }
        var digits = new StringBuilder();
        lei.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
