package io.portolan.certificate;

import io.portolan.refusal.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects why something cannot be taken in, so that all of it is said at once. */
final class Reasons {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** Says of a field, or under the code of a finding, what is wrong. */
    void add(String field, String sentence) {
        byField.merge(field, sentence, (first, second) -> first.contains(second) ? first : first + " " + second);
    }

    void addAll(Refused refusal) {
        refusal.about().forEach(this::add);
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }

    /** Refuses with {@code unsuitable-certificate} and all the reasons, if there are any. */
    void refuseIfAny() {
        if (!isEmpty()) {
            throw Refused.invalid("unsuitable-certificate", byField.values().stream().distinct().collect(Collectors.joining(" ")), byField);
        }
    }
}
