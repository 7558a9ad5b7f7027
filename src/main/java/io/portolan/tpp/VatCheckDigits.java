package io.portolan.tpp;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.Predicate;

/** The check digits of VAT numbers, of the countries that have made theirs known; numbers of others fit. */
final class VatCheckDigits {

    /** Numbers whose digits, each times its weight, give a sum that the modulus divides. */
    private static final Map<String, Predicate<String>> RULES = Map.ofEntries(
            Map.entry("AT", number -> austrian(number.substring(1))),
            Map.entry("BE", number -> 97 - part(number, 0, 8) % 97 == part(number, 8, 10)),
            Map.entry("CH", number -> sum(number.substring(1, 10), 5, 4, 3, 2, 7, 6, 5, 4, 1) % 11 == 0),
            Map.entry("DE", VatCheckDigits::hybrid),
            Map.entry("DK", number -> sum(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            Map.entry("EE", number -> sum(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0),
            Map.entry("EL", number -> sum(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(number, 8)),
            Map.entry("FI", number -> sum(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
            Map.entry("FR", number -> !number.matches("\\d+") || (12 + 3 * (part(number, 2, 11) % 97)) % 97 == part(number, 0, 2)),
            Map.entry("GB", VatCheckDigits::british),
            Map.entry("HR", VatCheckDigits::hybrid),
            Map.entry("HU", number -> sum(number, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0),
            Map.entry("IE", VatCheckDigits::irish),
            Map.entry("IT", VatCheckDigits::luhn),
            Map.entry("LU", number -> part(number, 0, 6) % 89 == part(number, 6, 8)),
            Map.entry("MT", number -> sum(number, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0),
            Map.entry("NL", VatCheckDigits::dutch),
            Map.entry("NO", number -> sum(number.substring(0, 9), 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            Map.entry("PL", number -> sum(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(number, 9)),
            Map.entry("PT", number -> complement(sum(number, 9, 8, 7, 6, 5, 4, 3, 2)) == digit(number, 8)),
            Map.entry("RO", number -> sum("0".repeat(10 - number.length()) + number, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == digit(number, number.length() - 1)),
            Map.entry("SE", number -> luhn(number.substring(0, 10))),
            Map.entry("SI", number -> complement(sum(number, 8, 7, 6, 5, 4, 3, 2)) == digit(number, 7)),
            Map.entry("SK", number -> part(number, 0, 10) % 11 == 0),
            Map.entry("XI", VatCheckDigits::british));

    private VatCheckDigits() {
    }

    /** Whether they fit; the number has the form of its country, without its letters. */
    static boolean fit(String country, String number) {
        return RULES.getOrDefault(country, any -> true).test(number);
    }

    private static int sum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(digits, i) * weights[i];
        }
        return sum;
    }

    /** What is missing to a multiple of eleven, where 10 and 11 are written 0. */
    private static int complement(int sum) {
        return (11 - sum % 11) % 11 % 10;
    }

    /** ISO 7064, MOD 11,10. */
    private static boolean hybrid(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + digit(number, number.length() - 1)) % 10 == 1;
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = digit(number, number.length() - 1 - i) * (1 + i % 2);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0;
    }

    private static boolean austrian(String number) {
        int sum = 4;
        for (int i = 0; i < 7; i++) {
            int digit = digit(number, i) * (1 + i % 2);
            sum += digit / 10 + digit % 10;
        }
        return (10 - sum % 10) % 10 == digit(number, 7);
    }

    private static boolean british(String number) {
        if (!number.matches("\\d{9,12}")) {
            return true;
        }
        long sum = sum(number, 8, 7, 6, 5, 4, 3, 2) + part(number, 7, 9);
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    private static boolean irish(String number) {
        if (!Character.isDigit(number.charAt(1))) {
            return true;
        }
        int sum = sum(number, 8, 7, 6, 5, 4, 3, 2) + (number.length() > 8 ? 9 * (number.charAt(8) - 'A' + 1) : 0);
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == number.charAt(7);
    }

    /** By the rule of companies, or by that of people since 2020 (ISO 7064, MOD 97-10 over letters as numbers). */
    private static boolean dutch(String number) {
        if (number.matches("\\d{9}B\\d{2}") && sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(number, 8)) {
            return true;
        }
        var digits = new StringBuilder();
        ("NL" + number).chars().forEach(sign -> digits.append(sign == '+' ? 36 : sign == '*' ? 37 : Character.digit(sign, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }

    private static long part(String number, int from, int to) {
        return Long.parseLong(number.substring(from, to));
    }
}
