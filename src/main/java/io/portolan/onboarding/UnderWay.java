package io.portolan.onboarding;

import io.portolan.leg.LegState;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where all onboardings stand, counted: of one TPP, or of all where that is null. */
public interface UnderWay {

    /** How many there are in each status, for each kind of environments. */
    List<Count> counts(String tpp);

    /** How many have ended in each status since then. */
    Map<Onboarding.Status, Long> ended(String tpp, Instant since);

    /** At which stages they are, of so many banks at most: those first that need a person of ours, then those that are there longest. */
    List<Cell> cells(String tpp, int banks);

    /** At how many banks something runs. */
    long banks(String tpp);

    /** Those that have waited longest. */
    List<Wait> longest(String tpp, int limit);

    /** Those at banks that have promised to move by a moment that is over, the oldest promise first. */
    List<Wait> brokenPromises(String tpp, int limit);

    /** How many there are of these. */
    long promisesBroken(String tpp);

    /** How many are in a status. */
    record Count(Environment.Kind kind, Onboarding.Status status, long number) { }

    /**
     * The onboardings at one bank that are at a stage.
     *
     * @param state the one of their states that needs people most: rejected, with a person, waiting, or running
     * @param since since when the first of them is there
     * @param onboarding the id of the only one, or of any of them
     */
    record Cell(String bank, Stage stage, LegState state, long number, Instant since, String onboarding) { }

    /**
     * An onboarding that waits.
     *
     * @param leg the leg that does, by its id
     * @param promise by when the bank has said that it would move, or null
     */
    record Wait(String onboarding, String tpp, String bank, String environment, Onboarding.Status status, String leg, Instant since, Instant promise) { }
}
