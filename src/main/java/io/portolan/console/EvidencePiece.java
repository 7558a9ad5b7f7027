package io.portolan.console;

import io.portolan.journal.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A piece of evidence as the page of a task shows it: a picture to enlarge, or a text to read.
 *
 * @param text its text, or null where it is none or was erased
 * @param isShortened whether there is more of the text
 */
record EvidencePiece(long id, boolean isPicture, boolean isErased, String label, String text, boolean isShortened) {

    private static final int LONGEST = 12_000;

    static EvidencePiece of(Evidence evidence, Supplier<Optional<byte[]>> body) {
        var item = EvidenceItem.of(evidence);
        var text = isReadable(evidence) && !item.isErased() ? body.get().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null) : null;
        boolean isLonger = text != null && text.length() > LONGEST;
        return new EvidencePiece(item.id(), item.isPicture(), item.isErased(), item.label(), isLonger ? text.substring(0, LONGEST) : text, isLonger);
    }

    /** Whether it is a text for people. */
    static boolean isReadable(Evidence evidence) {
        var type = evidence.mediaType() == null ? "" : evidence.mediaType();
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("urlencoded") || type.startsWith("message/");
    }
}
