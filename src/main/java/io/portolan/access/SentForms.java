package io.portolan.access;

/** Forms of pages that were sent, so that one that is sent again as it is, by a double click or by loading an answer anew, is done once. */
public interface SentForms {

    /** What is known of a form when it is sent. */
    sealed interface Before { }

    /** It comes for the first time, and is being done from now on. */
    record Nothing() implements Before { }

    /** It is being done. */
    record Running() implements Before { }

    /** It was done, and led to this address. */
    record Done(String location) implements Before { }

    /** Says what is known of it; one that was cut off is forgotten after some minutes, one that was done after a day. */
    Before begin(String form);

    /** It was done, and leads there. */
    void done(String form, String location);

    /** It was not done, and may be sent again. */
    void forget(String form);
}
