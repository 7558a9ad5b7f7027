package io.portolan.api;

import io.portolan.certificate.Certificate;
import io.portolan.playbook.CertificateKind;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.tpp.TppProfile;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of the API for our enumerations: kebab-case, but for what the field itself writes in capitals. */
final class Words {

    private Words() {
    }

    static String of(Enum<?> value) {
        if (value == null) {
            return null;
        }
        if (value == Certificate.Kind.QSEALC || value == CertificateKind.QSEALC) {
            return "QSealC";
        }
        if (value instanceof Service || value instanceof Certificate.Kind || value instanceof CertificateKind
                || value instanceof TppProfile.Role) {
            return value.name();
        }
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> of(Collection<? extends Enum<?>> values) {
        return values == null ? List.of() : values.stream().sorted().map(Words::of).toList();
    }

    /** The value that a word stands for, or null for none; what is no such word is refused with the words there are. */
    static <E extends Enum<E>> E read(Class<E> type, String field, String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(value -> of(value).equalsIgnoreCase(word.trim())).findFirst()
                .orElseThrow(() -> unknown(type, field, word));
    }

    /** As {@link #read}, where there must be one. */
    static <E extends Enum<E>> E required(Class<E> type, String field, String word) {
        var value = read(type, field, word);
        if (value == null) {
            throw Refused.invalid("missing-values", field + " is missing: one of " + all(type) + ".",
                    Map.of(field, "is missing: one of " + all(type)));
        }
        return value;
    }

    private static <E extends Enum<E>> Refused unknown(Class<E> type, String field, String word) {
        return Refused.invalid("invalid-values", field + " cannot be \"" + word + "\": one of " + all(type) + ".",
                Map.of(field, "one of " + all(type)));
    }

    private static <E extends Enum<E>> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
    }
}
