package io.portolan.api;

import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Journal", description = "What was done in our name, and what shows it")
class JournalController {

    private final Journal journal;
    private final EvidenceStore evidence;

    JournalController(Journal journal, EvidenceStore evidence) {
        this.journal = journal;
        this.evidence = evidence;
    }

    @GetMapping("/journal/verification")
    @Operation(summary = "Check the whole journal: every chain and the seals over all heads")
    OnboardingsController.VerificationView verification() {
        return OnboardingsController.VerificationView.of(journal.verifyAll());
    }

    @GetMapping("/evidence/{id}")
    @Operation(summary = "Download a piece of evidence")
    ResponseEntity<byte[]> evidence(@PathVariable long id) {
        var found = evidence.find(id)
                .orElseThrow(() -> Refused.notFound("unknown-evidence", "There is no evidence " + id + "."));
        var body = evidence.body(id).orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND, "evidence-erased",
                "This evidence was erased by its retention rule; its hash is still in the journal.",
                Map.of("sha256", found.sha256())));
        var type = found.mediaType() == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(found.mediaType());
        // a page that a bank showed must never run as one of ours
        var disposition = ContentDisposition.attachment().filename(fileName(found, type), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore()).body(body);
    }

    private static String fileName(Evidence found, MediaType type) {
        var ending = switch (type.getSubtype()) {
            case "png", "jpeg", "pdf", "html", "json", "xml" -> type.getSubtype();
            default -> "text".equals(type.getType()) ? "txt" : "bin";
        };
        return Words.of(found.kind()) + "-" + found.id() + "." + ending;
    }
}
