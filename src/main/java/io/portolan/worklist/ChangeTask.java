package io.portolan.worklist;

import io.portolan.access.Role;
import io.portolan.access.Users;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes who deals with a task and by when; each change is kept in its history, and one that takes it from somebody in the journal. */
@Component
class ChangeTask {

    private static final String USER = "user:";

    private final JdbcTasks tasks;
    private final JdbcDossiers dossiers;
    private final Users users;
    private final Journal journal;
    private final Clock clock;

    ChangeTask(JdbcTasks tasks, JdbcDossiers dossiers, Users users, Journal journal, Clock clock) {
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.users = users;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those who may be given a task, as the journal names them. */
    List<String> people() {
        return users.all().stream().filter(user -> !user.disabled() && user.roles().stream().anyMatch(role -> role.includes(Role.OPERATOR)))
                .map(user -> USER + user.name()).toList();
    }

    void with(TaskRow task, Worklist.Change change, String actor) {
        if (change.assignee() != null) {
            change.assignee().ifPresent(this::checkPerson);
            assign(task, change.assignee().orElse(null), actor);
        }
        if (change.group() != null) {
            var group = change.group().map(TaskGroups::check).orElse(TaskGroups.OPERATIONS);
            tasks.group(task.id(), group);
            note(task, actor, "group-changed", task.group(), group);
        }
        if (change.due() != null) {
            isToCome("due", change.due());
            tasks.due(task.id(), change.due().orElse(null));
            note(task, actor, "due-changed", task.dueAt(), change.due().orElse(null));
        }
        if (change.followUp() != null) {
            isToCome("followUp", change.followUp());
            tasks.followUp(task.id(), change.followUp().orElse(null));
            note(task, actor, change.followUp().isPresent() ? "follow-up-set" : "follow-up-dropped", task.followUpAt(), change.followUp().orElse(null));
        }
    }

    /** Gives a task to somebody, or with null back to all. */
    void assign(TaskRow task, String assignee, String actor) {
        if (Objects.equals(task.assignee(), assignee)) {
            return;
        }
        tasks.assign(task.id(), assignee);
        var what = actor.equals(assignee) ? (task.assignee() == null ? "claimed" : "taken-over") : assignee == null ? "released" : "assigned";
        dossiers.happened(task.id(), actor, what, assignee == null || actor.equals(assignee) ? task.assignee() : assignee);
        if (task.assignee() != null && !task.assignee().equals(actor)) {
            journal.write(Act.by(actor, task.onboarding(), actor.equals(assignee) ? "task-taken-over" : "task-released", "\"" + task.title()
                    + "\" was taken " + (actor.equals(assignee) ? "over " : "") + "from " + task.assignee()
                    + (assignee == null || actor.equals(assignee) ? "." : " and given to " + assignee + ".")));
        }
    }

    private void checkPerson(String assignee) {
        if (!people().contains(assignee)) {
            throw Refused.invalid("unknown-user", "There is nobody who could do tasks under the name " + assignee + ".",
                    Map.of("assignee", "one of " + String.join(", ", people())));
        }
    }

    private void isToCome(String field, Optional<Instant> at) {
        if (at.filter(time -> time.isBefore(clock.instant())).isPresent()) {
            throw Refused.invalid("invalid-values", "This day is over already.", Map.of(field, "is over already"));
        }
    }

    private void note(TaskRow task, String actor, String what, Object before, Object now) {
        if (!Objects.equals(before, now)) {
            dossiers.happened(task.id(), actor, what, now == null ? null : now.toString());
        }
    }
}
