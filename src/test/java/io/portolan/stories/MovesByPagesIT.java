package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Onboarding.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovesByPagesIT extends ApiStory {

    @Test
    void goesBackToAnEarlierLeg() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "collect-credentials", CHANGED);
        var id = start(tpp, "AIS").id();
        awaitTask(id);
        var page = "/onboardings/" + id + "/moves";
        var person = admin();
        assertThat(person.get(page).text()).contains("value=\"create-application\"", "Nothing that Portolan knows of.");

        var gone = person.submit(page, "/onboardings/" + id + "/going-back", Map.of("leg", "create-application", "reason", "A better name"));

        assertThat(gone.status()).as(gone.toString()).isEqualTo(302);
        awaitStatus(id, Status.DONE);
        assertThat(ScriptedMeans.runs(tpp, "create-application")).isEqualTo(2);
        var left = person.get(page).text();
        assertThat(left).contains("Create the application (done)");
        var item = left.replaceAll("(?s).*/left-at-bank/(\\d+)/clearance.*", "$1");
        assertThat(person.submit(page, "/onboardings/" + id + "/left-at-bank/" + item + "/clearance", Map.of("note", "Deleted.")).status()).isEqualTo(302);
        assertThat(person.get(page).text()).doesNotContain("/clearance");
    }

    @Test
    void putsOnHoldAndLetsGoOn() {
        var tpp = aTpp();
        ScriptedMeans.next(tpp, "approval", PENDING);
        var id = start(tpp, "AIS").id();
        awaitStatus(id, Status.WAITING_FOR_BANK);
        var page = "/onboardings/" + id;
        var person = admin();
        assertThat(person.submit(page, page + "/hold", Map.of("reason", "Summer")).status()).isEqualTo(302);
        awaitStatus(id, Status.ON_HOLD);
        assertThat(person.get(page).text()).contains("Let it go on");
        assertThat(person.submit(page, page + "/hold", Map.of()).status()).isEqualTo(409);
        assertThat(person.submit(page, page + "/resumption", Map.of()).status()).isEqualTo(302);
        assertThat(onboardings.find(id).orElseThrow().status()).isNotEqualTo(Status.ON_HOLD);

        var answered = person.submit(page, page + "/bank-answer", Map.of("answer", "ACKNOWLEDGED", "reference", "T-4711", "expectedBy", "2099-01-01"));
        assertThat(answered.status()).isEqualTo(302);
        assertThat(person.get(page).text()).contains("It has received it and is working on it", "T-4711", "Thu 1 Jan 2099");
    }
}
