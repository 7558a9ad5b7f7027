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
class ConsentsToAutomationIT extends ApiStory {

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
    void takesTheDecisionFromThePageOfTheOnboarding() {
        var tpp = aTpp();
        var id = startAtGroyne(tpp, null);
        awaitLegTask(id);
        var page = "/onboardings/" + id;
        var person = admin();
        assertThat(person.get(page).text()).contains("May a machine work this portal?", "groyne-portal", "Nobody has decided yet");

        assertThat(person.submit(page, page + "/automation-consent", Map.of("given", "false", "note", "Legal reads them.")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("admin has not consented", "Legal reads them.", "Let Portolan work it").doesNotContain("Leave it to people");
        assertThat(leg(id, "create-application").state()).isEqualTo(LegState.WITH_PERSON);

        assertThat(person.submit(page, page + "/automation-consent", Map.of("given", "true")).status()).isEqualTo(302);
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(1);
    }

    @Test
    void asksForNoConsentWhereTheTermsPermitMachines() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        var page = "/onboardings/" + id;
        assertThat(admin().get(page).text()).doesNotContain("May a machine work this portal?");
        assertThat(admin().submit(page, page + "/automation-consent", Map.of("given", "true")).status()).isEqualTo(409);
    }

    @Test
    void takesAndGivesBackTheDecisionByTheApi() {
        var tpp = aTpp();
        var id = startAtGroyne(tpp, null);
        awaitLegTask(id);
        var path = API + "tpps/" + tpp + "/automation-consents";
        assertThat(operator.call("GET", path, null).text()).contains("\"portal\":\"groyne-portal\"", "\"given\":false");
        assertThat(operator.call("PUT", path + "/groyne-portal", "{}").status()).isEqualTo(422);
        assertThat(viewer.call("PUT", path + "/groyne-portal", "{\"given\":true}").status()).isEqualTo(403);
        assertThat(operator.call("PUT", path + "/groyne-portal", "{\"given\":true,\"note\":\"read\"}").status()).isEqualTo(200);
        awaitStatus(id, Status.DONE);
        assertThat(operator.call("PUT", path + "/groyne-portal", "{\"given\":false}").text()).contains("\"given\":false");
        assertThat(consents.of(tpp)).singleElement().matches(consent -> !consent.given());
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
