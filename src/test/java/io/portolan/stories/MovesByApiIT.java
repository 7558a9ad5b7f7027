package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.playbook.WaitingFor;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The moves of an onboarding, for machines. */
class MovesByApiIT extends ApiStory {

    private static final Function<LegRun, Outcome> PENDING = run -> new Outcome.NotYet(WaitingFor.BANK, "Pending", null);

    @Test
    void holdsGoesBackMovesAndClears() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        var at = API + "onboardings/" + id;

        assertThat(ok(operator.post(at + "/hold", "{\"reason\": \"The lawyers read.\"}")).get("status").asText()).isEqualTo("on-hold");
        problem(operator.post(at + "/hold", "{\"reason\": \"Again.\"}"), 409, "on-hold");
        assertThat(ok(operator.post(at + "/resumption", "")).get("status").asText()).isEqualTo("waiting-for-bank");
        problem(operator.post(at + "/going-back", "{\"leg\": \"verify-access\", \"reason\": \"Why not.\"}"), 422, "not-an-earlier-leg");
        ok(operator.post(at + "/going-back", "{\"leg\": \"create-application\", \"reason\": \"A wrong name.\"}"));
        awaitStatus(id, Status.WAITING_FOR_BANK);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(2);
        var left = ok(viewer.get(at + "/left-at-bank")).get("items");
        assertThat(left).hasSize(1);
        assertThat(ok(operator.post(at + "/left-at-bank/" + left.get(0).get("id").asLong() + "/clearance", "{\"note\": \"Deleted.\"}"))
                .get("items").get(0).get("clearedBy").asText()).isNotBlank();
        assertThat(ok(viewer.get(at + "/playbook")).get("problems")).isEmpty();
        problem(operator.post(at + "/playbook", "{}"), 409, "same-version");
        problem(operator.post(at + "/playbook", "{\"version\": \"unknown\"}"), 404, "unknown-version");
        assertThat(ok(viewer.get(at + "/leanings")).get("leansOn")).isEmpty();
        problem(viewer.get(at + "/elsewhere"), 409, "not-finished");
    }

    @Test
    void doesNotGoBackOrMoveWhileALegIsActing() throws Exception {
        var tpp = aTpp();
        var acting = new CountDownLatch(1);
        var refused = new CountDownLatch(1);
        ScriptedMeans.next(tpp, "create-application", run -> {
            run.intend("click the button \"Create\"");
            acting.countDown();
            await().until(() -> refused.getCount() == 0);
            return ScriptedMeans.asAsked(run);
        });
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        assertThat(acting.await(20, TimeUnit.SECONDS)).isTrue();
        var at = API + "onboardings/" + id;
        var back = "{\"leg\": \"create-application\", \"reason\": \"A wrong name.\"}";

        var problem = problem(operator.post(at + "/going-back", back), 409, "leg-is-acting");
        assertThat(problem.get("detail").asText()).contains("Create the application").contains("in a moment");
        assertThat(problem.get("leg").asText()).isEqualTo("create-application");
        var page = admin().submit("/onboardings/" + id + "/moves", "/onboardings/" + id + "/going-back",
                Map.of("leg", "create-application", "reason", "A wrong name."));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("in a moment");
        refused.countDown();

        awaitStatus(id, Status.WAITING_FOR_BANK);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(1);
        ok(operator.post(at + "/going-back", back));
    }
}
