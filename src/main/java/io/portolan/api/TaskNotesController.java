package io.portolan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.access.Actors;
import io.portolan.access.SavedFile;
import io.portolan.refusal.Refused;
import io.portolan.worklist.Dossier;
import io.portolan.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/tasks/{id}")
@Tag(name = "Tasks", description = "What only a person can do")
class TaskNotesController {

    private final Worklist worklist;
    private final Dossier dossier;
    private final Actors actors;

    TaskNotesController(Worklist worklist, Dossier dossier, Actors actors) {
        this.worklist = worklist;
        this.dossier = dossier;
        this.actors = actors;
    }

    /** What somebody wants to say to those who come after. */
    record CommentBody(String text) { }

    /** A comment. */
    record CommentView(long id, Instant at, String author, String text) {

        static CommentView of(Dossier.Comment comment) {
            return new CommentView(comment.id(), comment.at(), comment.author(), comment.text());
        }
    }

    /** A talk with the bank; promisedFor is a date, and with followUp the task comes back on it. */
    record ContactBody(String kind, String person, String said, String promised, String promisedFor, Boolean followUp) { }

    /** A talk with the bank. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ContactView(long id, Instant at, String author, String kind, String person, String said, String promised, LocalDate promisedFor) {

        static ContactView of(Dossier.Contact contact) {
            var talk = contact.talk();
            return new ContactView(contact.id(), contact.at(), contact.author(), Words.of(talk.kind()), talk.person(), talk.said(),
                    talk.promised(), talk.promisedFor());
        }
    }

    /** A file and where to get it. */
    record AttachmentView(long id, Instant at, String author, String name, String mediaType, long size, String sha256, boolean erased,
            String href) {

        static AttachmentView of(String task, Dossier.Attachment file) {
            return new AttachmentView(file.id(), file.at(), file.author(), file.name(), file.mediaType(), file.size(), file.sha256(),
                    file.isErased(), "/api/v1/tasks/" + task + "/attachments/" + file.id());
        }
    }

    /** Something that was done with the task. */
    record HappenedView(Instant at, String actor, String what, String detail) { }

    @GetMapping("/comments")
    @Operation(summary = "The comments on a task, oldest first")
    Slice<CommentView> comments(@PathVariable String id, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(dossier.comments(id), comment -> String.valueOf(comment.id()), cursor, limit, CommentView::of);
    }

    @PostMapping("/comments")
    @Operation(summary = "Comment on a task", description = "Never with a secret: comments are shown to everybody.")
    ResponseEntity<CommentView> comment(@PathVariable String id, @RequestBody CommentBody body) {
        var comment = dossier.comment(id, body.text(), actors.current().name());
        return ResponseEntity.created(Address.of("/api/v1/tasks/" + id + "/comments")).body(CommentView.of(comment));
    }

    @GetMapping("/attachments")
    @Operation(summary = "The files at a task, oldest first")
    Slice<AttachmentView> attachments(@PathVariable String id, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        return Slice.of(dossier.attachments(id), file -> String.valueOf(file.id()), cursor, limit, file -> AttachmentView.of(id, file));
    }

    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Add a file to a task", description = "What the file is, its first bytes say, not its name or sender.")
    ResponseEntity<AttachmentView> attach(@PathVariable String id, @RequestParam MultipartFile file) {
        try {
            var kept = AttachmentView.of(id, dossier.attach(id, file.getOriginalFilename(), file.getBytes(), actors.current().name()));
            return ResponseEntity.created(Address.of(kept.href())).body(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/attachments/{attachment}")
    @Operation(summary = "Download a file of a task")
    ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable long attachment) {
        var file = dossier.attachment(id, attachment);
        return SavedFile.of(file.getKey().name(), file.getKey().mediaType(), file.getValue());
    }

    @GetMapping("/files/{file}")
    @Operation(summary = "Download a file of ours that the task says to hand in")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String file) {
        var found = worklist.file(id, file);
        return SavedFile.of(found.fileName(), found.mediaType(), found.content());
    }

    @GetMapping("/contacts")
    @Operation(summary = "The talks with the bank about a task, oldest first")
    Slice<ContactView> contacts(@PathVariable String id, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(dossier.contacts(id), contact -> String.valueOf(contact.id()), cursor, limit, ContactView::of);
    }

    @PostMapping("/contacts")
    @Operation(summary = "Write down a talk with the bank",
            description = "With followUp the task is put off and comes back on the promised day.")
    ResponseEntity<ContactView> contact(@PathVariable String id, @RequestBody ContactBody body) {
        var talk = new Dossier.Talk(Words.required(Dossier.Way.class, "kind", body.kind()), body.person(), body.said(), body.promised(),
                day(body.promisedFor()));
        var contact = dossier.contact(id, talk, Boolean.TRUE.equals(body.followUp()), actors.current().name());
        return ResponseEntity.created(Address.of("/api/v1/tasks/" + id + "/contacts")).body(ContactView.of(contact));
    }

    @GetMapping("/history")
    @Operation(summary = "Who did what with a task, and when, oldest first")
    Slice<HappenedView> history(@PathVariable String id) {
        return new Slice<>(dossier.history(id).stream()
                .map(event -> new HappenedView(event.at(), event.actor(), event.what(), event.detail())).toList(), null);
    }

    private static LocalDate day(String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written.strip());
        } catch (DateTimeParseException e) {
            throw Refused.invalid("invalid-values", "promisedFor must be a date such as 2026-11-22.", Map.of("promisedFor", "a date such as 2026-11-22"));
        }
    }
}
