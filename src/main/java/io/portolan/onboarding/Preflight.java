package io.portolan.onboarding;

import java.util.List;

/** Everything that is missing or wrong before an onboarding may start. */
public class Preflight {

    /**
     * Something that was found.
     *
     * @param code stable, such as {@code certificate-missing}
     * @param about the field, certificate or fact that it is about
     * @param sentence what is wrong and what would be right
     */
    public record Finding(String code, String about, String sentence) { }

    /** What is found for this TPP at this bank and environment, by the route that would be taken; empty where nothing stands in the way. */
    public List<Finding> of(String tpp, String bank, String environment) {
        throw new UnsupportedOperationException();
    }
}
