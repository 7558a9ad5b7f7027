package io.portolan.journal;

import java.time.Instant;

/** What shows that something was done; its body may have been erased by a retention rule, its hash stays. */
public record Evidence(long id, String chain, Kind kind, String mediaType, String sha256, long size, Instant at,
        Instant erasedAt) {

    /** What it is. */
    public enum Kind { SCREENSHOT, PAGE_TEXT, OUTLINE, DOWNLOAD, REQUEST, ANSWER, MAIL, TERMS, UPLOAD, NOTE }
}
