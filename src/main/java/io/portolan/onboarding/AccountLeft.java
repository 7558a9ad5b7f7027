package io.portolan.onboarding;

import java.util.List;

/**
 * An account at a portal that stays when a registration is given up.
 *
 * @param key what tells it from all others, as accounts are listed by
 * @param usedBy the other banks, by their ids, at which the TPP has a registration that needs it
 */
public record AccountLeft(String key, String portal, String environment, String login, List<String> usedBy) {

    /** It as a sentence for people. */
    String sentence() {
        return "The account " + login + " at the portal " + portal + " stays" + (usedBy.isEmpty() ? "; no other registration needs it, so close it there, too, if nobody wants it any more."
                : ", since it is needed for " + String.join(", ", usedBy) + ".");
    }
}
