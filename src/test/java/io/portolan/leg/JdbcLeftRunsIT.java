package io.portolan.leg;

import static io.portolan.leg.LegDatabase.ALL_MEANS;
import static io.portolan.leg.LegDatabase.LEASE;
import static io.portolan.leg.LegDatabase.portal;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.MeansName;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A portal account stays with a run whose leg is taken away from it, until that run has ended or its lease has. */
class JdbcLeftRunsIT {

    private final LegDatabase database = new LegDatabase();
    private final JdbcLegs legs = database.legs;
    private final String first = database.onboarding(portal("enter", "demo/group/test"));
    private final LegKey entering = database.offered(first, "enter");
    private final LegRecord run = database.claimed("node");
    private final LegKey others = database.offered(database.onboarding(portal("enter", "demo/group/test")), "enter");

    @Test
    void letsNobodyWorkWithTheAccountBeforeTheRunHasEndedHoweverItsLegWasTakenAway() {
        List<Consumer<String>> ways = List.of(legs::stop, id -> database.byWord.beginAnew(id, List.of("enter")),
                id -> database.byWord.comeAgain(id, List.of("enter")), id -> database.byWord.by(new LegKey(id, "enter"), MeansName.OPERATOR, null),
                id -> database.byWord.replan(id, List.of(portal("enter", "demo/another/test"))));
        for (int way = 0; way < ways.size(); way++) {
            var account = "demo/way-" + way + "/test";
            var id = database.onboarding(portal("enter", account));
            database.offered(id, "enter");
            var taken = claimed(id);
            ways.get(way).accept(id);
            var next = database.offered(database.onboarding(portal("enter", account)), "enter");
            assertThat(claim()).as("way %s", way).isEmpty();
            assertThat(legs.offer(next, "h", "standing-by", ALL_MEANS, LEASE).holder()).as("way %s", way).isNull();
            legs.ended(taken.holder());
            assertThat(claim()).as("way %s", way).extracting(LegKey::of).containsExactly(next);
        }
    }

    @Test
    void letsNotEvenTheSameLegBeTakenAgainBeforeItsOldRunHasEnded() {
        database.byWord.beginAnew(first, List.of("enter"));
        database.offered(first, "enter");
        assertThat(claim()).isEmpty();
        legs.ended(run.holder());
        assertThat(claim()).extracting(LegKey::of).hasSize(1).isSubsetOf(entering, others);
    }

    @Test
    void letsTheAccountGoWithTheLeaseOfARunThatIsNotRenewed() {
        legs.stop(first);
        expire();
        legs.renew(List.of(run.holder()), LEASE);
        legs.releaseExpired();
        assertThat(claim()).isEmpty();
        expire();
        assertThat(claim()).extracting(LegKey::of).containsExactly(others);
        legs.releaseExpired();
        assertThat(left()).isZero();
    }

    @Test
    void knowsOfNoRunThatIsOverWhenItsLegIsTakenAway() {
        legs.keepResult(entering, run.holder(), LegDatabase.done());
        legs.stop(first);
        assertThat(claim()).extracting(LegKey::of).containsExactly(others);
        assertThat(left()).isZero();
    }

    @Test
    void leavesTheAccountOfALegAloneThatKeepsIt() {
        database.byWord.by(entering, MeansName.PORTAL, "demo/group/test");
        database.byWord.replan(first, List.of(portal("enter", "demo/group/test")));
        assertThat(left()).isZero();
        legs.letGo(entering, run.holder(), Duration.ofHours(1));
        assertThat(claim()).extracting(LegKey::of).containsExactly(others);
    }

    @Test
    void forgetsAllRunsWhereNobodyElseCanBeAlive() {
        legs.stop(first);
        legs.releaseAll();
        assertThat(claim()).extracting(LegKey::of).containsExactly(others);
    }

    private LegRecord claimed(String onboarding) {
        return claim().stream().filter(row -> row.onboarding().equals(onboarding)).findFirst().orElseThrow();
    }

    private List<LegRecord> claim() {
        return legs.claim("another", ALL_MEANS, 4, LEASE);
    }

    private int left() {
        return database.jdbc.sql("select count(*) from left_runs").query(Integer.class).single();
    }

    private void expire() {
        database.jdbc.sql("update left_runs set until = now() - interval '1 second'").update();
    }
}
