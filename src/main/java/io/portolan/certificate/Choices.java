package io.portolan.certificate;

import java.time.Instant;
import java.util.List;

/** Which certificate is used where a person has said so; where nobody has, {@link Certificates#inUse} finds one by itself. */
public interface Choices {

    /**
     * A choice.
     *
     * @param bank the bank that it is for, or null for all that need no other
     */
    record Choice(String tpp, String environment, Certificate.Kind kind, String bank, String certificate, Instant chosenAt) { }

    /**
     * Chooses a certificate as the default of its TPP, environment and kind, or for one bank, in place of an earlier choice.
     *
     * @throws io.portolan.refusal.Refused with code {@code unknown-certificate}, or {@code unsuitable-choice} where it is retired, or supplied by another bank
     */
    Choice choose(String certificate, String bank, String actor);

    /**
     * Takes a choice back.
     *
     * @throws io.portolan.refusal.Refused with code {@code unknown-choice}
     */
    void forget(String tpp, String environment, Certificate.Kind kind, String bank, String actor);

    /** All choices of a TPP, the defaults first. */
    List<Choice> of(String tpp);
}
