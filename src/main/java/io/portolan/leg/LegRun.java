package io.portolan.leg;

import io.portolan.journal.Evidence;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a leg under a lease: what a means may know, and where it puts what it finds. */
public interface LegRun {

    /** What is to be done. */
    LegOrder order();

    /** How far an earlier run got with what cannot be taken back. */
    Progress progress();

    /** Whether this leg was acted on before, in this onboarding or perhaps in an earlier one, so that it has to look first where it can. */
    boolean isRepeated();

    /** Which time the onboarding has come to this leg, after going back or not. */
    Round round();

    /** The value of a template; throws {@link MissingData} where a place has none. */
    Filled fill(Template template);

    /** What a single place stands for; throws {@link MissingData} where there is nothing. */
    Value value(String place);

    /**
     * Writes down, committed, that something irreversible is about to be done, as a sentence.
     *
     * @throws LeaseLost where another worker has taken the leg over; nothing may be done then
     */
    void intend(String act);

    /**
     * Writes down that what was intended has happened: from now on the leg only looks. A run whose lease was lost meanwhile may still keep
     * what that has brought, which may be shown only once; its outcome is told as one that nobody waits for.
     */
    void happened();

    /** Writes down that what was intended cannot have happened, such as where no connection was made: the leg may act again. */
    void averted(String why);

    /** Keeps a value that may be seen; an expiry may be null. */
    void keep(String capture, String value, Instant expires);

    /** Keeps a secret: it is in the vault when this returns. The caller closes it; an expiry may be null. */
    void keepSecret(String capture, Secret value, Instant expires);

    /**
     * Keeps what the bank has answered to what was intended, whole and in the vault, before anything of it is read: a run that is cut
     * off while it reads goes on from it. The caller closes it.
     */
    void keepAnswer(Secret whole);

    /** What was kept of the answer to the present intent; empty where none was. The caller closes it. */
    Optional<Secret> keptAnswer();

    /**
     * Gets what this leg uses and may expire again from the bank, by the API legs that brought it, journalled; once in a run. It
     * says whether anything was got: where the bank says that what we sent has run out, the call may then be made once more.
     */
    boolean renew();

    /** Whether this capture was brought back, in this run or before. */
    boolean has(String capture);

    /** The names of what this leg has to bring back and has not, in this run or before. */
    default List<String> missing() {
        return order().leg().captures().entrySet().stream().filter(capture -> !capture.getValue().optional() && !has(capture.getKey()))
                .map(Map.Entry::getKey).toList();
    }

    /**
     * Whether something of this name may be in use that this leg has not brought back in its present round: a current credential of the
     * registration, whichever leg or onboarding brought it, or what an earlier round brought. A reset would take it from whoever uses it.
     */
    boolean mayBeInUse(String capture);

    /** The secrets that this run has had in its hands, for masking whatever is kept as evidence. */
    Masks masks();

    /** Keeps evidence, masked by {@link #masks()} if it is text; pictures are masked by the caller. It goes with the journal entry of this run. */
    long evidence(Evidence.Kind kind, String mediaType, byte[] body);

    /** Keeps what a call at the bank's API has proven; the onboarding hands it to the registration. */
    void proves(ProofOfAccess proof);

    /**
     * Tells that the portal lets us in with an account that was there before. What is left of signing up is passed by then, up to the
     * next stage: all that brings nothing which is still missing, or brought it when the TPP was at this portal before. Returns
     * whether that is so of this leg, too.
     */
    boolean foundAccount();

    /** Tells whoever looks on what is done now, as a few words without secrets; nothing depends on it. */
    default void doing(String what) {
    }

    /** Tells whoever looks on what came of it. */
    default void came(String what) {
    }

    /** Tells the journal of something done within this leg; never with a secret. */
    void journal(String act, String detail);

    /** What the bank has said since the last look, read into this run: a means that can look treats it as a reason to look. */
    Optional<BankAnswer> answer();

    /** Who answered what the last run of this leg asked by letting it try again; empty where nobody did, such as after a kill or an answer of the bank. */
    Optional<SentBack> sentBack();

    /**
     * A person's word that a leg may go on from what it asked.
     *
     * @param by the person
     * @param detail what was asked in detail, as the outcome said it; may be null
     */
    record SentBack(String by, String detail) { }

    /**
     * One of the times that an onboarding comes to a leg, from 1.
     *
     * @param since when it began; nothing older belongs to it
     */
    record Round(int number, Instant since) { }

    /** How far an earlier run got. */
    enum Progress {
        /** Nothing irreversible was begun. */
        NOTHING,
        /** It was intended and cut off: it may or may not have happened. */
        INTENDED,
        /** It has happened. */
        HAPPENED
    }

    /** Thrown where a place of a template has no value; the leg becomes a person's. */
    final class MissingData extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String place;

        /** The place is named without its braces. */
        public MissingData(String place) {
            super("there is no value for {{" + place + "}}");
            this.place = place;
        }

        /** The name of the place. */
        public String place() {
            return place;
        }
    }

    /** Thrown where the lease was lost: the leg belongs to another worker now, and this run must stop. */
    final class LeaseLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** The leg is named for the log. */
        public LeaseLost(String leg) {
            super("the lease of leg " + leg + " was lost");
        }
    }
}
