package io.portolan.worklist;

import io.portolan.onboarding.PersonAnswer;
import java.time.Instant;
import java.util.List;

/** A task as its row keeps it; what may be brought back and answered is read from the playbook. */
record TaskRow(String id, String onboarding, String leg, Task.Kind kind, String reason, Task.Subject subject, String title, String question,
        String instructions, String detail, List<Long> evidence, Task.State state, String group, String assignee, String handle,
        Instant createdAt, Instant dueAt, Instant followUpAt, Instant completedAt, String completedBy, PersonAnswer outcome) {

    /** The same with another question. */
    TaskRow asking(String another) {
        return new TaskRow(id, onboarding, leg, kind, reason, subject, title, another, instructions, detail, evidence, state, group, assignee, handle, createdAt, dueAt,
                followUpAt, completedAt, completedBy, outcome);
    }
}
