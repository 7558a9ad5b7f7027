package io.portolan.leg;

import static io.portolan.leg.LegDatabase.api;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a leg by the word of a person: another round, another try, a wait that begins anew. */
class JdbcLegsByWordIT {

    private final LegDatabase database = new LegDatabase();
    private final JdbcLegs legs = database.legs;

    @Test
    void beginsANewRoundFromALegOnAndLeavesThoseBefore() {
        var id = database.onboarding(api("first"), api("second"), api("third"), api("left-out"),
                new PlannedLeg("skipped", io.portolan.playbook.Stage.SUBSCRIBE_APIS, io.portolan.playbook.MeansName.API, null, true, false));
        for (var leg : List.of("first", "second")) {
            var key = database.offered(id, leg);
            var row = database.claimed("node");
            legs.intend(key, row.holder(), "send");
            legs.keepResult(key, row.holder(), LegDatabase.done());
            legs.settle(key, LegState.DONE);
        }
        database.offered(id, "left-out");
        legs.state(new LegKey(id, "left-out"), LegState.SKIPPED);
        var proofs = new JdbcProofs(database.jdbc);
        for (var leg : List.of("first", "second")) {
            proofs.keep(id, leg, 1, new ProofOfAccess(ProofLevel.valueOf(leg.equals("first") ? "TOKEN" : "DATA"), true, Service.AIS));
        }
        var before = database.row(new LegKey(id, "second")).roundSince();
        database.byWord.beginAnew(id, List.of("second", "third", "left-out", "skipped"));
        // a run of the round before comes back late
        proofs.keep(id, "second", 1, new ProofOfAccess(ProofLevel.DATA, true, Service.AIS));
        assertThat(proofs.of(id)).extracting(ProofOfAccess::level).containsExactly(ProofLevel.TOKEN);
        assertThat(database.row(new LegKey(id, "first")).roundSince()).isEqualTo(before);
        assertThat(database.row(new LegKey(id, "second")).roundSince()).isAfter(before);
        assertThat(legs.of(id)).extracting(row -> row.leg() + " " + row.state() + " " + row.round() + " " + row.progress())
                .containsExactly("first DONE 1 INTENDED", "second PENDING 2 NOTHING", "third PENDING 2 NOTHING",
                        "left-out PENDING 2 NOTHING", "skipped SKIPPED 1 NOTHING");
    }

    @Test
    void startsTheWaitAnewWhenAPersonSendsALegBackOrHandsItIn() {
        var key = database.offered(database.onboarding(api("call")), "call");
        var row = database.claimed("node");
        legs.keepResult(key, row.holder(), new KeptResult("PERSON", "OVERDUE", "?", null, "US", null, List.of(), Duration.ZERO));
        database.jdbc.sql("update legs set waiting_since = now() - interval '9 days'").update();
        var before = database.row(key).waitingSince();
        database.byWord.waitAnew(key, before);
        assertThat(database.row(key).waitingSince()).isAfter(before.plus(Duration.ofDays(8)));
        database.byWord.again(key, null);
        assertThat(database.row(key).waitingSince()).isNull();
    }

    @Test
    void remembersWhoSentALegBackUntilItsNextRunHasBroughtSomething() {
        var key = database.offered(database.onboarding(api("call")), "call");
        var asked = new KeptResult("PERSON", "ASKED_BY_PLAYBOOK", "?", "what was asked", "US", null, List.of(), Duration.ZERO);
        legs.keepResult(key, database.claimed("node").holder(), asked);
        legs.settle(key, LegState.WITH_PERSON);
        assertThat(database.row(key).sentBackBy()).isNull();

        database.byWord.again(key, "user:ada");
        legs.offer(key, "h", null, List.of(), Duration.ofMinutes(1));
        var killed = database.claimed("node");
        legs.releaseAll();
        var row = database.claimed("node");
        assertThat(List.of(killed, row)).allSatisfy(each -> {
            assertThat(each.sentBackBy()).isEqualTo("user:ada");
            assertThat(each.detail()).isEqualTo("what was asked");
        });
        legs.keepResult(key, row.holder(), asked);
        assertThat(database.row(key).sentBackBy()).isNull();
    }

    @Test
    void letsAPersonsWordStandForOneActOnly() {
        var key = database.offered(database.onboarding(api("call")), "call");
        database.byWord.again(key, "user:ada");
        legs.offer(key, "h", null, List.of(), Duration.ofMinutes(1));
        assertThat(legs.intend(key, database.claimed("node").holder(), "send")).isTrue();
        legs.releaseAll();
        var afterTheKill = database.claimed("node");
        assertThat(afterTheKill.progress()).isEqualTo(LegRun.Progress.INTENDED);
        assertThat(afterTheKill.sentBackBy()).isNull();
    }

    @Test
    void forgetsAnActOnAPersonsWordOnlyWhereNobodyKnewItsEnd() {
        var key = database.offered(database.onboarding(api("call")), "call");
        var row = database.claimed("node");
        legs.intend(key, row.holder(), "send");
        for (var known : List.of("OVERDUE", "PAGE_CHANGED", "SECRET_LOST")) {
            legs.keepResult(key, row.holder(), new KeptResult("PERSON", known, "?", null, "US", null, List.of(), Duration.ZERO));
            assertThat(database.byWord.forgetAct(key)).isFalse();
        }
        legs.keepResult(key, row.holder(), new KeptResult("PERSON", "ANSWER_LOST", "?", null, "US", null, List.of(), Duration.ZERO));
        assertThat(database.byWord.forgetAct(key)).isTrue();
        assertThat(database.row(key).progress()).isEqualTo(LegRun.Progress.NOTHING);
        assertThat(database.byWord.forgetAct(key)).isFalse();
    }

    @Test
    void carriesIntoTheNewRoundWhatARunHadBegunAndWasCutOffAt() {
        var id = database.onboarding(LegDatabase.portal("cut-off", "demo/bank/test"), api("call"), api("happened"), api("waiting"), api("asked"),
                new PlannedLeg("letter", io.portolan.playbook.Stage.APPROVAL, io.portolan.playbook.MeansName.MAIL, null, false, false));
        var all = List.of("cut-off", "call", "happened", "waiting", "asked", "letter");
        for (var leg : all) {
            var key = database.offered(id, leg);
            assertThat(legs.intend(key, database.claimed("node").holder(), "send")).isTrue();
        }
        legs.happened(new LegKey(id, "happened"), database.row(new LegKey(id, "happened")).holder());
        legs.releaseAll();
        database.jdbc.sql("update legs set waiting_since = now() where leg = 'waiting'").update();
        legs.state(new LegKey(id, "asked"), LegState.WITH_PERSON);
        var cutOff = legs.of(id).stream().filter(LegRecord::isCutOff).map(LegRecord::leg).toList();
        database.byWord.beginAnew(id, all);
        assertThat(cutOff).containsExactly("cut-off", "call");
        assertThat(begun(id)).as("a person who was asked has decided, and a letter is looked for by its round").isEqualTo(cutOff);
        database.byWord.beginAnew(id, all);
        assertThat(begun(id)).as("not reached in between").isEqualTo(cutOff);
    }

    private List<String> begun(String id) {
        return legs.of(id).stream().filter(row -> row.progress() == LegRun.Progress.INTENDED).map(LegRecord::leg).toList();
    }

    @Test
    void knowsWhichLegIsHeldByARunThatHasBegunWhatCannotBeTakenBack() {
        var id = database.onboarding(api("first"), api("second"));
        var key = database.offered(id, "second");
        var holder = database.claimed("node").holder();
        assertThat(database.byWord.lockActing(id, List.of("first", "second"))).isEmpty();
        legs.intend(key, holder, "send");
        assertThat(database.byWord.lockActing(id, List.of("first", "second"))).containsExactly("second");
        assertThat(database.byWord.lockActing(id, List.of("first"))).isEmpty();
        legs.happened(key, holder);
        assertThat(database.byWord.lockActing(id, List.of("second"))).as("it still reads what came of it").containsExactly("second");
        database.expire();
        assertThat(database.byWord.lockActing(id, List.of("first", "second"))).as("nobody is alive to say what came of it").isEmpty();
    }
}
