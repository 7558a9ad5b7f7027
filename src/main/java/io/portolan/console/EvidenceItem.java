package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.journal.Evidence;

/** A piece of evidence as a thumbnail or a link. */
record EvidenceItem(long id, boolean isPicture, boolean isErased, String label) {

    static EvidenceItem of(Evidence evidence) {
        return new EvidenceItem(evidence.id(), evidence.mediaType() != null && evidence.mediaType().startsWith("image/"),
                evidence.erasedAt() != null, label(evidence.kind()));
    }

    static String label(Evidence.Kind kind) {
        return switch (kind) {
            case SCREENSHOT -> say("journal.picture-of-the-page");
            case PAGE_TEXT -> say("journal.text-of-the-page");
            case OUTLINE -> say("journal.outline-of-the-page");
            case REQUEST -> say("journal.what-was-sent");
            case ANSWER -> say("journal.what-came-back");
            case DOWNLOAD -> say("journal.file-from-the-bank");
            case UPLOAD -> say("journal.file-from-us");
            default -> Wording.sentence(kind);
        };
    }
}
