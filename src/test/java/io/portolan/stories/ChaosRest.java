package io.portolan.stories;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/** Waits until an onboarding is over or moves no more; a process that dies meanwhile hangs up, which is thrown. */
final class ChaosRest {

    /** The statuses in which nothing will happen any more. */
    static final List<String> OVER = List.of("done", "rejected", "withdrawn", "failed");

    private final DemoApi api;
    private final String onboarding;
    private String stood = "";
    private long since;

    ChaosRest(DemoApi api, String onboarding) {
        this.api = api;
        this.onboarding = onboarding;
    }

    void come() {
        await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(300)).until(this::isAtRest);
    }

    private boolean isAtRest() {
        var now = api.get("/onboardings/" + onboarding);
        var stands = now.get("status").asText() + now.get("legs").findValuesAsText("state");
        if (!stands.equals(stood)) {
            stood = stands;
            since = System.nanoTime();
        }
        return OVER.contains(now.get("status").asText()) || System.nanoTime() - since > patience(now.get("status").asText()).toNanos();
    }

    /** A person is asked for good; a bank that is waited for is looked at now and then, and what runs may take long on a busy machine. */
    private Duration patience(String status) {
        return switch (status) {
            case "waiting-for-us" -> Duration.ofSeconds(api.get("/tasks?state=open&onboarding=" + onboarding).get("items").isEmpty() ? 60 : 3);
            case "running", "scheduled", "waiting-for-other" -> Duration.ofSeconds(120);
            default -> Duration.ofSeconds(25);
        };
    }
}
