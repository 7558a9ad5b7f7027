package io.portolan.console;

import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.onboarding.MovePlaybook;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.playbook.Playbooks;
import io.portolan.worklist.Task;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The legs still to be done that the current version of the playbook does otherwise, so that each alone may be done by it. */
@Component
class RepairedLegs {

    private final Onboardings onboardings;
    private final Playbooks playbooks;
    private final MovePlaybook movePlaybook;
    private final LegQueue legs;

    RepairedLegs(Onboardings onboardings, Playbooks playbooks, MovePlaybook movePlaybook, LegQueue legs) {
        this.onboardings = onboardings;
        this.playbooks = playbooks;
        this.movePlaybook = movePlaybook;
        this.legs = legs;
    }

    /** Their ids, by what the current version changes. */
    Set<String> among(Onboarding onboarding, MovePlaybook.Difference newer) {
        var open = legs.of(onboarding.id()).stream().filter(RepairedLegs::isToBeDone).map(LegRecord::leg).collect(Collectors.toSet());
        return newer.legs().stream().filter(change -> change.what().equals("changed")).map(MovePlaybook.LegChange::leg).filter(open::contains)
                .filter(leg -> !newer.to().equals(onboarding.legVersions().get(leg))).collect(Collectors.toSet());
    }

    private static boolean isToBeDone(LegRecord row) {
        return row.state() != LegState.DONE && row.state() != LegState.SKIPPED && row.state() != LegState.STOPPED;
    }

    /** Whether the leg that this task is about is one of them. */
    boolean isAskedAbout(Task task) {
        if (task.state() != Task.State.OPEN || task.kind() != Task.Kind.LEG) {
            return false;
        }
        return onboardings.find(task.onboarding()).filter(onboarding -> !onboarding.status().isFinal() && hasRoute(onboarding))
                .map(onboarding -> among(onboarding, movePlaybook.difference(onboarding.id(), null)).contains(task.leg())).orElse(false);
    }

    /** Whether the current version of the playbook is another one than the onboarding's, and knows its route. */
    boolean hasRoute(Onboarding onboarding) {
        return playbooks.current(onboarding.bank()).filter(current -> !current.hash().equals(onboarding.playbookVersion()))
                .map(current -> current.playbook().environments().get(onboarding.environment()))
                .flatMap(environment -> environment.route(onboarding.route())).isPresent();
    }
}
