package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.access.SavedFile;
import io.portolan.worklist.BankFolder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/banks/{id}")
@Tag(name = "Banks")
class BankFolderController {

    private final BankFolder folder;
    private final Actors actors;

    BankFolderController(BankFolder folder, Actors actors) {
        this.folder = folder;
        this.actors = actors;
    }

    /** A note to be added. */
    record NoteBody(String text) { }

    /** Somebody at a bank to be added. */
    record ContactBody(String role, String name, String eMail, String phone, String url) { }

    /** Somebody at a bank, and who has written it down. */
    record ContactView(long id, String role, String name, String eMail, String phone, String url, Instant at, String author) {

        static ContactView of(BankFolder.Contact contact) {
            var person = contact.person();
            return new ContactView(contact.id(), person.role(), person.name(), person.eMail(), person.phone(), person.url(), contact.at(), contact.author());
        }
    }

    /** A file at a bank; its content is at {@code href}. */
    record DocumentView(long id, String name, String mediaType, long size, Instant at, String author, String href) {

        static DocumentView of(String bank, BankFolder.Document document) {
            return new DocumentView(document.id(), document.name(), document.mediaType(), document.size(), document.at(), document.author(),
                    "/api/v1/banks/" + bank + "/documents/" + document.id());
        }
    }

    @GetMapping("/notes")
    @Operation(summary = "What our people have noted about a bank, oldest first")
    Slice<BankFolder.Note> notes(@PathVariable String id, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(folder.notes(id), note -> String.valueOf(note.id()), cursor, limit, note -> note);
    }

    @PostMapping("/notes")
    @Operation(summary = "Add a note to a bank", description = "Its playbook stays as it is. Never with a secret: notes are shown to everybody.")
    ResponseEntity<BankFolder.Note> note(@PathVariable String id, @RequestBody NoteBody body) {
        return ResponseEntity.created(Address.of("/api/v1/banks/" + id + "/notes")).body(folder.note(id, body.text(), actors.current().name()));
    }

    @DeleteMapping("/notes/{note}")
    @Operation(summary = "Take a note away")
    ResponseEntity<Void> removeNote(@PathVariable String id, @PathVariable long note) {
        folder.removeNote(id, note, actors.current().name());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/contacts")
    @Operation(summary = "The people at a bank whom ours have added, oldest first", description = "Those that the playbook names are with the bank itself.")
    Slice<ContactView> contacts(@PathVariable String id, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(folder.contacts(id), contact -> String.valueOf(contact.id()), cursor, limit, ContactView::of);
    }

    @PostMapping("/contacts")
    @Operation(summary = "Add somebody at a bank")
    ResponseEntity<ContactView> contact(@PathVariable String id, @RequestBody ContactBody body) {
        var person = new BankFolder.Person(body.role(), body.name(), body.eMail(), body.phone(), body.url());
        return ResponseEntity.created(Address.of("/api/v1/banks/" + id + "/contacts")).body(ContactView.of(folder.contact(id, person, actors.current().name())));
    }

    @DeleteMapping("/contacts/{contact}")
    @Operation(summary = "Take somebody at a bank away")
    ResponseEntity<Void> removeContact(@PathVariable String id, @PathVariable long contact) {
        folder.removeContact(id, contact, actors.current().name());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/documents")
    @Operation(summary = "The files that our people keep about a bank, oldest first")
    Slice<DocumentView> documents(@PathVariable String id, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        return Slice.of(folder.documents(id), document -> String.valueOf(document.id()), cursor, limit, document -> DocumentView.of(id, document));
    }

    @PostMapping(path = "/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Add a file to a bank", description = "PDF, PNG, JPEG, GIF, text, or what office programs write; what it is, its first bytes say.")
    ResponseEntity<DocumentView> keep(@PathVariable String id, @RequestParam MultipartFile file) {
        try {
            var kept = DocumentView.of(id, folder.keep(id, file.getOriginalFilename(), file.getBytes(), actors.current().name()));
            return ResponseEntity.created(Address.of(kept.href())).body(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/documents/{document}")
    @Operation(summary = "Download a file that is kept about a bank")
    ResponseEntity<byte[]> document(@PathVariable String id, @PathVariable long document) {
        var file = folder.document(id, document);
        return SavedFile.of(file.getKey().name(), file.getKey().mediaType(), file.getValue());
    }

    @DeleteMapping("/documents/{document}")
    @Operation(summary = "Take a file of a bank away")
    ResponseEntity<Void> removeDocument(@PathVariable String id, @PathVariable long document) {
        folder.removeDocument(id, document, actors.current().name());
        return ResponseEntity.noContent().build();
    }
}
