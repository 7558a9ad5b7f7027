package io.portolan.worklist;

import io.portolan.journal.Act;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What people have written down about a task: comments, files, talks with the bank, and who did what when. */
@Component
public class Dossier {

    private static final int LONGEST = 10_000;
    private static final int LONGEST_NAME = 150;

    private final JdbcTasks tasks;
    private final JdbcDossiers dossiers;
    private final EvidenceStore evidence;
    private final Journal journal;
    private final WorklistSettings settings;
    private final TransactionTemplate transactions;

    Dossier(JdbcTasks tasks, JdbcDossiers dossiers, EvidenceStore evidence, Journal journal, WorklistSettings settings,
            TransactionTemplate transactions) {
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.evidence = evidence;
        this.journal = journal;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** What somebody wrote for those who come after. */
    public record Comment(long id, Instant at, String author, String text) { }

    /** A file; its body is evidence, and its type is what its first bytes say. */
    public record Attachment(long id, Instant at, String author, String name, String mediaType, long size, String sha256,
            boolean isErased, long evidence) { }

    /** A talk with the bank, written down by its author. */
    public record Contact(long id, Instant at, String author, Talk talk) { }

    /**
     * What was said to the bank or by it.
     *
     * @param person whom one talked to, or null
     * @param promised what was promised, or null
     * @param promisedFor by which day, or null
     */
    public record Talk(Way kind, String person, String said, String promised, LocalDate promisedFor) { }

    /** How one talked. */
    public enum Way { CALL, MAIL, LETTER, MEETING, CHAT }

    /** Something that was done with a task, as a stable word in kebab-case and a sentence for people. */
    public record Event(Instant at, String actor, String what, String detail) { }

    /** The comments, oldest first; {@code unknown-task} where there is no such task, as for all others here. */
    public List<Comment> comments(String task) {
        return dossiers.comments(known(task).id());
    }

    /** Adds a comment; {@code missing-values} or {@code invalid-values} where it is empty or too long. */
    @Transactional
    public Comment comment(String task, String text, String author) {
        var comment = dossiers.comment(known(task).id(), author, written("text", text));
        dossiers.happened(task, author, "commented", null);
        return comment;
    }

    /** The files, oldest first. */
    public List<Attachment> attachments(String task) {
        return dossiers.attachments(known(task).id());
    }

    /** A file and its body; {@code unknown-attachment}, or {@code evidence-erased} where its retention rule has erased it. */
    public Map.Entry<Attachment, byte[]> attachment(String task, long id) {
        var found = dossiers.attachment(known(task).id(), id)
                .orElseThrow(() -> Refused.notFound("unknown-attachment", "There is no such file at this task."));
        return Map.entry(found, evidence.body(found.evidence()).orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND, "evidence-erased",
                "This file was erased by its retention rule; its hash is still in the journal.", Map.of("sha256", found.sha256()))));
    }

    /** Adds a file; {@code missing-values} where it is empty, {@code attachment-too-large} where it is larger than the limit. */
    public Attachment attach(String task, String name, byte[] body, String author) {
        var about = known(task);
        if (body.length == 0) {
            throw Refused.invalid("missing-values", "The file is empty.", Map.of("file", "is empty"));
        }
        if (body.length > settings.attachmentLimit().toBytes()) {
            throw Refused.invalid("attachment-too-large", "A file may have " + settings.saidLimit() + " at most.",
                    Map.of("file", "larger than " + settings.saidLimit()));
        }
        // safe by itself when this returns, so that no transaction of ours needs a second connection
        var piece = evidence.keep(about.onboarding(), Evidence.Kind.UPLOAD, FileType.of(body).mediaType(), body);
        return transactions.execute(status -> {
            var attachment = dossiers.attach(task, author, fileName(name), piece);
            dossiers.happened(task, author, "attached", attachment.name());
            journal.write(new Act(about.onboarding(), author, "file-attached", about.leg(), null,
                    "\"" + attachment.name() + "\" at the task \"" + about.title() + "\"", List.of(piece)));
            return attachment;
        });
    }

    /** The talks with the bank, oldest first. */
    public List<Contact> contacts(String task) {
        return dossiers.contacts(known(task).id());
    }

    /**
     * Writes a talk down, in the journal too; where wished, the task comes back on the promised day.
     *
     * @throws Refused with codes {@code missing-values}, {@code invalid-values}
     */
    @Transactional
    public Contact contact(String task, Talk talk, boolean followUp, String author) {
        var about = known(task);
        if (followUp && talk.promisedFor() == null) {
            throw Refused.invalid("missing-values", "To come back to it on that day, the promised day is needed.",
                    Map.of("promisedFor", "is needed to come back to it"));
        }
        var said = new Talk(Optional.ofNullable(talk.kind()).orElseThrow(() -> Refused.invalid("missing-values", "How did you talk?",
                Map.of("kind", "is needed"))), shortened(talk.person()), written("said", talk.said()), shortened(talk.promised()), talk.promisedFor());
        var contact = dossiers.contact(task, author, said);
        dossiers.happened(task, author, "talked", said.promised());
        journal.write(new Act(about.onboarding(), author, "bank-contacted", about.leg(), null, sentence(said), List.of()));
        if (followUp) {
            tasks.followUp(task, said.promisedFor().atStartOfDay(settings.zone()).toInstant());
            dossiers.happened(task, author, "follow-up-set", said.promisedFor().toString());
        }
        return contact;
    }

    private static String sentence(Talk talk) {
        return talk.kind().name().toLowerCase(Locale.ROOT) + (talk.person() == null ? "" : " with " + talk.person()) + ": " + talk.said()
                + (talk.promised() == null ? "" : " Promised: " + talk.promised())
                + (talk.promisedFor() == null ? "" : " By " + talk.promisedFor() + ".");
    }

    /** What was done with the task, oldest first. */
    public List<Event> history(String task) {
        return dossiers.history(known(task).id());
    }

    private TaskRow known(String task) {
        return tasks.find(task).orElseThrow(() -> Refused.notFound("unknown-task", "There is no task " + task + "."));
    }

    private static String written(String field, String text) {
        if (text == null || text.isBlank()) {
            throw Refused.invalid("missing-values", "Nothing is written.", Map.of(field, "is needed"));
        }
        if (text.length() > LONGEST) {
            throw Refused.invalid("invalid-values", "This is longer than " + LONGEST + " characters.", Map.of(field, "at most " + LONGEST + " characters"));
        }
        return text.strip();
    }

    private static String shortened(String text) {
        return text == null || text.isBlank() ? null : text.strip().substring(0, Math.min(text.strip().length(), 500));
    }

    /** The name without a path and without what no file system likes. */
    static String fileName(String given) {
        var name = given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "").strip();
        return name.isEmpty() || name.matches("[.]+") ? "file" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
