package io.portolan.leg;

import java.util.List;
import org.springframework.stereotype.Component;

/** The legs that wait, with the times at which something is done about them. */
@Component
public class AwaitedLegs {

    private final JdbcLegs legs;
    private final Orders orders;

    AwaitedLegs(JdbcLegs legs, Orders orders) {
        this.legs = legs;
        this.orders = orders;
    }

    /** Those of an onboarding, in the order of its route. */
    public List<AwaitedLeg> of(String onboarding) {
        return legs.of(onboarding).stream().filter(row -> isWaiting(row))
                .map(row -> AwaitedLeg.of(row, orders.order(onboarding, row.leg()))).toList();
    }

    /** One that is being looked at meanwhile waits on. */
    private static boolean isWaiting(LegRecord row) {
        return row.state() == LegState.WAITING
                || (row.state() == LegState.READY || row.state() == LegState.RUNNING) && row.waitingSince() != null;
    }
}
