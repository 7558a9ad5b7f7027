package io.portolan.chart;

import io.portolan.playbook.Leg;
import io.portolan.playbook.LegInWords;
import java.util.Locale;

/** The sentence that explains a leg in the model: the playbook's own, or one made of its stage and means. */
final class LegSentence {

    private LegSentence() {
    }

    static String of(Leg leg) {
        if (leg.instruct() != null && !leg.instruct().isBlank()) {
            return leg.instruct().strip();
        }
        var stage = leg.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "Belongs to the stage %s and is done %s.".formatted(stage, LegInWords.done(leg.by()));
    }
}
