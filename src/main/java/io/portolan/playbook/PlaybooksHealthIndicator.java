package io.portolan.playbook;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Tells of playbooks that cannot be used as they are. That is no reason to restart anything, so the whole stays up. */
@Component
class PlaybooksHealthIndicator implements HealthIndicator {

    static final Status BROKEN_FILES = new Status("BROKEN_FILES", "Some files cannot be used as they are; their banks keep the last version that could be.");
    private static final int TOLD = 20;

    private final Playbooks playbooks;

    PlaybooksHealthIndicator(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    @Override
    public Health health() {
        var problems = playbooks.problems();
        var health = problems.isEmpty() ? Health.up() : Health.status(BROKEN_FILES).withDetail("problems", problems.stream().limit(TOLD).map(Problem::toString).toList());
        return health.withDetail("inUse", playbooks.all().size()).build();
    }
}
