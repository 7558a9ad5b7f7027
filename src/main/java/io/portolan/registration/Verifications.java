package io.portolan.registration;

import io.portolan.registration.Verification.State;
import io.portolan.registration.Verification.Step;
import java.util.List;
import java.util.Optional;

/** The checks of access, so that whoever asks is told how far one is, on whatever node. */
public interface Verifications {

    /**
     * Writes down that one begins.
     *
     * @throws io.portolan.refusal.Refused with code {@code verification-running} as long as another one of the same registration goes on
     */
    Verification begin(String registration, List<Step> steps, String actor);

    /** How far it is. */
    void move(String id, List<Step> steps);

    /** That it is over; nothing where it was given up before. */
    void end(String id, State state, String said, List<Step> steps);

    /** One of a registration; empty where there is none. */
    Optional<Verification> find(String registration, String id);

    /** The latest of a registration, the newest first. */
    List<Verification> of(String registration, int limit);
}
