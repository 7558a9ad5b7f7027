package io.portolan.console;

import java.time.Duration;
import java.util.Arrays;

/** What an address of the console gives. */
final class Given {

    private static final int LONGEST = 3650;

    private Given() {
    }

    /** So many days, ten years at most; null where none are given. */
    static Duration days(Integer given) {
        return given == null ? null : Duration.ofDays(Math.max(1, Math.min(given, LONGEST)));
    }

    /** A text, or null where nothing is given. */
    static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** The value that a word stands for, or null where it stands for none. */
    static <E extends Enum<E>> E word(Class<E> type, String given) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> Wording.word(value).equals(given)).findFirst().orElse(null);
    }
}
