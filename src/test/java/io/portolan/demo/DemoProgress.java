package io.portolan.demo;

import io.portolan.leg.LegState;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.simulator.Mischief;
import io.portolan.worklist.Worklist;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Tells, a line for each leg, how the demo's onboardings go; who waits for whom, whenever that changes; and where to look. */
class DemoProgress {

    private static final Duration LONGEST_LEG = Duration.ofSeconds(90);
    private static final Duration BETWEEN_STANDINGS = Duration.ofSeconds(5);

    private final Onboardings onboardings;
    private final DemoStandings standings;
    private final PrintStream out;
    private final String address;
    private final long mischiefSeed;
    private final Duration rest;
    private final Map<String, LegState> told = new HashMap<>();

    /** When nothing has happened for the time of rest, nobody is going to wait for it in front of a terminal. */
    DemoProgress(Onboardings onboardings, Worklist worklist, PrintStream out, int port, long mischiefSeed, Duration rest) {
        this.onboardings = onboardings;
        this.address = "http://localhost:" + port;
        this.standings = new DemoStandings(onboardings, worklist, address);
        this.out = out;
        this.mischiefSeed = mischiefSeed;
        this.rest = rest;
    }

    /** Tells as long as the program runs. */
    void run(List<String> ids, BooleanSupplier isRunning) {
        out.printf("%nThe banks' mischief: %s.%n%n", mischiefSeed == 0 ? "none" : Mischief.described(mischiefSeed));
        var begun = System.nanoTime();
        var changed = begun;
        var stood = "";
        var standsTold = begun - BETWEEN_STANDINGS.toNanos();
        boolean isAtRest = false;
        while (isRunning.getAsBoolean()) {
            boolean isNews = false;
            for (var id : ids) {
                var onboarding = onboardings.find(id).orElseThrow();
                for (var leg : onboardings.legs(id)) {
                    isNews |= tell(onboarding, leg);
                }
            }
            var stands = standings.of(ids);
            if (!stands.equals(stood) && System.nanoTime() - standsTold > BETWEEN_STANDINGS.toNanos()) {
                out.print(stands);
                stood = stands;
                standsTold = System.nanoTime();
                isNews = true;
            }
            changed = isNews ? System.nanoTime() : changed;
            if (!isAtRest && (standings.isOver(ids) || System.nanoTime() - changed > patience(ids).toNanos())) {
                isAtRest = true;
                end(ids, stands, Duration.ofNanos(changed - begun));
                stood = stands;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
        }
    }

    /** A leg that is being worked on, or was when the program was killed and is held for a while, is not at rest. */
    private Duration patience(List<String> ids) {
        return standings.isMoving(ids) ? LONGEST_LEG : rest;
    }

    private boolean tell(Onboarding onboarding, LegView leg) {
        var worthTelling = switch (leg.state()) {
            case DONE, SKIPPED, WAITING, WITH_PERSON, REJECTED -> true;
            default -> false;
        };
        if (!worthTelling || told.put(onboarding.id() + leg.id(), leg.state()) == leg.state()) {
            return false;
        }
        out.printf("  %-16s %-11s %-44s by %-12s %6.1f s%s%n", onboarding.bank(), words().get(leg.state()), leg.title(),
                leg.by().name().toLowerCase(Locale.ROOT), leg.worked().toMillis() / 1000.0,
                leg.state() == LegState.DONE || leg.why() == null ? "" : "  " + leg.why().lines().findFirst().orElse("").replaceFirst("[ {\\[]+$", ""));
        return true;
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

    private void end(List<String> ids, String stands, Duration taken) {
        out.printf("""

                All that goes by itself is done after %.0f s.%s
                Where to look:
                  console    %s   user admin, password %s
                  API token  %s
                  curl -s -H 'Authorization: Bearer %s' %s/api/v1/onboardings
                  curl -s -H 'Authorization: Bearer %s' %s/api/v1/onboardings/%s/events
                  curl -s -H 'Authorization: Bearer %s' %s/api/v1/registrations

                Stop with Ctrl-C. The next start goes on with what is kept in data/demo.
                """, taken.toMillis() / 1000.0, stands.stripTrailing().indent(0), address, DemoProperties.PASSWORD,
                DemoProperties.TOKEN, DemoProperties.TOKEN, address, DemoProperties.TOKEN, address, ids.isEmpty() ? "" : ids.get(0),
                DemoProperties.TOKEN, address);
    }
}
