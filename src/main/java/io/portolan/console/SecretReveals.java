package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.access.Role;
import io.portolan.refusal.Refused;
import io.portolan.worklist.SecretsOfTasks;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The secrets of earlier legs that a task needs: that there are some, and the forms that show each once to whoever has taken it and may see secrets. */
@Component
class SecretReveals {

    private static final String REFUSED = "refusedSecret";

    private final Worklist worklist;
    private final SecretsOfTasks secrets;
    private final Actors actors;

    SecretReveals(Worklist worklist, SecretsOfTasks secrets, Actors actors) {
        this.worklist = worklist;
        this.secrets = secrets;
        this.actors = actors;
    }

    /** What the page says of them: their names, and forms or, where there are none, why. */
    record SecretsView(String labels, List<AccountReveals.RevealForm> forms, String hint) { }

    private record Refusal(String action, String sentence) { }

    /** What to say of those that a task needs; null where it needs none. */
    SecretsView of(Task task, Model model) {
        if (task.secrets().isEmpty()) {
            return null;
        }
        var me = actors.current();
        var labels = String.join(", ", task.secrets().stream().map(Task.SecretOffer::label).toList());
        if (!me.may(Role.APPROVER) || !me.name().equals(task.assignee())) {
            return new SecretsView(labels, List.of(), me.may(Role.APPROVER) ? say("task.take-the-task-to-see") : say("task.an-approver-who-takes-the"));
        }
        return new SecretsView(labels, task.secrets().stream().map(secret -> new AccountReveals.RevealForm(say("task.show-2", lower(secret.label())), action(task, secret.name()),
                "secret-" + secret.name(), model.getAttribute(REFUSED) instanceof Refusal refusal && refusal.action().equals(action(task, secret.name()))
                        ? refusal.sentence() : null)).toList(), null);
    }

    /** Shows one on the page that is the answer, and nowhere else; or says on that page why not. */
    void show(String id, String name, String reason, Model model, HttpServletResponse response) {
        var task = worklist.find(id).orElseThrow(() -> Refused.notFound("unknown-task", say("task.there-is-no-task", id)));
        var me = actors.current();
        if (!me.may(Role.APPROVER)) {
            throw Refused.forbidden("may-not-reveal", say("task.your-role-does-not-let-you"));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var secret = secrets.reveal(task, name, reason, me.name())) {
            var label = task.secrets().stream().filter(offer -> offer.name().equals(name)).findFirst().map(Task.SecretOffer::label).orElse(name);
            model.addAttribute("shown", new AccountReveals.Shown(label, secret.reveal(CharSequence::toString), null, "/tasks/" + task.id()));
        } catch (Refused refusal) {
            if (refusal.kind() == Refused.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute(REFUSED, new Refusal(action(task, name), refusal.getMessage()));
            model.addAttribute("typedWhy", reason);
            model.addAttribute("wrong", refusal.kind() == Refused.Kind.CONFLICT ? refusal.getMessage() : null);
        }
    }

    private static String action(Task task, String name) {
        return "/tasks/" + task.id() + "/secrets/" + name + "/reveal";
    }

    /** Within a sentence, but for what is written in capitals. */
    private static String lower(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1)) ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
