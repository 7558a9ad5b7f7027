package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.RecordedRun.Interruption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that must not be made twice was answered, and the run was cut off while it read the answer. */
class GoesOnFromAnAnswerIT extends ApiLegs {

    @ParameterizedTest
    @ValueSource(strings = {"kept: client-id", "kept secret: client-secret"})
    void goesOnByItselfWhereverItWasCutOff(String last) {
        bank.on("/register", came -> Goes.json(201, REGISTERED));
        var run = run("register").killedAfter(last);
        assertThatThrownBy(() -> means.perform(run)).isInstanceOf(Interruption.class);

        var next = run.again();
        assertThat(means.perform(next)).isInstanceOf(Outcome.Done.class);

        assertThat(bank.came()).hasSize(1);
        assertThat(next.kept()).containsExactly(Map.entry("client-id", "client-1"));
        assertThat(next.secrets()).containsExactly(Map.entry("client-secret", "s3cr3t/of the bank"));
        assertThat(next.told()).contains("happened");
        assertThat(next.evidence()).singleElement().asString().contains("201").doesNotContain("s3cr3t", "r4t-0001");
    }

    @Test
    void asksAPersonWhereTheAnswerThatIsHeldIsOfAnEarlierRequest() {
        bank.on("/register", came -> bank.came().size() == 1 ? Goes.json(201, REGISTERED) : null);
        var run = run("register");
        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        var sentAgain = run.again().at(Progress.NOTHING);
        assertThat(reason(means.perform(sentAgain))).isEqualTo(Reason.ANSWER_LOST);

        assertThat(reason(means.perform(sentAgain.again()))).isEqualTo(Reason.ANSWER_LOST);
        assertThat(bank.came()).hasSize(2);
    }

    @Test
    void asksAPersonWhereTheAnswerThatCameSaidNothingOfItsBeingTaken() {
        bank.on("/register", came -> Goes.json(500, "{\"client_id\": \"client-1\", \"client_secret\": \"s3cr3t\"}"));
        var run = run("register").killedAfter("kept secret: client-secret");
        assertThatThrownBy(() -> means.perform(run)).isInstanceOf(Interruption.class);

        var next = run.again();
        assertThat(reason(means.perform(next))).isEqualTo(Reason.ANSWER_LOST);
        assertThat(next.has("client-id") && next.has("client-secret")).isTrue();
    }

    @Test
    void waitsForTheBankThoughItsNotYetHasBroughtEverythingAlready() {
        bank.on("/enlist", came -> Goes.json(202, "{\"client_id\": \"client-1\"}"));
        var run = run("enlist");
        assertThat(means.perform(run)).isInstanceOf(Outcome.NotYet.class);

        assertThat(means.perform(run.again())).isInstanceOf(Outcome.NotYet.class);
        assertThat(bank.came()).hasSize(1);
    }
}
