package io.portolan.worklist;

import io.portolan.leg.HeldAnswers;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what a bank has answered to the leg that an open task asks about, where it is held. */
@Component
public class AnswersOfTasks {

    private final HeldAnswers answers;

    AnswersOfTasks(HeldAnswers answers) {
        this.answers = answers;
    }

    /** Whether there is one to show. */
    public boolean isHeld(Task task) {
        return isAsked(task) && answers.isHeld(task.onboarding(), task.leg());
    }

    /**
     * The whole answer, which the caller closes; whether the actor may see it is for the caller to check.
     *
     * @throws Refused with codes {@code task-closed}, {@code reason-required} or {@code answer-not-held}
     */
    public Secret reveal(Task task, String reason, String actor) {
        if (!isAsked(task)) {
            throw Refused.conflict("task-closed", "Nobody is asked about this leg any more.", Map.of("onboarding", task.onboarding()));
        }
        return answers.reveal(task.onboarding(), task.leg(), reason, actor);
    }

    private static boolean isAsked(Task task) {
        return task.leg() != null && task.state() == Task.State.OPEN;
    }
}
