package io.portolan.chart;

import io.portolan.playbook.Leg;
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
        return "Belongs to the stage %s and is done %s.".formatted(stage, switch (leg.by()) {
            case PORTAL -> "by a browser on the bank's portal";
            case API -> "by a call to the bank's API with our certificates";
            case MAIL -> "by mail with the bank";
            case OPERATOR -> "by a person";
            case DERIVE -> "by computing from our certificate or profile";
            case REGISTRATION -> "by another onboarding, which this one waits for";
        });
    }
}
