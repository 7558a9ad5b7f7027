package io.portolan.leg;

import java.util.List;
import java.util.Optional;

/** Writes to banks what a person of ours answers to their questions; implemented by what can write to them. */
public interface Replies {

    /** How a letter of this leg would begin; empty where the playbook names nobody to write to, or the TPP cannot send. */
    Optional<Envelope> envelope(LegOrder order);

    /**
     * Sends it, in the thread of the bank's last mail. Of several with the same key only one ever leaves; one whose sending was cut off
     * is looked up first. Not to be called within a transaction, since the intent is committed before the act.
     */
    Sent send(LegOrder order, Reply reply);

    /** From which address of ours to whom, about what, and with which words around what is said. */
    record Envelope(String from, String to, String subject, String text) { }

    /**
     * What a person writes.
     *
     * @param key what it answers, such as the id of a task
     * @param by who writes it, as the journal names people
     */
    record Reply(String key, String text, List<Value.File> files, String by) { }

    /** What became of it. */
    sealed interface Sent {

        /** It has left; {@code before} where that was an earlier one with the same key, and this one was not sent. */
        record Left(String to, boolean before) implements Sent { }

        /** It has not left. */
        record NotTaken(String why) implements Sent { }

        /** Nobody knows whether it has left. */
        record Unknown(String why) implements Sent { }
    }
}
