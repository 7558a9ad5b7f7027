package io.portolan.demo;

import io.portolan.leg.LegState;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.refusal.Refused;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts the demo's onboarding and tells, a line for each leg, how it goes and where to look. */
class DemoProgress {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Onboardings onboardings;
    private final StartOnboarding startOnboarding;
    private final PrintStream out;
    private final int port;
    private final Map<String, LegState> told = new HashMap<>();

    DemoProgress(Onboardings onboardings, StartOnboarding startOnboarding, PrintStream out, int port) {
        this.onboardings = onboardings;
        this.startOnboarding = startOnboarding;
        this.out = out;
        this.port = port;
    }

    void run() {
        var id = begin();
        var begun = System.nanoTime();
        var onboarding = onboardings.find(id).orElseThrow();
        while (!onboarding.status().isFinal() && System.nanoTime() - begun < LONGEST.toNanos()) {
            onboardings.legs(id).forEach(this::tell);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
            onboarding = onboardings.find(id).orElseThrow();
        }
        onboardings.legs(id).forEach(this::tell);
        end(onboarding);
    }

    private String begin() {
        try {
            var onboarding = startOnboarding.with(new StartRequest(DemoProperties.TPP, "xx-harbour", null, "production", null,
                    List.of("AIS", "PIS"), null), "user:demo");
            out.printf("%nPortolan takes Lantern Payments GmbH to Harbour Bank (simulated), onboarding %s%n%n", onboarding.id());
            return onboarding.id();
        } catch (Refused known) {
            var newest = onboardings.page(new Onboardings.Filter(DemoProperties.TPP, "xx-harbour", null, null), null, 1).items().get(0);
            out.printf("%nAn earlier start has begun this already, so nothing is registered twice: onboarding %s%n%n", newest.id());
            return newest.id();
        }
    }

    private void tell(LegView leg) {
        var worthTelling = switch (leg.state()) {
            case DONE, SKIPPED, WAITING, WITH_PERSON, REJECTED -> true;
            default -> false;
        };
        if (worthTelling && told.put(leg.id(), leg.state()) != leg.state()) {
            out.printf("  %-11s %-44s by %-9s %6.1f s%s%n", words().get(leg.state()), leg.title(),
                    leg.by().name().toLowerCase(Locale.ROOT), leg.worked().toMillis() / 1000.0,
                    leg.state() == LegState.DONE || leg.why() == null ? "" : "  " + leg.why());
        }
    }

    private static Map<LegState, String> words() {
        var words = new EnumMap<LegState, String>(LegState.class);
        words.put(LegState.DONE, "done");
        words.put(LegState.SKIPPED, "not needed");
        words.put(LegState.WAITING, "waits");
        words.put(LegState.WITH_PERSON, "asks you");
        words.put(LegState.REJECTED, "rejected");
        return words;
    }

    private void end(Onboarding onboarding) {
        var address = "http://localhost:" + port;
        out.printf("""

                The onboarding is %s after %.1f s.

                Where to look:
                  console    %s   user admin, password %s
                  API token  %s
                  curl -s -H 'Authorization: Bearer %s' %s/api/v1/onboardings
                  curl -s -H 'Authorization: Bearer %s' %s/api/v1/onboardings/%s/events
                  curl -s -H 'Authorization: Bearer %s' %s/api/v1/registrations

                Stop with Ctrl-C. The next start goes on with what is kept in data/demo.
                """, onboarding.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Duration.between(onboarding.startedAt(), onboarding.updatedAt()).toMillis() / 1000.0, address, DemoProperties.PASSWORD,
                DemoProperties.TOKEN, DemoProperties.TOKEN, address, DemoProperties.TOKEN, address, onboarding.id(),
                DemoProperties.TOKEN, address);
    }
}
