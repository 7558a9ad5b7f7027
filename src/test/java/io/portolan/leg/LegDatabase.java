package io.portolan.leg;

import io.portolan.TestDatabase;
import io.portolan.playbook.MeansName;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own with onboardings that have legs in the queue. */
final class LegDatabase {

    static final Duration LEASE = Duration.ofMinutes(1);
    static final List<String> ALL_MEANS = List.of("PORTAL", "API", "MAIL", "DERIVE", "OPERATOR");

    final DataSource source = TestDatabase.fresh();
    final JdbcClient jdbc = JdbcClient.create(source);
    final JdbcLegs legs = new JdbcLegs(jdbc);
    final JdbcLegsByWord byWord = new JdbcLegsByWord(jdbc);
    final JdbcWaits waits = new JdbcWaits(jdbc);

    /** An onboarding with these legs, none of them in the queue yet. */
    String onboarding(PlannedLeg... planned) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into onboardings (id, tpp, bank, unit, environment, environment_kind, application, services, route,
                    playbook_version, status, registration, started_by)
                values (:id, 'demo', 'xx-bank', :id, 'test', 'test', 'main', '{AIS}', 'default', 'v', 'RUNNING', 'r', 'test')""")
                .param("id", id).update();
        legs.plan(id, List.of(planned));
        return id;
    }

    static PlannedLeg portal(String id, String account) {
        return new PlannedLeg(id, io.portolan.playbook.Stage.CREATE_APPLICATION, MeansName.PORTAL, account, false, false);
    }

    static PlannedLeg api(String id) {
        return new PlannedLeg(id, io.portolan.playbook.Stage.CREATE_APPLICATION, MeansName.API, null, false, false);
    }

    LegKey offered(String onboarding, String leg) {
        var key = new LegKey(onboarding, leg);
        legs.offer(key, "handle-" + leg, null, java.util.Set.of(), LEASE);
        return key;
    }

    /** The one leg that is due, held by this node. */
    LegRecord claimed(String node) {
        return legs.claim(node, ALL_MEANS, 1, LEASE).get(0);
    }

    LegRecord row(LegKey key) {
        return legs.find(key).orElseThrow();
    }

    void expire() {
        jdbc.sql("update legs set until = now() - interval '1 second' where holder is not null").update();
    }

    static KeptResult done() {
        return KeptResult.of(new Outcome.Done("seen"), null, List.of(), Duration.ofMillis(5));
    }
}
