package io.portolan.console;

import io.portolan.journal.Evidence;

/** A piece of evidence as a thumbnail or a link. */
record EvidenceItem(long id, boolean isPicture, boolean isErased, String label) {

    static EvidenceItem of(Evidence evidence) {
        return new EvidenceItem(evidence.id(), evidence.mediaType() != null && evidence.mediaType().startsWith("image/"),
                evidence.erasedAt() != null, label(evidence.kind()));
    }

    static String label(Evidence.Kind kind) {
        return switch (kind) {
            case SCREENSHOT -> "Picture of the page";
            case PAGE_TEXT -> "Text of the page";
            case OUTLINE -> "Outline of the page";
            case REQUEST -> "What was sent";
            case ANSWER -> "What came back";
            case DOWNLOAD -> "File from the bank";
            case UPLOAD -> "File from us";
            default -> Wording.sentence(kind);
        };
    }
}
