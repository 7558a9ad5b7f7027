package io.portolan.certificate;

import io.portolan.refusal.Refused;
import java.util.Map;

/** The refusal of a certificate or key that cannot be taken in. */
final class Unsuitable {

    private Unsuitable() {
    }

    static Refused because(String field, String sentence) {
        return Refused.invalid("unsuitable-certificate", sentence, Map.of(field, sentence));
    }
}
