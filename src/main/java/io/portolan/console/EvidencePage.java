package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.journal.Act;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.onboarding.Onboardings;
import io.portolan.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A piece of evidence: a picture in full, or its text to read. */
@Controller
class EvidencePage {

    /** The only bodies that a browser gets as they are; all others are shown as text. */
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");

    private final EvidenceStore store;
    private final Onboardings onboardings;
    private final Catalogue catalogue;
    private final Clock clock;

    EvidencePage(EvidenceStore store, Onboardings onboardings, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.onboardings = onboardings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A piece of evidence as its page shows it; an erased one has no text. */
    record EvidenceView(long id, String label, String mediaType, String size, String sha256, TimeView at, TimeView erasedAt,
            boolean isPicture, String text, String onboarding, String bankName) { }

    @GetMapping("/evidence/{id}")
    String page(@PathVariable long id, Model model) {
        var found = found(id);
        var now = clock.instant();
        boolean picture = PICTURES.contains(found.mediaType());
        var text = EvidencePiece.isReadable(found) ? store.body(id).map(body -> new String(body, StandardCharsets.UTF_8)).orElse(null) : null;
        model.addAttribute("evidence", new EvidenceView(id, EvidenceItem.label(found.kind()), found.mediaType(), DossierView.size(found.size()),
                found.sha256(), TimeView.of(found.at(), now), TimeView.of(found.erasedAt(), now), picture, text,
                Act.HOUSE.equals(found.chain()) ? null : found.chain(),
                onboardings.find(found.chain()).map(onboarding -> catalogue.bankName(onboarding.bank())).orElse(null)));
        return "evidence";
    }

    @GetMapping("/evidence/{id}/picture")
    ResponseEntity<byte[]> picture(@PathVariable long id) {
        var found = found(id);
        var body = store.body(id).filter(bytes -> PICTURES.contains(found.mediaType()))
                .orElseThrow(() -> Refused.notFound("unknown-picture", say("journal.there-is-no-picture", id)));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate()).body(body);
    }

    /** Whatever it is, for saving it; a browser runs nothing of it. */
    @GetMapping("/evidence/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        var found = found(id);
        var body = store.body(id).orElseThrow(() -> Refused.notFound("evidence-erased", say("journal.this-evidence-was-erased-by")));
        var type = found.mediaType() == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : found.mediaType();
        return TaskNotes.saved(Wording.word(found.kind()) + "-" + id + (type.contains("pdf") ? ".pdf" : type.contains("png") ? ".png"
                : type.contains("jpeg") ? ".jpg" : type.contains("zip") ? ".zip" : type.startsWith("text/") ? ".txt" : ""), type, body);
    }

    @GetMapping("/evidence/{id}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable long id) {
        var picture = picture(id);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate()).body(Thumbnail.of(picture.getBody()));
    }

    private Evidence found(long id) {
        return store.find(id).orElseThrow(() -> Refused.notFound("unknown-evidence", say("journal.there-is-no-evidence", id)));
    }
}
