package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.leg.Replies;
import io.portolan.leg.Value;
import io.portolan.worklist.AnswerByLetter;
import io.portolan.worklist.Dossier;
import io.portolan.worklist.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * A letter to the bank as the page of a task shows it, while it is written and before it is sent.
 *
 * @param attached the files as they would be sent, where it is looked at before; else null
 * @param wrong why it was not taken, or null
 */
record LetterView(Replies.Envelope envelope, String text, List<Choice> files, List<String> attached, String wrong, boolean isOpen) {

    /** A file that may go with it: the field and the value that choose it. */
    record Choice(String field, String value, String label, boolean isChosen) { }

    /** @param attached the files of a letter that is looked at before it is sent, or null */
    static LetterView of(Replies.Envelope envelope, Task task, List<Dossier.Attachment> attachments, AnswerByLetter.Letter letter,
            List<Value.File> attached, String wrong) {
        var files = new ArrayList<Choice>();
        task.files().forEach(file -> files.add(new Choice("offers", file.name(), file.label(), letter != null && letter.offers().contains(file.name()))));
        attachments.stream().filter(file -> !file.isErased()).forEach(file -> files.add(new Choice("attachments", String.valueOf(file.id()), file.name(),
                letter != null && letter.attachments().contains(file.id()))));
        return new LetterView(envelope, letter == null ? envelope.text() : letter.text(), List.copyOf(files),
                attached == null ? null : attached.stream().map(LetterView::said).toList(), wrong, letter != null || "BANK_ASKS".equals(task.reason()));
    }

    private static String said(Value.File file) {
        return say("task.file-and-size", file.fileName(), Math.max(1, file.content().length / 1024));
    }

    /** Whether it is looked at before it is sent. */
    public boolean isPreview() {
        return attached != null;
    }
}
