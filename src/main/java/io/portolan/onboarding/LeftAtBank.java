package io.portolan.onboarding;

import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an onboarding that ends leaves behind at the bank. */
@Component
class LeftAtBank {

    private final OnboardingOrders orders;
    private final LegQueue legs;

    LeftAtBank(OnboardingOrders orders, LegQueue legs) {
        this.orders = orders;
        this.legs = legs;
    }

    /** What exists there, or may exist, as sentences for people. */
    List<String> by(Onboarding onboarding) {
        var route = orders.route(onboarding);
        var exists = new ArrayList<String>();
        for (var row : legs.of(onboarding.id())) {
            var leg = route.leg(row.leg()).orElseThrow();
            if (row.state() == LegState.DONE && leg.stage().leavesTraces()) {
                exists.add(leg.title() + " (done)");
            } else if (row.intent() != null || row.happenedAt() != null) {
                exists.add(leg.title() + howFar(row));
            }
        }
        return exists;
    }

    private static String howFar(LegRecord row) {
        return row.happenedAt() == null ? " (begun; it may exist)" : " (handed in)";
    }
}
