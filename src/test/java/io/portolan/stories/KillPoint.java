package io.portolan.stories;

import java.util.Locale;

/**
 * A point at which Portolan is to be killed.
 *
 * @param moment when, within the work on something
 * @param of the leg that is worked on, the last part of the name of the secret that is kept, or the bank whose turn it is
 */
record KillPoint(Moment moment, String of) {

    /** Moments between which something is, or is not yet, on record. */
    enum Moment {
        /** The intent is written but not committed; nothing was clicked. */
        INTENT_OPEN,
        /** The intent is committed; nothing was clicked. */
        INTENDED,
        /** It is on record that a letter is about to leave, which it has not. */
        LETTER_KEPT,
        /** A mail is taken by its leg; what came of it is not on record. */
        MAIL_TAKEN,
        /** The click was made; that is not on record. */
        CLICKED,
        /** It is on record that the click was made; what it brought is not. */
        HAPPENED,
        /** A secret is in the vault; its capture is in no table. */
        IN_VAULT,
        /** A capture is on record. */
        CAPTURED,
        /** What a person has brought back and answered is on record, and state and engine have moved. */
        ANSWERED,
        /** The result is written but not committed. */
        RESULT_OPEN,
        /** The result is committed; nothing has moved. */
        RESULT_KEPT,
        /** State and engine have moved, but that is not committed. */
        MOVE_OPEN,
        /** State and engine have moved. */
        MOVED,
        /** The time of a leg's next look has come and the leg is in the queue, but that is not committed. */
        WOKEN_OPEN,
        /** The time of a leg's next look has come and the leg is in the queue. */
        WOKEN,
        /** A campaign has begun a bank and noted it, but that is not committed. */
        BEGUN_OPEN,
        /** A campaign has begun a bank. */
        BEGUN
    }

    /** Reads what {@link #toString} writes. */
    static KillPoint parse(String text) {
        var parts = text.split(":", 2);
        return new KillPoint(Moment.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_')), parts[1]);
    }

    @Override
    public String toString() {
        return moment.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + of;
    }
}
