package io.portolan.console;

import io.portolan.onboarding.Onboardings;
import io.portolan.worklist.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds where in the route of its onboarding a task stands. */
@Component
class TaskSpots {

    private final Onboardings onboardings;

    TaskSpots(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    /** The spot of a task; none where it is about no leg of the route. */
    Optional<TaskSpot> of(Task task, Instant now) {
        if (task.leg() == null) {
            return Optional.empty();
        }
        var legs = new ArrayList<LegItem>();
        onboardings.legs(task.onboarding()).forEach(leg -> legs.add(LegItem.of(leg, legs.size() + 1, 1, now)));
        return legs.stream().filter(leg -> leg.id().equals(task.leg())).findFirst().map(leg -> new TaskSpot(task.onboarding(), leg, legs));
    }
}
