package io.portolan.console;

import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.refusal.Refused;
import io.portolan.worklist.AnswersOfTasks;
import io.portolan.worklist.Task;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The bank's answer that is held for a task: that there is one, and for those who may see it, the form that shows it with a reason. */
@Component
class AnswerReveals {

    private static final String REFUSED = "refusedAnswer";

    private final AnswersOfTasks answers;
    private final Actors actors;

    AnswerReveals(AnswersOfTasks answers, Actors actors) {
        this.answers = answers;
        this.actors = actors;
    }

    /** What the page says of it; no form for those who may not see it, or where it is gone, and {@code gone} says that, or is null. */
    record HeldAnswerView(AccountReveals.RevealForm form, String gone) { }

    /** What to say of the answer that is held for a task; null where there is nothing to say. */
    HeldAnswerView of(Task task, Model model) {
        var refusal = (String) model.getAttribute(REFUSED);
        if (!answers.isHeld(task)) {
            return refusal == null ? null : new HeldAnswerView(null, refusal);
        }
        return new HeldAnswerView(actors.current().may(Role.APPROVER)
                ? new AccountReveals.RevealForm("Show what the bank has answered", "/tasks/" + task.id() + "/held-answer/reveal", "held-answer", refusal)
                : null, null);
    }

    /** Shows it on the page that is the answer, and nowhere else; or says on that page why not. */
    void show(Task task, String reason, Model model, HttpServletResponse response) {
        var me = actors.current();
        if (!me.may(Role.APPROVER)) {
            throw Refused.forbidden("may-not-reveal", "Your role does not let you see what a bank has answered.");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var answer = answers.reveal(task, reason, me.name())) {
            model.addAttribute("shownAnswer", ShownAnswer.of(answer.reveal(CharSequence::toString), task.id()));
        } catch (Refused refusal) {
            response.setStatus((refusal.kind() == Refused.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
            model.addAttribute(REFUSED, refusal.getMessage());
        }
    }
}
