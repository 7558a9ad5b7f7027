package io.portolan.onboarding;

import io.portolan.playbook.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long it took: of one TPP, or of all where that is null. */
public interface TimesTaken {

    /** How long onboardings were at each stage that they have passed since then, in the order of the stages. */
    List<OfStage> byStage(String tpp, Instant since);

    /** How long onboardings took that have ended since then with access, from their beginning; the banks that took longest first. */
    List<OfBank> byBank(String tpp, Instant since, int limit);

    /** A stage, and how long onboardings were at it. */
    record OfStage(Stage stage, Spread spread) { }

    /** A bank, and how long it took. */
    record OfBank(String bank, Spread spread) { }

    /** The median of how long something took and how that spreads: a quarter took less than {@code lower}, a quarter more than {@code upper}. */
    record Spread(long number, Duration least, Duration lower, Duration median, Duration upper, Duration most) { }
}
