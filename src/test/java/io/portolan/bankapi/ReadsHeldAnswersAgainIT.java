package io.portolan.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.bankapi.FakeBankApi.Came;
import io.portolan.bankapi.FakeBankApi.Goes;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.SamplePlaybooks;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A bank answers otherwise than its playbook says: the answer is held, and is read again rather than asked for again. */
class ReadsHeldAnswersAgainIT extends ApiLegs {

    private static final String ELSEWHERE = "{\"data\": {\"client_id\": \"client-1\", \"client_secret\": \"s3cr3t-0001\"}}";

    private static final Map<String, String> POINTERS = Map.of("client-id: {from: /client_id}", "client-id: {from: /data/client_id}",
            "{from: /client_secret, secret", "{from: /data/client_secret, secret");

    /** The leg acted on again, by the playbook with these pieces put in place of others. */
    private FakeLegRun again(FakeLegRun run, Map<String, String> repairs) {
        var yaml = ApiPlaybook.at(bank.port());
        for (var repair : repairs.entrySet()) {
            assertThat(yaml).contains(repair.getKey());
            yaml = yaml.replace(repair.getKey(), repair.getValue());
        }
        var next = run(SamplePlaybooks.READER.read("xx-api.yaml", yaml).orThrow(), run.order().leg().id()).at(run.progress());
        run.kept().forEach((name, value) -> next.keep(name, value, null));
        run.secrets().forEach(next::holdingSecret);
        run.keptAnswer().ifPresent(next::keepAnswer);
        return next;
    }

    @Test
    void finishesByTheRepairedPlaybookWithOneCallWhereASecretStoodElsewhere() {
        bank.on("/register", came -> Goes.json(201, ELSEWHERE));
        var run = run("register");
        var first = means.perform(run);
        assertThat(reason(first)).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(first.toString()).contains("lacks client-id, client-secret").contains("held").doesNotContain("s3cr3t");
        assertThat(run.progress()).isEqualTo(Progress.HAPPENED);

        var next = again(run, POINTERS);
        assertThat(means.perform(next)).isInstanceOf(Outcome.Done.class);

        assertThat(bank.came()).hasSize(1);
        assertThat(next.kept()).containsEntry("client-id", "client-1");
        assertThat(next.secrets()).containsEntry("client-secret", "s3cr3t-0001");
        assertThat(next.evidence()).isNotEmpty().allSatisfy(kept -> assertThat(kept).doesNotContain("s3cr3t"));
    }

    @Test
    void holdsASuccessThatNoSignFitsAndFinishesByTheRepairedPlaybook() {
        bank.on("/register", came -> Goes.json(200, REGISTERED));
        var run = run("register");
        var first = means.perform(run);
        assertThat(reason(first)).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(first.toString()).contains("fits none of the signs", "held").doesNotContain("s3cr3t");
        assertThat(run.progress()).isEqualTo(Progress.INTENDED);
        assertThat(run.keptAnswer()).isPresent();

        var next = again(run, Map.of("done-when: [{status: [201]}]\n            captures:\n              client-id",
                "done-when: [{status: [200, 201]}]\n            captures:\n              client-id"));
        assertThat(means.perform(next)).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).hasSize(1);
        assertThat(next.secrets()).containsEntry("client-secret", "s3cr3t/of the bank");
        assertThat(next.progress()).isEqualTo(Progress.HAPPENED);
    }

    @Test
    void readsTheHeldAnswerAndDoesNotAskTheBankAgainWhereNothingWasRepaired() {
        for (int status : new int[] {200, 201}) {
            bank.on("/register", came -> Goes.json(status, ELSEWHERE));
            var run = run("register");
            var before = bank.came().size();
            means.perform(run);
            var next = again(run, Map.of());

            assertThat(reason(means.perform(next))).isEqualTo(Reason.UNEXPECTED_ANSWER);

            assertThat(bank.came()).hasSize(before + 1);
            assertThat(next.keptAnswer()).isPresent();
            assertThat(next.evidence()).singleElement().asString().contains(String.valueOf(status)).doesNotContain("s3cr3t");
        }
    }

    @Test
    void holdsNothingWhereTheBankDidNotTakeTheRequestOrWhatItSaidIsNoAnswer() {
        for (int status : new int[] {302, 400, 429, 500}) {
            bank.on("/register", came -> Goes.json(status, "{\"error\": \"none\"}"));
            var run = run("register");
            means.perform(run);
            assertThat(run.keptAnswer()).isEmpty();
        }
    }

    @Test
    void looksAtTheBankWhereTheHeldAnswerSaysNothingAndALookCanTell() {
        bank.on("/clients", came -> came.method().equals("GET") ? Goes.json(200, "[{\"tpp\": \"T-1\"}]") : Goes.json(200, "{\"id\": \"T-1\"}"));
        var run = run("find");
        assertThat(reason(means.perform(run))).isEqualTo(Reason.UNEXPECTED_ANSWER);

        assertThat(means.perform(again(run, Map.of()))).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).extracting(Came::method).containsExactly("POST", "GET");
    }

    @Test
    void doesNotLookWhereTheRepairedPlaybookFindsAllInTheHeldAnswer() {
        bank.on("/clients", came -> Goes.json(201, "{\"data\": {\"tpp\": \"T-1\"}}"));
        var run = run("find");
        assertThat(reason(means.perform(run))).isEqualTo(Reason.UNEXPECTED_ANSWER);

        assertThat(means.perform(again(run, Map.of("tpp-id: {from: /tpp}", "tpp-id: {from: /data/tpp}")))).isInstanceOf(Outcome.Done.class);
        assertThat(bank.came()).extracting(Came::method).containsExactly("POST");
    }

    @Test
    void takesFromAHeldAnswerThatIsToBeWaitedForWhatTheRepairedPlaybookFinds() {
        bank.on("/enlist", came -> Goes.json(202, "{\"data\": {\"client_id\": \"client-1\"}}"));
        var run = run("enlist");
        assertThat(means.perform(run)).isInstanceOf(Outcome.NotYet.class);
        var waits = again(run, Map.of());
        assertThat(means.perform(waits)).isInstanceOf(Outcome.NotYet.class);
        assertThat(waits.evidence()).isEmpty();

        var approved = again(waits, Map.of("enlisted-id: {from: /client_id", "enlisted-id: {from: /data/client_id")).answered(new BankAnswer(1,
                "o-1", BankAnswer.Kind.APPROVED, Set.of(), null, null, null, null, Instant.EPOCH, "user:ada"));

        assertThat(means.perform(approved)).isInstanceOf(Outcome.Done.class);
        assertThat(approved.kept()).containsEntry("enlisted-id", "client-1");
        assertThat(bank.came()).hasSize(1);
    }
}
