package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.onboarding.LeftAtBank;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import io.portolan.worklist.AnswersOfTasks;
import io.portolan.worklist.Task;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The bank's answers that are held, for a task or for what was left at the bank: that there is one, and the form that shows it to those who may see it. */
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

    private record Refusal(String action, String sentence) { }

    /** What to say of the answer that is held for a task; null where there is nothing to say. */
    HeldAnswerView of(Task task, Model model) {
        var action = actionOf(task);
        if (!answers.isHeld(task)) {
            return refused(action, model) == null ? null : new HeldAnswerView(null, refused(action, model));
        }
        return new HeldAnswerView(actors.current().may(Role.APPROVER) ? new AccountReveals.RevealForm(say("task.show-what-the-bank-answered"), action, "held-answer", refused(action, model)) : null, null);
    }

    /** The forms for what an onboarding has left at the bank, by the numbers of these items; none for those who may not see answers. */
    Map<Long, AccountReveals.RevealForm> of(String onboarding, List<LeftAtBank.Item> items, Model model) {
        return !actors.current().may(Role.APPROVER) ? Map.of() : items.stream().filter(LeftAtBank.Item::answerHeld).collect(Collectors.toMap(
                LeftAtBank.Item::id, item -> new AccountReveals.RevealForm(say("task.show-what-the-bank-answered"), actionOf(onboarding, item.id()), "held-answer-" + item.id(),
                        refused(actionOf(onboarding, item.id()), model))));
    }

    /** Shows it on the page that is the answer, and nowhere else; or says on that page why not. */
    void show(Task task, String reason, Model model, HttpServletResponse response) {
        show(actionOf(task), "/tasks/" + task.id(), reason, actor -> answers.reveal(task, reason, actor), model, response);
    }

    /** The same for one item of what an onboarding has left at the bank. */
    void show(String onboarding, long item, String reason, Model model, HttpServletResponse response) {
        show(actionOf(onboarding, item), "/onboardings/" + onboarding + "/moves", reason, actor -> answers.reveal(onboarding, item, reason, actor), model, response);
    }

    private void show(String action, String back, String reason, Function<String, Secret> reveal, Model model, HttpServletResponse response) {
        var me = actors.current();
        if (!me.may(Role.APPROVER)) {
            throw Refused.forbidden("may-not-reveal", say("task.your-role-does-not-let"));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var answer = reveal.apply(me.name())) {
            model.addAttribute("shownAnswer", ShownAnswer.of(answer.reveal(CharSequence::toString), back, "/api/v1" + action));
        } catch (Refused refusal) {
            if (refusal.kind() == Refused.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute(REFUSED, new Refusal(action, refusal.getMessage()));
            model.addAttribute("typedWhy", reason);
        }
    }

    private static String refused(String action, Model model) {
        return model.getAttribute(REFUSED) instanceof Refusal refusal && refusal.action().equals(action) ? refusal.sentence() : null;
    }

    private static String actionOf(Task task) {
        return "/tasks/" + task.id() + "/held-answer/reveal";
    }

    private static String actionOf(String onboarding, long item) {
        return "/onboardings/" + onboarding + "/left-at-bank/" + item + "/held-answer/reveal";
    }
}
