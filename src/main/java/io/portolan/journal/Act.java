package io.portolan.journal;

import java.util.List;

/**
 * Something done in our name.
 *
 * @param chain the chain it belongs to: the id of an onboarding or a registration, that of a TPP behind {@code tpp:}, that of a campaign behind {@code campaign:}, or {@link #HOUSE}
 * @param actor who did it: {@code portolan}, {@code user:<name>}, {@code token:<name>}, {@code bank}
 * @param name what was done, as a stable word in kebab-case such as {@code leg-done}
 * @param leg the leg it was done in, or null
 * @param means the means it was done by, or null
 * @param detail a sentence for people, without any secret; may be null
 * @param evidence ids of the evidence that shows it
 */
public record Act(String chain, String actor, String name, String leg, String means, String detail, List<Long> evidence) {

    /** The chain of what belongs to no onboarding. */
    public static final String HOUSE = "portolan";

    /** An act of Portolan itself, without evidence. */
    public static Act ofPortolan(String chain, String name, String leg, String means, String detail) {
        return new Act(chain, "portolan", name, leg, means, detail, List.of());
    }

    /** An act of somebody outside any leg, without evidence. */
    public static Act by(String actor, String chain, String name, String detail) {
        return new Act(chain, actor, name, null, null, detail, List.of());
    }
}
