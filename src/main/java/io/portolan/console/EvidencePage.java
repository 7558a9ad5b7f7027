package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.SavedFile;
import io.portolan.journal.Act;
import io.portolan.journal.Evidence;
import io.portolan.journal.EvidenceStore;
import io.portolan.onboarding.Onboardings;
import io.portolan.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

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
    ResponseEntity<byte[]> picture(@PathVariable long id, @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        var found = found(id);
        return shown(found, "", found.mediaType(), UnaryOperator.identity(), known);
    }

    /** Whatever it is, for saving it; a browser runs nothing of it. */
    @GetMapping("/evidence/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        var found = found(id);
        var body = store.body(id).orElseThrow(() -> Refused.notFound("evidence-erased", say("journal.this-evidence-was-erased-by")));
        var type = found.mediaType() == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : found.mediaType();
        return SavedFile.of(Wording.word(found.kind()) + "-" + id + (type.contains("pdf") ? ".pdf" : type.contains("png") ? ".png"
                : type.contains("jpeg") ? ".jpg" : type.contains("zip") ? ".zip" : type.startsWith("text/") ? ".txt" : ""), type, body);
    }

    @GetMapping("/evidence/{id}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable long id, @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        return shown(found(id), "-thumbnail", MediaType.IMAGE_JPEG_VALUE, Thumbnail::of, known);
    }

    /** A browser asks each time whether it may still show what it keeps: not after its user has signed out, nor once the picture is erased. */
    private ResponseEntity<byte[]> shown(Evidence found, String form, String type, UnaryOperator<byte[]> made, String known) {
        var tag = "\"" + found.sha256() + form + "\"";
        var isThere = found.erasedAt() == null && PICTURES.contains(found.mediaType());
        var isKnown = isThere && known.contains(tag);
        var answer = ResponseEntity.status(isKnown ? HttpStatus.NOT_MODIFIED : HttpStatus.OK).eTag(tag).cacheControl(CacheControl.noCache().cachePrivate());
        if (isKnown) {
            return answer.build();
        }
        var body = store.body(found.id()).filter(bytes -> isThere).orElseThrow(() -> Refused.notFound("unknown-picture", say("journal.there-is-no-picture", found.id())));
        return answer.contentType(MediaType.parseMediaType(type)).header("X-Content-Type-Options", "nosniff").body(made.apply(body));
    }

    private Evidence found(long id) {
        return store.find(id).orElseThrow(() -> Refused.notFound("unknown-evidence", say("journal.there-is-no-evidence", id)));
    }
}
