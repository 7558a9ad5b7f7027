package io.portolan.leg;

import static io.portolan.leg.LegDatabase.ALL_MEANS;
import static io.portolan.leg.LegDatabase.LEASE;
import static io.portolan.leg.LegDatabase.api;
import static io.portolan.leg.LegDatabase.portal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** The queue: who gets which leg, for how long, and what becomes of results. */
class JdbcLegsIT {

    private final LegDatabase database = new LegDatabase();
    private final JdbcLegs legs = database.legs;

    @Test
    void givesEachLegToOneHolderHoweverManyAsk() throws Exception {
        for (int number = 0; number < 120; number++) {
            database.offered(database.onboarding(api("call")), "call");
        }
        var taken = new ConcurrentLinkedQueue<LegRecord>();
        everywhere(8, node -> {
            List<LegRecord> claimed;
            while (!(claimed = legs.claim("node-" + node, ALL_MEANS, 4, LEASE)).isEmpty()) {
                assertThat(claimed).hasSizeLessThanOrEqualTo(4);
                taken.addAll(claimed);
            }
        });
        assertThat(taken).extracting(LegRecord::onboarding).doesNotHaveDuplicates();
        assertThat(taken).hasSize(120).allMatch(row -> row.state() == LegState.RUNNING && row.runs() == 1);
    }

    @Test
    void worksWithAPortalAccountOneRunAtATimeAcrossHolders() throws Exception {
        for (int number = 0; number < 20; number++) {
            database.offered(database.onboarding(portal("sign-up", "demo/bank/" + number % 2)), "sign-up");
        }
        var taken = new ConcurrentLinkedQueue<LegRecord>();
        everywhere(6, node -> {
            try {
                taken.addAll(legs.claim("node-" + node, ALL_MEANS, 4, LEASE));
            } catch (DuplicateKeyException anotherWasFaster) {
                assertThat(anotherWasFaster).hasMessageContaining("legs_one_run_per_portal_account");
            }
        });
        assertThat(taken).extracting(LegRecord::portalAccount).containsExactlyInAnyOrder("demo/bank/0", "demo/bank/1");
        var first = taken.peek();
        legs.letGo(LegKey.of(first), first.holder(), Duration.ZERO);
        assertThat(legs.claim("later", ALL_MEANS, 4, LEASE)).extracting(LegRecord::portalAccount).containsExactly(first.portalAccount());
    }

    @Test
    void letsNoTwoHoldersHaveOnePortalAccountEvenByMistake() {
        var one = database.offered(database.onboarding(portal("sign-up", "same")), "sign-up");
        var other = database.offered(database.onboarding(portal("sign-up", "same")), "sign-up");
        database.claimed("node-1");
        var free = database.row(one).holder() == null ? one : other;
        assertThatThrownBy(() -> database.jdbc.sql("update legs set holder = 'x' where onboarding = :id")
                .param("id", free.onboarding()).update()).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void takesNothingForAMeansWithoutRoomNorWhatIsNotDue() {
        var key = database.offered(database.onboarding(portal("sign-up", "a")), "sign-up");
        assertThat(legs.claim("node", List.of("API"), 4, LEASE)).isEmpty();
        var row = database.claimed("node");
        legs.tryAgain(key, row.holder(), Duration.ofHours(1), Duration.ofMillis(7));
        assertThat(legs.claim("node", ALL_MEANS, 4, LEASE)).isEmpty();
        assertThat(database.row(key)).satisfies(kept -> {
            assertThat(kept.state()).isEqualTo(LegState.READY);
            assertThat(kept.faults()).isEqualTo(1);
            assertThat(kept.workedMillis()).isEqualTo(7);
        });
    }

    @Test
    void givesBackWhatADeadHolderHeldAndKeepsWhatALivingOneHolds() {
        var dead = database.offered(database.onboarding(api("call")), "call");
        database.claimed("dead");
        database.expire();
        var living = database.offered(database.onboarding(api("call")), "call");
        var row = legs.claim("living", ALL_MEANS, 4, LEASE);
        assertThat(row).extracting(LegKey::of).containsExactly(living);
        assertThat(legs.releaseExpired()).isEqualTo(1);
        assertThat(database.row(dead).state()).isEqualTo(LegState.READY);
        assertThat(database.row(living).holder()).isNotNull();
        assertThat(LegKey.of(database.claimed("living"))).isEqualTo(dead);
    }

    @Test
    void renewsOnlyWhatIsNamed() {
        var forgotten = database.offered(database.onboarding(api("call")), "call");
        database.claimed("node");
        var worked = database.offered(database.onboarding(api("call")), "call");
        var row = database.claimed("node");
        database.expire();
        legs.renew(List.of(row.holder()), LEASE);
        assertThat(legs.releaseExpired()).isEqualTo(1);
        assertThat(database.row(forgotten).holder()).isNull();
        assertThat(database.row(worked).holder()).isEqualTo(row.holder());
    }

    @Test
    void takesNothingFromARunWhoseLeaseWasLostEvenIfItsOwnNodeHasTheLegAgain() {
        var key = database.offered(database.onboarding(api("call")), "call");
        var lost = database.claimed("node");
        database.expire();
        assertThat(legs.intend(key, lost.holder(), "send")).isFalse();
        legs.releaseExpired();
        var again = database.claimed("node");
        assertThat(legs.intend(key, lost.holder(), "send")).isFalse();
        assertThat(legs.happened(key, lost.holder())).isFalse();
        assertThat(legs.keepResult(key, lost.holder(), LegDatabase.done())).isFalse();
        assertThat(legs.tryAgain(key, lost.holder(), Duration.ZERO, Duration.ZERO)).isFalse();
        assertThat(legs.intend(key, again.holder(), "send")).isTrue();
        assertThat(database.row(key).progress()).isEqualTo(LegRun.Progress.INTENDED);
        assertThat(legs.happened(key, again.holder())).isTrue();
        assertThat(database.row(key).progress()).isEqualTo(LegRun.Progress.HAPPENED);
        assertThat(again.runs()).isEqualTo(2);
    }

    @Test
    void findsResultsThatNobodyWasToldOnceTheirHolderIsDead() {
        var key = database.offered(database.onboarding(api("call")), "call");
        var row = database.claimed("node");
        assertThat(legs.keepResult(key, row.holder(), LegDatabase.done())).isTrue();
        assertThat(legs.unsettled()).isEmpty();
        assertThat(legs.lockUnsettled(key, row.holder())).isTrue();
        database.expire();
        legs.releaseExpired();
        assertThat(legs.claim("other", ALL_MEANS, 4, LEASE)).isEmpty();
        assertThat(legs.unsettled()).extracting(LegKey::of).containsExactly(key);
        assertThat(legs.lockUnsettled(key, row.holder())).isFalse();
        assertThat(KeptResult.read(legs.lockUnsettled(key).orElseThrow())).isEqualTo(new Outcome.Done("seen"));
        legs.settle(key, LegState.DONE);
        assertThat(legs.unsettled()).isEmpty();
        assertThat(legs.lockUnsettled(key)).isEmpty();
    }

    @Test
    void leavesAResultThatCannotBeToldAloneForAWhileAndOutOfTheQueue() {
        var key = database.offered(database.onboarding(api("call")), "call");
        var row = database.claimed("node");
        legs.keepResult(key, row.holder(), LegDatabase.done());
        legs.letGo(key, row.holder(), Duration.ZERO);
        legs.tellLater(key, Duration.ofHours(1));
        assertThat(legs.unsettled()).isEmpty();
        legs.tellLater(key, Duration.ofSeconds(-1));
        assertThat(legs.unsettled()).hasSize(1);
        assertThat(legs.claim("other", ALL_MEANS, 4, LEASE)).isEmpty();
    }

    @Test
    void leavesALegRejectedWhenTheOnboardingEndsByThat() {
        var id = database.onboarding(api("call"), api("next"));
        legs.state(database.offered(id, "call"), LegState.REJECTED);
        legs.stop(id);
        assertThat(legs.of(id)).extracting(LegRecord::state).containsExactly(LegState.REJECTED, LegState.STOPPED);
    }

    @Test
    void takesTheLegsOfAnOnboardingThatIsOverFromTheirHoldersButStillTellsWhatTheyKept() {
        var id = database.onboarding(api("call"), api("next"));
        var key = database.offered(id, "call");
        var row = database.claimed("node");
        legs.keepResult(key, row.holder(), LegDatabase.done());
        legs.stop(id);
        assertThat(legs.intend(key, row.holder(), "send")).isFalse();
        assertThat(legs.of(id)).allMatch(leg -> leg.state() == LegState.STOPPED && leg.holder() == null);
        assertThat(legs.unsettled()).extracting(LegKey::of).containsExactly(key);
    }

    @Test
    void offersALegToAHolderStandingByUnlessItsPortalAccountIsWorkedWith() {
        var busy = database.offered(database.onboarding(portal("sign-up", "same")), "sign-up");
        var holding = database.claimed("other");
        var id = database.onboarding(portal("sign-up", "same"), api("call"));
        assertThat(legs.offer(new LegKey(id, "call"), "h", "node", ALL_MEANS, LEASE)).satisfies(row -> {
            assertThat(row.holder()).startsWith("node/");
            assertThat(row.state()).isEqualTo(LegState.RUNNING);
            assertThat(row.runs()).isEqualTo(1);
        });
        assertThat(legs.offer(new LegKey(id, "sign-up"), "h", "node", ALL_MEANS, LEASE)).satisfies(row -> {
            assertThat(row.holder()).isNull();
            assertThat(row.state()).isEqualTo(LegState.READY);
            assertThat(row.runs()).isZero();
        });
        assertThat(legs.claim("node", ALL_MEANS, 4, LEASE)).isEmpty();
        legs.letGo(busy, holding.holder(), Duration.ofHours(1));
        assertThat(legs.claim("node", ALL_MEANS, 4, LEASE)).extracting(LegRecord::onboarding).containsExactly(id);
    }

    @Test
    void looksFirstWhereAnEarlierOnboardingMayHaveLeftSomething() {
        var id = database.onboarding(new PlannedLeg("create", io.portolan.playbook.Stage.CREATE_APPLICATION, io.portolan.playbook.MeansName.PORTAL, "a", false, true));
        assertThat(database.row(new LegKey(id, "create")).looksFirst()).isTrue();
    }

    private static void everywhere(int nodes, java.util.function.IntConsumer work) throws Exception {
        var threads = Executors.newFixedThreadPool(nodes);
        try {
            var tasks = IntStream.range(0, nodes).<Callable<Void>>mapToObj(node -> () -> {
                work.accept(node);
                return null;
            }).toList();
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
