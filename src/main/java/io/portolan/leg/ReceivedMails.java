package io.portolan.leg;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails that came, for people to see: above all those of which nobody knows whose they are. */
public interface ReceivedMails {

    /**
     * A page of them, newest first, from the cursor on; a state that is null fits all.
     *
     * @param tpp of its onboardings, and those without a home that came to a mailbox of this TPP; null for all
     */
    Page page(State state, String tpp, String cursor, int limit);

    /** How many have no home, of those that came to a mailbox of this TPP or, where that is null, of all. */
    long homeless(String tpp);

    /** The mail of this id, with its text as far as it may be seen. */
    Optional<Received> find(String id);

    /**
     * Gives a mail to an onboarding, which reads it as an answer that a person vouches for.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-mail}, {@code mail-settled}, {@code onboarding-finished},
     *     {@code foreign-mailbox}, {@code mail-forgotten}
     */
    Received give(String id, String onboarding, String actor);

    /**
     * Files a mail as a notice that no onboarding needs.
     *
     * @throws io.portolan.refusal.Refused with codes {@code unknown-mail}, {@code mail-settled}
     */
    Received file(String id, String note, String actor);

    /** A page and the cursor of the next one, or null. */
    record Page(List<Received> items, String next) { }

    /**
     * A mail.
     *
     * @param subject masked, as the text is
     * @param proven whether our mail server says that it is from the bank's domain
     * @param proof why it is, or why it is not
     * @param onboarding whose it is, or null
     * @param note what was said when it was filed, or null
     * @param settledBy who gave or filed it, or null
     * @param text what may be seen of it; null in a list
     */
    record Received(String id, String mailbox, String from, String subject, Instant receivedAt, State state, Nature nature,
            boolean proven, String proof, String onboarding, String note, String settledBy, String text) { }

    /** How a mail stands. */
    enum State {
        /** Nobody knows whose it is. */
        HOMELESS,
        /** It belongs to an onboarding, whose leg has not read it yet. */
        GIVEN,
        /** A person is asked what it means. */
        ASKED,
        /** A leg has read it. */
        READ,
        /** It only told something: an acknowledgement, or what no leg reads. */
        NOTED,
        /** A person has filed it. */
        FILED
    }

    /** What sort of mail it is. */
    enum Nature {
        /** A person or a system writes to us. */
        LETTER,
        /** A system has made it unasked (RFC 3834 auto-generated, bulk). */
        MACHINE_MADE,
        /** An automatic reply or an acknowledgement: never an answer. */
        AUTOMATIC_REPLY,
        /** A mail of ours was not delivered (RFC 3464). */
        BOUNCE
    }
}
