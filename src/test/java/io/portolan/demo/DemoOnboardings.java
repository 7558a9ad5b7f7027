package io.portolan.demo;

import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.refusal.Refused;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the demo's onboardings, each once; a second start of the program finds them. */
class DemoOnboardings {

    private final Onboardings onboardings;
    private final StartOnboarding startOnboarding;
    private final PrintStream out;

    DemoOnboardings(Onboardings onboardings, StartOnboarding startOnboarding, PrintStream out) {
        this.onboardings = onboardings;
        this.startOnboarding = startOnboarding;
        this.out = out;
    }

    /** Starts one at each of these banks and gives the ids of all, those of an earlier start too. */
    List<String> begin(List<String> banks) {
        out.printf("%nPortolan takes Lantern Payments GmbH to %d simulated %s.%n%n", banks.size(), banks.size() == 1 ? "bank" : "banks");
        var ids = new ArrayList<String>();
        banks.forEach(bank -> begin(bank).ifPresent(ids::add));
        return ids;
    }

    private Optional<String> begin(String bank) {
        try {
            var onboarding = startOnboarding.with(new StartRequest(DemoProperties.TPP, bank, null, "production", null,
                    List.of("AIS", "PIS"), null), "user:demo");
            out.printf("  %-16s onboarding %s%n", bank, onboarding.id());
            return Optional.of(onboarding.id());
        } catch (Refused refused) {
            var newest = onboardings.page(new Onboardings.Filter(DemoProperties.TPP, bank, null, null), null, 1).items();
            if (newest.isEmpty()) {
                out.printf("  %-16s cannot be started: %s%n", bank, refused.getMessage());
                return Optional.empty();
            }
            out.printf("  %-16s onboarding %s, begun by an earlier start: nothing is registered twice%n", bank, newest.get(0).id());
            return Optional.of(newest.get(0).id());
        }
    }
}
