package io.portolan.console;

import io.portolan.journal.Evidence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A piece of evidence as the page of a task shows it: a picture to enlarge, or a text to read.
 *
 * @param first how a request or an answer begins, or null
 * @param text its text, or null where it is none or was erased
 * @param isShortened whether there is more of the text
 */
record EvidencePiece(long id, boolean isPicture, boolean isErased, String label, String first, TimeView at, String text, boolean isShortened) {

    private static final int LONGEST = 12_000;
    private static final int FIRST = 150;

    static EvidencePiece of(Evidence evidence, Supplier<Optional<byte[]>> body, Instant now) {
        var item = EvidenceItem.of(evidence);
        var text = isReadable(evidence) && !item.isErased() ? body.get().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null) : null;
        boolean isLonger = text != null && text.length() > LONGEST;
        return new EvidencePiece(item.id(), item.isPicture(), item.isErased(), item.label(), first(evidence, text),
                TimeView.of(evidence.at(), now), isLonger ? text.substring(0, LONGEST) : text, isLonger);
    }

    private static String first(Evidence evidence, String text) {
        return text == null || evidence.kind() != Evidence.Kind.REQUEST && evidence.kind() != Evidence.Kind.ANSWER ? null
                : text.lines().findFirst().filter(line -> line.length() <= FIRST).orElse(null);
    }

    /** Whether it is a text for people. */
    static boolean isReadable(Evidence evidence) {
        var type = evidence.mediaType() == null ? "" : evidence.mediaType();
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("urlencoded") || type.startsWith("message/");
    }
}
