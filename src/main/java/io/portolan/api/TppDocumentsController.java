package io.portolan.api;

import io.portolan.access.Actors;
import io.portolan.refusal.Refused;
import io.portolan.tpp.EditTpps;
import io.portolan.tpp.Tpps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/tpps/{id}/documents")
@Tag(name = "TPPs", description = "Who we are")
class TppDocumentsController {

    private final Tpps tpps;
    private final EditTpps edit;
    private final Actors actors;

    TppDocumentsController(Tpps tpps, EditTpps edit, Actors actors) {
        this.tpps = tpps;
        this.edit = edit;
        this.actors = actors;
    }

    /** A document as clients see it; its content is at {@code href}. */
    record DocumentView(String name, String kind, String fileName, String mediaType, long size, LocalDate expiresOn, Instant keptAt, String keptBy, String href) { }

    @GetMapping
    @Operation(summary = "The documents of a TPP, by name")
    Slice<DocumentView> page(@PathVariable String id, @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        known(id);
        return Slice.of(edit.documents(id), EditTpps.KeptDocument::name, cursor, limit, document -> view(id, document));
    }

    @PutMapping(path = "/{name}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Keep a document, in place of an earlier one of the same name", description = "A logo is PNG, JPEG or SVG, any other document PDF, PNG or JPEG; "
            + "what the file is, its content says. Playbooks reach it as `{{document.<name>}}`.")
    DocumentView keep(@PathVariable String id, @PathVariable String name, @RequestParam String kind, @RequestParam(required = false) String expiresOn,
            @RequestParam MultipartFile file) {
        try {
            tpps.keepDocument(id, new Tpps.Document(name, Words.required(Tpps.Document.Kind.class, "kind", kind), file.getOriginalFilename(), file.getContentType(),
                    file.getBytes(), day(expiresOn)), actors.current().name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return edit.documents(id).stream().filter(document -> document.name().equals(name)).findFirst().map(document -> view(id, document)).orElseThrow();
    }

    @GetMapping("/{name}")
    @Operation(summary = "Download a document")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String name) {
        var document = tpps.document(id, name).orElseThrow(() -> Refused.notFound("unknown-document", "The TPP " + id + " has no document " + name + "."));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(document.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(document.fileName(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore()).body(document.content());
    }

    @DeleteMapping("/{name}")
    @Operation(summary = "Take a document away")
    ResponseEntity<Void> remove(@PathVariable String id, @PathVariable String name) {
        known(id);
        edit.removeDocument(id, name, actors.current().name());
        return ResponseEntity.noContent().build();
    }

    private void known(String id) {
        if (tpps.find(id).isEmpty()) {
            throw Refused.notFound("unknown-tpp", "There is no TPP " + id + ".");
        }
    }

    private static LocalDate day(String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written.strip());
        } catch (DateTimeParseException e) {
            throw Refused.invalid("invalid-document", "The last day of the document is a date such as 2027-03-31.", Map.of("expiresOn", "a date such as 2027-03-31"));
        }
    }

    private static DocumentView view(String tpp, EditTpps.KeptDocument d) {
        return new DocumentView(d.name(), Words.of(d.kind()), d.fileName(), d.mediaType(), d.size(), d.expiresOn(), d.keptAt(), d.keptBy(),
                "/api/v1/tpps/" + tpp + "/documents/" + d.name());
    }
}
