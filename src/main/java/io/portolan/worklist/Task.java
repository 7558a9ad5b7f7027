package io.portolan.worklist;

import io.portolan.onboarding.PersonAnswer;
import io.portolan.playbook.Environment;
import io.portolan.playbook.ValueType;
import java.time.Instant;
import java.util.List;

/**
 * Something that only a person can do.
 *
 * @param subject whose onboarding it is of, and where
 * @param question what is asked, as a sentence
 * @param instructions how to do it
 * @param detail what was looked for and what was found; may be null
 * @param data our data to copy, each with its label
 * @param files our files to hand in at the bank
 * @param secrets what can be shown to whoever has taken it, by name
 * @param fields what to bring back
 * @param evidence ids of the evidence that shows why
 * @param outcomes what may be answered
 * @param onlyWithNote which of the outcomes need a note: they do anew, unseen, what the bank may have done already
 * @param reason why a leg needs a person, as its outcome names it; null where no leg asks
 * @param group which of our people it is for
 * @param assignee who has claimed it, or null
 * @param dueAt by when it has to be done, or null
 * @param followUpAt before when it is not shown among what is to be done, or null
 */
public record Task(String id, String onboarding, String leg, Kind kind, String reason, Subject subject, String title, String question,
        String instructions, String detail, List<Datum> data, List<FileOffer> files, List<SecretOffer> secrets, List<Field> fields, List<Long> evidence,
        List<PersonAnswer> outcomes, List<PersonAnswer> onlyWithNote, State state, String group, String assignee, Instant createdAt, Instant dueAt,
        Instant followUpAt, Instant completedAt, String completedBy, PersonAnswer outcome) {

    /** What sort of task it is; one of a wait stands beside it, while the bank is looked at and listened to all the same. */
    public enum Kind { LEG, REJECTION, WAIT, CLEAN_UP, NOTICE }

    /** Whether it still waits for somebody; superseded ones were settled by the bank or a withdrawal. */
    public enum State { OPEN, COMPLETED, SUPERSEDED }

    /** Whose onboarding it is of, at which bank, and in which of its environments. */
    public record Subject(String tpp, String bank, String environment, Environment.Kind kind) { }

    /** The id of the bank. */
    public String bank() {
        return subject.bank();
    }

    /** Something of ours that the person needs, or a page to open; the label names it and the text is never secret. */
    public record Datum(String label, String text, boolean isLink) { }

    /** A file of ours that the person hands in at the bank; its name is its place in the list, from 1. */
    public record FileOffer(String name, String label) { }

    /** A secret of an earlier leg that the person needs, without its value. */
    public record SecretOffer(String name, String label) { }

    /** Something to bring back; where there are choices, one of them. */
    public record Field(String name, String label, ValueType type, boolean secret, boolean required, List<String> choices) {

        /** What may be anything of its type. */
        public Field(String name, String label, ValueType type, boolean secret, boolean required) {
            this(name, label, type, secret, required, List.of());
        }
    }
}
