package io.portolan.leg;

import io.portolan.playbook.Playbook;
import io.portolan.playbook.PlaybookReader;
import io.portolan.playbook.Service;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/** Orders for tests, from playbooks as YAML. */
public final class SampleOrders {

    /** When the onboardings of these orders began. */
    public static final Instant STARTED = Instant.parse("2026-11-02T08:00:00Z");

    private SampleOrders() {
    }

    /** The playbook; fails with its problems. */
    public static Playbook playbook(String bank, String yaml) {
        var reading = new PlaybookReader(Clock.fixed(STARTED, ZoneOffset.UTC)).read(bank + ".yaml", yaml);
        return reading.playbook().orElseThrow(() -> new AssertionError(reading.problems().toString()));
    }

    /** The order for a leg of the first route of a playbook's first environment, for AIS and PIS. */
    public static LegOrder of(Playbook playbook, String leg) {
        return of(playbook, leg, EnumSet.of(Service.AIS, Service.PIS), STARTED);
    }

    /** The same for these services, begun then. */
    public static LegOrder of(Playbook playbook, String leg, Set<Service> services, Instant startedAt) {
        var environment = playbook.environments().entrySet().iterator().next();
        var route = environment.getValue().routes().get(0);
        return new LegOrder("onboarding-1", "demo-tpp", playbook, environment.getKey(), route,
                route.leg(leg).orElseThrow(), null, "main", services, startedAt);
    }

    /** A playbook with one environment, {@code sandbox}, of these keys, and one route of these legs. */
    public static String yaml(String bank, String environment, String legs) {
        return """
                bank: %s
                name: Sample Bank
                sources: ['https://sample.example']
                checked-on: 2026-11-01
                confidence: verified-from-source
                environments:
                  sandbox:
                    kind: test
                %s
                    routes:
                      - name: default
                        legs:
                %s
                """.formatted(bank, environment.stripTrailing().indent(4).stripTrailing(),
                legs.stripTrailing().indent(10).stripTrailing());
    }
}
