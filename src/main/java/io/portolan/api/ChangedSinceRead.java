package io.portolan.api;

import io.portolan.refusal.Refused;
import java.util.Map;

/** Somebody else has changed what a client wanted to change, since it was read; with what it is now. */
class ChangedSinceRead extends Refused {

    private static final long serialVersionUID = 1L;
    private static final String CODE = "changed-since-read";
    private static final String SENTENCE = "Somebody else has changed it since you read it, and nothing of yours was done. \"now\" says what it is; read it again, and decide anew.";

    private final transient Object now;

    ChangedSinceRead(Object now) {
        super(Kind.CONFLICT, CODE, SENTENCE, Map.of());
        this.now = now;
    }

    /** What it is now, as it is shown to clients. */
    Object now() {
        return now;
    }
}
