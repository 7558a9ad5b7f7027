package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.access.Role;
import io.portolan.certificate.Certificate;
import io.portolan.leg.LegState;
import io.portolan.onboarding.Onboarding.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each act that a second person has to agree to, by API: nobody agrees to their own, once is once, and what has changed is void. */
class AsksASecondPersonIT extends GuardedStory {

    @Test
    void showsALiveSecretOnceAfterSomebodyElseHasAgreed() {
        var registration = live().registration();
        var credential = API + "registrations/" + registration + "/credentials/client-secret/reveal";

        var id = needed(ada.post(credential, WHY));
        assertThat(needed(ada.post(credential, WHY))).as("asked once").isEqualTo(id);
        var asked = approval(id);
        assertThat(asked.get("act").asText() + " " + asked.get("state").asText() + " " + asked.get("doneBy").asText()).isEqualTo("reveal waiting requester");
        assertThat(asked.get("title").asText()).contains("client-secret", tpp, BANK);
        assertThat(asked.toString()).doesNotContain("secret-of-client-secret");

        problem(decide(ada, id, "approved"), 403, "own-approval");
        problem(decide(tokenOf("user:two-ada", Role.ADMIN), id, "approved"), 403, "own-approval");
        problem(decide(operator, id, "approved"), 403, "not-permitted");
        problem(bob.post(API + "approvals/" + id + "/decision", "{\"decision\": \"approved\"}"), 422, "reason-required");
        problem(bob.post(API + "approvals/" + id + "/taking-back", null), 403, "not-your-approval");
        assertThat(ok(decide(bob, id, "approved")).get("state").asText()).isEqualTo("approved");
        problem(decide(tokenOf("user:two-cora", Role.APPROVER), id, "declined"), 409, "approval-decided");

        assertThat(needed(bob.post(credential, WHY))).as("of the other, an approval of Ada's is none").isNotEqualTo(id);
        assertThat(ok(ada.post(credential, WHY)).get("value").asText()).isEqualTo("secret-of-client-secret");
        assertThat(approval(id).get("state").asText()).isEqualTo("done");
        assertThat(needed(ada.post(credential, WHY))).as("once").isNotEqualTo(id);
        assertThat(acts(registration)).containsSubsequence("approval-requested", "approval-given", "approval-used", "secret-revealed", "approval-requested");
        assertThat(journal.verify(registration).intact()).isTrue();
    }

    @Test
    void letsAGatewayReadWhatItIsScopedToWithoutAnybodyElse() {
        var registration = live().registration();
        var credential = API + "registrations/" + registration + "/credentials/client-secret/reveal";
        assertThat(ok(holding(Role.GATEWAY, registration).post(credential, WHY)).get("value").asText()).isEqualTo("secret-of-client-secret");
        assertThat(ok(ada.post(API + "registrations/" + registration + "/credentials/client-id/reveal", WHY)).get("value").asText()).as("no secret").isEqualTo("value-of-client-id");
    }

    @Test
    void isOverWhereItIsDeclinedTakenBackExpiredOrChangedInBetween() {
        var registration = live().registration();
        var credential = API + "registrations/" + registration + "/credentials/client-secret";

        var declined = needed(ada.post(credential + "/reveal", WHY));
        assertThat(ok(decide(bob, declined, "declined")).get("decision").asText()).isEqualTo("I have looked at it.");
        problem(decide(bob, declined, "approved"), 409, "approval-decided");

        var takenBack = needed(ada.post(credential + "/reveal", WHY));
        assertThat(ok(ada.post(API + "approvals/" + takenBack + "/taking-back", null)).get("state").asText()).isEqualTo("taken-back");
        problem(decide(bob, takenBack, "approved"), 409, "approval-decided");

        var late = needed(ada.post(credential + "/reveal", WHY));
        expire(late);
        assertThat(decide(bob, late, "approved").status()).isEqualTo(409);
        awaitState(late, "expired");

        var unused = needed(ada.post(credential + "/reveal", WHY));
        ok(decide(bob, unused, "approved"));
        expire(unused);
        assertThat(needed(ada.post(credential + "/reveal", WHY))).isNotEqualTo(unused);
        awaitState(unused, "expired");

        var changed = waitingApproval("reveal-credential");
        var replacing = needed(ada.post(API + "registrations/" + registration + "/credentials",
                "{\"name\": \"client-secret\", \"kind\": \"client-secret\", \"value\": \"another-one\", \"reason\": \"Rotated at the bank.\"}"));
        ok(decide(bob, replacing, "approved"));
        assertThat(ada.post(API + "registrations/" + registration + "/credentials",
                "{\"name\": \"client-secret\", \"kind\": \"client-secret\", \"value\": \"another-one\"}").status()).isEqualTo(201);
        problem(decide(bob, changed, "approved"), 409, "approval-void");
        assertThat(approval(changed).get("note").asText()).contains("has changed", "Issued is now");
        var anew = needed(ada.post(credential + "/reveal", WHY));
        ok(decide(bob, anew, "approved"));
        assertThat(ok(ada.post(credential + "/reveal", WHY)).get("value").asText()).isEqualTo("another-one");
        assertThat(acts(registration)).contains("approval-declined", "approval-taken-back", "approval-expired", "approval-void");
    }

    @Test
    void endsACredentialOnceItIsAgreedTo() {
        var registration = live().registration();
        var credential = API + "registrations/" + registration + "/credentials/client-secret";
        problem(ada.call("DELETE", credential, null), 422, "reason-required");
        var id = needed(ada.call("DELETE", credential + "?reason=It+has+leaked.", null));
        assertThat(ok(viewer.get(credential)).get("state").asText()).isNotEqualTo("revoked");
        assertThat(ok(decide(bob, id, "approved")).get("state").asText()).isEqualTo("done");
        assertThat(ok(viewer.get(credential)).get("state").asText()).isEqualTo("revoked");
    }

    @Test
    void withdrawsOnceAlsoAfterACrashBetweenTheDecisionAndTheAct() {
        ScriptedMeans.next(tpp, "approval", PENDING);
        var onboarding = begin();
        ok(decide(bob, waitingApproval("submit-application"), "approved"));
        awaitStatus(onboarding.id(), Status.WAITING_FOR_BANK);

        var id = needed(ada.post(API + "onboardings/" + onboarding.id() + "/withdrawal", WHY));
        assertThat(approval(id).get("consequence").asText()).contains("stops for good");
        assertThat(onboardings.find(onboarding.id()).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_BANK);
        approveAndCrash(id);
        awaitStatus(onboarding.id(), Status.WITHDRAWN);
        awaitState(id, "done");
        assertThat(acts(onboarding.id()).stream().filter("onboarding-withdrawn"::equals)).hasSize(1);
        problem(ada.post(API + "onboardings/" + onboarding.id() + "/withdrawal", WHY), 409, "onboarding-finished");
    }

    @Test
    void takesOneDecisionWhereTwoDecideAtOnce() {
        ScriptedMeans.next(tpp, "approval", PENDING);
        var onboarding = begin();
        var id = waitingApproval("submit-application");
        var cora = tokenOf("user:two-cora", Role.APPROVER);
        var answers = Stream.of(CompletableFuture.supplyAsync(() -> decide(bob, id, "approved")), CompletableFuture.supplyAsync(() -> decide(cora, id, "approved")))
                .map(CompletableFuture::join).map(Visitor.Answer::status).sorted().toList();
        assertThat(answers).isEqualTo(List.of(200, 409));
        awaitStatus(onboarding.id(), Status.WAITING_FOR_BANK);
        assertThat(acts(onboarding.id()).stream().filter("approval-given"::equals)).hasSize(1);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(1);
    }

    @Test
    void handsALiveApplicationInOnlyOnceItIsAgreedTo() {
        var onboarding = begin();
        var id = waitingApproval("submit-application");
        var held = awaitLeg(onboarding.id(), "create-application", LegState.WAITING);
        assertThat(held.why()).contains("second person");
        assertThat(onboardings.find(onboarding.id()).orElseThrow().status()).isEqualTo(Status.WAITING_FOR_US);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isZero();
        assertThat(approval(id).toString()).contains("Bank of Two Keys", "AIS", "QWAC", "profile");
        problem(decide(ada, id, "approved"), 403, "own-approval");

        ok(decide(bob, id, "declined"));
        var task = awaitTask(onboarding.id());
        assertThat(task.question()).contains("has not agreed", "I have looked at it.");
        ok(complete(task.id(), "{\"outcome\": \"again\"}"));
        var anew = waitingApproval("submit-application");
        assertThat(anew).isNotEqualTo(id);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isZero();

        awaitLeg(onboarding.id(), "create-application", LegState.WAITING);
        approveAndCrash(anew);
        awaitStatus(onboarding.id(), Status.DONE);
        awaitState(anew, "done");
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(1);
        assertThat(acts(onboarding.id())).containsSubsequence("approval-requested", "approval-declined", "approval-requested", "leg-done", "onboarding-done");
    }

    @Test
    void asksAPersonWhereNobodyHasDecidedInTime() {
        var onboarding = begin();
        var id = waitingApproval("submit-application");
        awaitLeg(onboarding.id(), "create-application", LegState.WAITING);
        expire(id);
        assertThat(awaitTask(onboarding.id()).question()).contains("Nobody has agreed");
        awaitState(id, "expired");
    }

    @Test
    void usesAnotherLiveCertificateOnlyOnceItIsAgreedTo() {
        var first = inUse();
        var second = takeLive(tpp);
        assertThat(inUse()).as("one that comes in does not take the place of the other").isEqualTo(first);
        var id = needed(ada.call("PUT", API + "tpps/" + tpp + "/certificates/choices", "{\"certificate\": \"" + second + "\", \"reason\": \"The old one ends.\"}"));
        assertThat(inUse()).isEqualTo(first);
        assertThat(ok(decide(bob, id, "approved")).get("state").asText()).isEqualTo("done");
        assertThat(inUse()).isEqualTo(second);

        var retiring = needed(ada.post(API + "tpps/" + tpp + "/certificates/" + first + "/retirement", WHY));
        ok(decide(bob, retiring, "approved"));
        assertThat(certificates.find(first).orElseThrow().isRetired()).isTrue();
    }

    private String inUse() {
        return certificates.inUse(tpp, Certificate.Kind.QWAC, "live", BANK).orElseThrow().id();
    }

    @Test
    void beginsALiveCampaignOnlyOnceItIsAgreedTo() {
        var id = needed(ada.post(API + "campaigns", "{\"tpp\": \"" + tpp + "\", \"environment\": \"live\", \"services\": [\"AIS\"], \"banks\": [\"" + BANK + "\"]}"));
        var campaign = approval(id).get("page").asText();
        var path = API.substring(0, API.length() - 1) + campaign;
        assertThat(ok(viewer.get(path)).get("state").asText()).isEqualTo("awaits-approval");
        assertThat(needed(ada.post(path + "/resume", null))).as("it is asked once").isEqualTo(id);
        problem(decide(ada, id, "approved"), 403, "own-approval");
        assertThat(ok(decide(bob, id, "approved")).get("state").asText()).isEqualTo("done");
        waitingApproval("submit-application");
        await().atMost(Duration.ofSeconds(20)).until(() -> ok(viewer.get(path)).get("state").asText().equals("all-begun"));

        var other = needed(ada.post(API + "campaigns", "{\"tpp\": \"" + tpp + "\", \"environment\": \"live\", \"services\": [\"AIS\"], \"banks\": [\"" + BANK + "\"]}"));
        ok(decide(bob, other, "declined"));
        assertThat(ok(viewer.get(API.substring(0, API.length() - 1) + approval(other).get("page").asText())).get("state").asText()).isEqualTo("cancelled");
    }
}
