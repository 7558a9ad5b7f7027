package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.LegState;
import io.portolan.onboarding.AutomationConsent;
import io.portolan.onboarding.ConsentToAutomation;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.onboarding.StartRequest;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A portal whose terms say nothing of machines is worked by people until the TPP has consented, which is asked once. */
class ConsentsToAutomationIT extends ScriptedStory {

    @Autowired ConsentToAutomation consents;

    private String startAtGroyne(String tpp, String application) {
        return startOnboarding.with(new StartRequest(tpp, "xx-groyne", null, "sandbox", application, List.of("AIS"), null), "user:story").id();
    }

    private Task awaitLegTask(String id) {
        await().until(() -> openTasks(id).stream().anyMatch(task -> task.kind() == Task.Kind.LEG));
        return openTasks(id).stream().filter(task -> task.kind() == Task.Kind.LEG).findFirst().orElseThrow();
    }

    @Test
    void givesTheLegsToPeopleUntilTheTppConsentsAndThenTakesThemOver() {
        var tpp = aTpp();
        var id = startAtGroyne(tpp, null);
        var byHand = awaitLegTask(id);
        assertThat(byHand.instructions()).contains("Type the value of \"Name\" into the field \"Name\".");
        assertThat(byHand.data()).extracting(Task.Datum::label).contains("Name");
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isZero();
        assertThat(openTasks(id)).filteredOn(task -> task.kind() == Task.Kind.NOTICE).singleElement()
                .satisfies(task -> assertThat(task.title()).contains("groyne-portal"));
        assertThat(consents.of(tpp)).singleElement().matches(consent -> !consent.given() && consent.decidedBy() == null);

        consents.decide(tpp, "groyne-portal", true, "read the terms of 2026-11-01", "user:ada");

        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(1);
        assertThat(worklist.find(byHand.id()).orElseThrow().state()).isEqualTo(Task.State.SUPERSEDED);
        assertThat(consents.of(tpp)).extracting(AutomationConsent::decidedBy).containsExactly("user:ada");
    }

    @Test
    void letsAPersonDoThemAndAsksNoSecondTime() {
        var tpp = aTpp();
        var id = startAtGroyne(tpp, null);
        worklist.complete(awaitLegTask(id).id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), "done by hand"), "user:ada");
        awaitLeg(id, "subscribe", LegState.WITH_PERSON);
        assertThat(openTasks(id)).filteredOn(task -> task.kind() == Task.Kind.NOTICE).hasSize(1);
        worklist.complete(awaitLegTask(id).id(), new Worklist.Completion(PersonAnswer.DONE, Map.of(), "done by hand"), "user:ada");
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application") + ScriptedMeans.runs(tpp, "subscribe")).isZero();
    }

    @Test
    void givesTheNextLegToAPersonAgainOnceTheConsentIsWithdrawn() {
        var tpp = aTpp();
        consents.decide(tpp, "groyne-portal", true, null, "user:ada");
        ScriptedMeans.next(tpp, "create-application", run -> {
            consents.decide(tpp, "groyne-portal", false, "the terms have changed", "user:ada");
            return ScriptedMeans.asAsked(run);
        });
        var id = startAtGroyne(tpp, null);
        awaitLeg(id, "subscribe", LegState.WITH_PERSON);
        assertThat(ScriptedMeans.runs(tpp, "subscribe")).isZero();
    }
}
