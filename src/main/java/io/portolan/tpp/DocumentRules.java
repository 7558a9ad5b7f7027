package io.portolan.tpp;

import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps.Document;
import java.time.LocalDate;
import java.util.Optional;

/** Checks documents by what they are, and not by what they call themselves. */
final class DocumentRules {

    private static final int LARGEST_LOGO = 1_000_000;
    private static final int LARGEST = 10_000_000;
    private static final int SMALLEST_SIDE = 16;
    private static final int LONGEST_SIDE = 4_096;

    private DocumentRules() {
    }

    /** The media type that the content has, if nothing is wrong; else refuses with code {@code invalid-document}. */
    static String check(Document document, LocalDate today) {
        var checks = new FieldChecks();
        checks.id("name", "The name of a document", document.name());
        checks.needs(document.kind() != null, "kind", "What the document is is missing: a logo, licence, register-extract or other.");
        checks.required("file", document.fileName(), "The file is missing, or has no name.");
        checks.text("file", document.fileName(), ProfileRules.NAME);
        checks.needs(!document.isExpired(today), "expiresOn", "It expired on " + document.expiresOn() + "; banks take only what is good today.");
        var isLogo = document.kind() == Document.Kind.LOGO;
        var content = document.content() == null ? new byte[0] : document.content();
        int largest = isLogo ? LARGEST_LOGO : LARGEST;
        checks.needs(content.length > 0, "file", "The file is empty.");
        checks.needs(content.length <= largest, "file", "The file is too large: " + (isLogo ? "a logo" : "a document") + " has at most " + largest / 1_000_000 + " MB.");
        var type = content.length == 0 || content.length > largest ? Optional.<String>empty() : isLogo ? logo(checks, content) : document(checks, content);
        if (!checks.found().isEmpty()) {
            throw Refused.invalid("invalid-document", "This is not how a document can be kept: " + String.join(" ", checks.found().values()), checks.found());
        }
        return type.orElseThrow();
    }

    private static Optional<String> document(FieldChecks checks, byte[] content) {
        var type = FileKind.of(content).filter(kind -> kind != FileKind.SVG);
        checks.needs(type.isPresent(), "file", "The file is neither PDF nor PNG nor JPEG, whatever its name says.");
        return type.map(FileKind::mediaType);
    }

    private static Optional<String> logo(FieldChecks checks, byte[] content) {
        var type = FileKind.of(content).filter(kind -> kind != FileKind.PDF);
        checks.needs(type.isPresent(), "file", "The file is neither PNG nor JPEG nor SVG, whatever its name says.");
        if (type.filter(kind -> kind == FileKind.SVG).isPresent()) {
            SvgRules.wrong(content).ifPresent(what -> checks.needs(false, "file", what));
        } else if (type.isPresent()) {
            var size = FileKind.size(content);
            checks.needs(size.isPresent(), "file", "The picture cannot be read; save it again as PNG or JPEG.");
            size.ifPresent(sides -> checks.needs(Math.min(sides.width(), sides.height()) >= SMALLEST_SIDE && Math.max(sides.width(), sides.height()) <= LONGEST_SIDE,
                    "file", "The picture has " + sides.width() + " x " + sides.height() + " pixels; a logo has " + SMALLEST_SIDE + " to " + LONGEST_SIDE + " on each side."));
        }
        return type.map(FileKind::mediaType);
    }
}
