package io.portolan.leg;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.vault.Secret;
import org.junit.jupiter.api.Test;

/** What becomes of a run whose leg is taken away from it while it works. */
class PerformLegTakenAwayIT extends LegAtWork {

    @Test
    void keepsTheFactsOfARunWhoseLegWasTakenAwayAndTellsThatNobodyWantsThem() {
        work = run -> {
            run.keep("reference", "4711", null);
            database.legs.stop(onboarding);
            return new Outcome.Done("seen");
        };
        assertThat(perform()).isEmpty();
        assertThat(captures.find(onboarding, "leg", "reference")).isPresent();
        assertThat(journal.acts()).containsExactly("captured", "leg-done");
        assertThat(settlement.unwanted).containsExactly(new Outcome.Done("seen"));
    }

    @Test
    void stopsBeforeAnythingIrreversibleWhereTheLegWasTakenAway() {
        work = run -> {
            database.legs.stop(onboarding);
            run.intend("press the button");
            throw new AssertionError("pressed");
        };
        assertThat(perform()).isEmpty();
        assertThat(journal.acts()).containsExactly("run-stopped");
        assertThat(settlement.unwanted).isEmpty();
    }

    @Test
    void keepsWhatAnActHasBroughtThoughTheLegWasTakenAwayWhileItWasUnderWay() {
        work = run -> {
            run.intend("press the button");
            database.legs.stop(onboarding);
            run.happened();
            run.keepSecret("client-secret", Secret.of("s3cret-value"), null);
            return new Outcome.Done("seen");
        };
        assertThat(perform()).isEmpty();
        assertThat(captures.find(onboarding, "leg", "client-secret")).isPresent();
        assertThat(vault.names()).hasSize(1);
        assertThat(journal.acts()).containsExactly("intended", "happened", "captured", "leg-done");
        assertThat(settlement.unwanted).containsExactly(new Outcome.Done("seen"));
    }

    @Test
    void tellsOfAnActThatEndedInAFaultInsteadOfPromisingToTryAgain() {
        work = run -> {
            run.intend("press the button");
            database.legs.stop(onboarding);
            return new Outcome.Fault("The browser broke.");
        };
        assertThat(perform()).isEmpty();
        assertThat(journal.of(onboarding)).noneMatch(entry -> entry.act().toString().contains("tried again"))
                .anyMatch(entry -> "The browser broke.".equals(entry.act().detail()));
        assertThat(settlement.unwanted).containsExactly(new Outcome.Fault("The browser broke."));
    }

    @Test
    void saysWhatItHadBegunWhereItStopsBeforeItsNextAct() {
        work = run -> {
            run.intend("press the button");
            run.keep("reference", "4711", null);
            database.legs.stop(onboarding);
            run.intend("press the next button");
            throw new AssertionError("pressed");
        };
        assertThat(perform()).isEmpty();
        assertThat(journal.acts()).containsExactly("intended", "captured", "run-stopped");
        assertThat(journal.of(onboarding).get(2).act().detail()).contains("press the button").doesNotContain("before it did anything");
        assertThat(settlement.unwanted).hasSize(1);
    }

    @Test
    void tellsNobodyOfAnActThatWasAverted() {
        work = run -> {
            run.intend("press the button");
            run.averted("It could not be pressed.");
            database.legs.stop(onboarding);
            run.intend("press it again");
            throw new AssertionError("pressed");
        };
        assertThat(perform()).isEmpty();
        assertThat(journal.acts()).containsExactly("intended", "averted", "run-stopped");
        assertThat(settlement.unwanted).isEmpty();
    }
}
