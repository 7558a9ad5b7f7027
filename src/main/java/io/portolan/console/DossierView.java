package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.worklist.Dossier;
import io.portolan.worklist.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What people have written down about a task, as its page shows it. */
record DossierView(List<CommentLine> comments, List<FileLine> files, List<TalkLine> talks, List<HistoryLine> history) {

    /** A comment. */
    record CommentLine(TimeView at, String author, String text) { }

    /** A file. */
    record FileLine(long id, TimeView at, String author, String name, String size, boolean isErased) { }

    /** A talk with the bank. */
    record TalkLine(TimeView at, String author, String way, String person, String said, String promised, LocalDate promisedFor) { }

    /** Something that was done with the task. */
    record HistoryLine(TimeView at, String actor, String what, String detail) { }

    static DossierView of(Dossier dossier, Task of, Instant now) {
        var task = of.id();
        return new DossierView(
                dossier.comments(task).stream().map(c -> new CommentLine(TimeView.of(c.at(), now), Wording.actor(c.author()), c.text())).toList(),
                dossier.attachments(task).stream().map(f -> new FileLine(f.id(), TimeView.of(f.at(), now), Wording.actor(f.author()), f.name(),
                        size(f.size()), f.isErased())).toList(),
                dossier.contacts(task).stream().map(c -> new TalkLine(TimeView.of(c.at(), now), Wording.actor(c.author()),
                        TaskWording.way(c.talk().kind()), c.talk().person(), c.talk().said(), c.talk().promised(), c.talk().promisedFor())).toList(),
                dossier.history(task).stream().map(e -> line(e, of, now)).toList());
    }

    /** An act of a task's history. */
    static HistoryLine line(Dossier.Event act, Task of, Instant now) {
        return new HistoryLine(TimeView.of(act.at(), now), Wording.actor(act.actor()), TaskWording.act(act.what()),
                TaskWording.detail(act.what(), act.detail(), answer -> TaskWording.button(answer, of)));
    }

    /** A size as people read it. */
    static String size(long bytes) {
        return bytes < 1024 ? say("task.bytes", bytes) : bytes < 1024 * 1024 ? bytes / 1024 + " KB" : bytes / 1024 / 1024 + " MB";
    }
}
