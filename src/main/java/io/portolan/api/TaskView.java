package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.worklist.Task;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Something that only a person can do, as clients see it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TaskView(String id, String onboarding, String leg, String kind, String reason, String tpp, String bank, String environment, String environmentKind, String title, String question,
        String instructions, String detail, List<DatumView> data, List<FileView> files, List<SecretView> secrets, List<FieldView> fields, List<EvidenceView> evidence,
        List<String> outcomes, List<String> onlyWithNote, String state, String group, String assignee, Instant createdAt, Instant dueAt,
        Instant followUpAt, Instant completedAt, String completedBy, String outcome) {

    /** Something of ours to copy. */
    record DatumView(String label, String text, boolean link) { }

    /** A file of ours to hand in. */
    record FileView(String name, String label, String href) { }

    /** A secret of an earlier leg, for whoever has taken the task and may see it. */
    record SecretView(String name, String label, String href) { }

    /** Something to bring back under its name. */
    record FieldView(String name, String label, String type, boolean secret, boolean required, List<String> choices) { }

    static TaskView of(Task task) {
        return new TaskView(task.id(), task.onboarding(), task.leg(), Words.of(task.kind()), word(task.reason()), task.subject().tpp(), task.bank(), task.subject().environment(),
                Words.of(task.subject().kind()), task.title(), task.question(), task.instructions(), task.detail(),
                task.data().stream().map(datum -> new DatumView(datum.label(), datum.text(), datum.isLink())).toList(),
                task.files().stream().map(file -> new FileView(file.name(), file.label(), "/api/v1/tasks/" + task.id() + "/files/" + file.name())).toList(),
                task.secrets().stream().map(secret -> new SecretView(secret.name(), secret.label(), "/api/v1/tasks/" + task.id() + "/secrets/" + secret.name() + "/reveal")).toList(),
                task.fields().stream().map(field -> new FieldView(field.name(), field.label(), Words.of(field.type()),
                        field.secret(), field.required(), field.choices())).toList(),
                task.evidence().stream().map(EvidenceView::link).toList(),
                task.outcomes().stream().map(Words::of).toList(), task.onlyWithNote().stream().map(Words::of).toList(), Words.of(task.state()), task.group(),
                task.assignee(), task.createdAt(), task.dueAt(), task.followUpAt(), task.completedAt(), task.completedBy(), Words.of(task.outcome()));
    }

    private static String word(String reason) {
        return reason == null ? null : reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
