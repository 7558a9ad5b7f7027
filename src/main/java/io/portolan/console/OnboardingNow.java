package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.leg.LegState;
import io.portolan.onboarding.ConsentToAutomation;
import io.portolan.onboarding.GoBack;
import io.portolan.onboarding.NudgeWait;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.playbook.Playbooks;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** All that a person may do about an onboarding as it stands. */
@Component
class OnboardingNow {

    private static final Set<LegState> STANDS = EnumSet.complementOf(EnumSet.of(LegState.PENDING, LegState.SKIPPED, LegState.DONE, LegState.STOPPED));
    private static final int TASKS = 20;

    private final Onboardings onboardings;
    private final NudgeWait nudge;
    private final GoBack goBack;
    private final Playbooks playbooks;
    private final Worklist worklist;
    private final ConsentToAutomation consents;
    private final Actors actors;

    OnboardingNow(Onboardings onboardings, NudgeWait nudge, GoBack goBack, Playbooks playbooks, Worklist worklist, ConsentToAutomation consents, Actors actors) {
        this.onboardings = onboardings;
        this.nudge = nudge;
        this.goBack = goBack;
        this.playbooks = playbooks;
        this.worklist = worklist;
        this.consents = consents;
        this.actors = actors;
    }

    /** What whoever is signed in may do; nothing for those who only look. */
    List<ActNow> of(Onboarding onboarding, List<WaitView> waits, List<String> elsewhere) {
        return !actors.current().may(Role.OPERATOR) ? List.of() : ActNow.offered(situation(onboarding, waits, elsewhere));
    }

    private ActNow.Situation situation(Onboarding onboarding, List<WaitView> waits, List<String> elsewhere) {
        var id = onboarding.id();
        if (onboarding.status().isFinal()) {
            return new ActNow.Situation(id, onboarding.status(), List.of(), List.of(), false, false, null, false, elsewhere);
        }
        return new ActNow.Situation(id, onboarding.status(), nudge.of(id).stream().map(leg -> new ActNow.Waiting(leg.leg(), leg.title())).toList(),
                worklist.list(new Worklist.Filter(id, null, Task.State.OPEN), null, TASKS).items().stream().map(task -> new ActNow.AskedTask(task.id(), task.title(), task.kind())).toList(),
                hasEarlier(id), playbooks.current(onboarding.bank()).filter(version -> !version.hash().equals(onboarding.playbookVersion())).isPresent(),
                waits.stream().map(WaitView::approval).filter(approval -> approval != null).findFirst().orElse(null), consents.about(onboarding).isPresent(), elsewhere);
    }

    private boolean hasEarlier(String id) {
        return onboardings.legs(id).stream().filter(leg -> STANDS.contains(leg.state())).anyMatch(leg -> !goBack.earlier(id, leg.id()).isEmpty());
    }
}
