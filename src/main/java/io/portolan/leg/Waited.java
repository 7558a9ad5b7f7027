package io.portolan.leg;

import java.time.Instant;

/**
 * What has come up while a leg waits.
 *
 * @param askedAt when somebody of ours was last asked because it takes longer than usual, or null
 * @param escalatedAt when somebody was told to talk to the bank, or null
 * @param reminding the due date of the reminder whose sending was begun and not finished, or null
 * @param reminders how many reminders of this wait have reached the bank, as far as we know
 * @param promisedBy by when the bank has promised more, or null
 * @param reference the bank's own reference, or null
 * @param word what a person has said of it since, for its next act; or null
 * @param wordNote what the person added, or null
 */
public record Waited(Instant askedAt, Instant escalatedAt, Instant reminding, int reminders, Instant promisedBy, String reference,
        Word word, String wordNote) {

    /** Nothing yet. */
    public static final Waited NOTHING = new Waited(null, null, null, 0, null, null, null, null);

    /** The same once an answer of the bank is read: a promise lasts until the bank says anything but that it is at it. */
    Waited after(BankAnswer answer) {
        var promise = answer.kind() != BankAnswer.Kind.ACKNOWLEDGED ? null : answer.expectedBy() == null ? promisedBy : answer.expectedBy();
        return new Waited(askedAt, escalatedAt, reminding, reminders, promise, answer.reference() == null ? reference : answer.reference(),
                word, wordNote);
    }

    /** What a person says of a leg that waits. */
    public enum Word {
        /** It is done; what it brings back is kept. */
        DONE,
        /** The bank has rejected. */
        REJECTED
    }
}
