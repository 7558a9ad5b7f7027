package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.certificate.Certificate;
import io.portolan.refusal.Refused;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** What an address of the console gives. */
final class Given {

    private static final int LONGEST = 3650;

    private Given() {
    }

    /** So many days, ten years at most; null where none are given. */
    static Duration days(Integer given) {
        return given == null ? null : Duration.ofDays(Math.max(1, Math.min(given, LONGEST)));
    }

    /** The kind of a certificate, or null where nothing is given. */
    static Certificate.Kind kind(String given) {
        return given == null || given.isBlank() ? null : Arrays.stream(Certificate.Kind.values()).filter(kind -> kind.name().equals(given)).findFirst()
                .orElseThrow(() -> Refused.invalid("invalid-values", say("console.no-such-kind"), Map.of("kind", say("console.one-of-those-offered"))));
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
