package io.portolan.worklist;

import io.portolan.leg.HeldAnswers;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what a bank has answered, where it is held: to the leg that an open task asks about, or to what was left at the bank. */
@Component
public class AnswersOfTasks {

    private final HeldAnswers answers;
    private final LeftAtBank left;
    private final ShowOfOnboarding show;

    AnswersOfTasks(HeldAnswers answers, LeftAtBank left, ShowOfOnboarding show) {
        this.show = show;
        this.answers = answers;
        this.left = left;
    }

    /** Whether there is one to show. */
    public boolean isHeld(Task task) {
        return isAsked(task) && answers.isHeld(task.onboarding(), task.leg());
    }

    /**
     * The whole answer, which the caller closes; whether the actor may see it is for the caller to check.
     *
     * @throws Refused with codes {@code task-closed}, {@code reason-required} or {@code answer-not-held}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Secret reveal(Task task, String reason, String actor) {
        if (!isAsked(task)) {
            throw Refused.conflict("task-closed", "Nobody is asked about this leg any more.", Map.of("onboarding", task.onboarding()));
        }
        show.before(task.onboarding(), "the answer to " + task.leg(), reason, actor);
        return answers.reveal(task.onboarding(), task.leg(), reason, actor);
    }

    /**
     * The same of what an onboarding has left at the bank, which may be known there by this answer alone.
     *
     * @throws Refused with codes {@code unknown-item}, {@code reason-required} or {@code answer-not-held}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Secret reveal(String onboarding, long item, String reason, String actor) {
        var there = left.there(onboarding, item);
        show.before(onboarding, "the answer to " + there.leg() + " in round " + there.round(), reason, actor);
        return answers.reveal(onboarding, there.leg(), there.round(), reason, actor);
    }

    private static boolean isAsked(Task task) {
        return task.leg() != null && task.state() == Task.State.OPEN;
    }
}
