package io.portolan.leg;

import io.portolan.playbook.MailWork;
import io.portolan.playbook.MeansName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The queue of legs, as the onboarding and the engine see it. */
@Component
public class LegQueue {

    /** A holder that has just finished a leg and would go on with the next one of the same onboarding. */
    private record Keen(String holder, String onboarding, Collection<String> takes) { }

    private final ThreadLocal<Keen> keen = new ThreadLocal<>();
    private final ThreadLocal<LegRecord> taken = new ThreadLocal<>();
    private final JdbcLegs legs;
    private final JdbcLegsByWord byWord;
    private final JdbcWaits waits;
    private final LegSettings settings;
    private final Doorbell doorbell;

    LegQueue(JdbcLegs legs, JdbcLegsByWord byWord, JdbcWaits waits, LegSettings settings, Doorbell doorbell) {
        this.legs = legs;
        this.byWord = byWord;
        this.waits = waits;
        this.settings = settings;
        this.doorbell = doorbell;
    }

    /** Writes down the legs that an onboarding will come to, in order. */
    public void plan(String onboarding, List<PlannedLeg> planned) {
        legs.plan(onboarding, planned);
    }

    /** Puts a leg into the queue, for the place in the engine that waits for it; part of the caller's transaction. */
    public void offer(String onboarding, String leg, String handle) {
        var eager = keen.get();
        var goesOn = eager != null && taken.get() == null && eager.onboarding().equals(onboarding);
        var offered = legs.offer(new LegKey(onboarding, leg), handle, goesOn ? eager.holder() : null,
                goesOn ? eager.takes() : Set.of(), settings.lease());
        if (offered.holder() == null) {
            doorbell.ringAfterCommit();
        } else {
            taken.set(offered);
        }
    }

    /** Settles with a holder standing by for a leg of these means, and gives the next leg that it has taken over at once. */
    Optional<LegRecord> standingBy(String holder, String onboarding, Collection<String> takes, Supplier<Boolean> settling) {
        keen.set(new Keen(holder, onboarding, takes));
        taken.remove();
        try {
            return settling.get() ? Optional.ofNullable(taken.get()) : Optional.empty();
        } finally {
            keen.remove();
            taken.remove();
        }
    }

    /**
     * Says that a result was told, and in which state that leaves the leg. It is let go by that, before the engine moves, so
     * that the next leg of the same portal account can be taken over.
     */
    public void settled(String onboarding, String leg, LegState state) {
        legs.settle(new LegKey(onboarding, leg), state);
    }

    /** Sets a leg's state, where something other than a run has decided it. */
    public void state(String onboarding, String leg, LegState state) {
        legs.state(new LegKey(onboarding, leg), state);
    }

    /** Says that a person sends a leg back to be acted on again; a wait that it was in is over. {@code by} has answered what it asked, or is null. */
    public void again(String onboarding, String leg, String by) {
        byWord.again(new LegKey(onboarding, leg), by);
    }

    /**
     * Whether to try this leg again is to do anew, unseen, what may have taken effect already, so that the bank may then have two. A
     * letter that came back was not taken by the bank.
     */
    public boolean repeatsUnseen(LegOrder order) {
        var cameBack = order.leg().work() instanceof MailWork;
        return !order.leg().canLookFirst() && find(order.onboarding(), order.leg().id()).filter(LegRecord::isEndUnknown)
                .filter(row -> !cameBack || Outcome.Reason.ANSWER_LOST.name().equals(row.reason())).isPresent();
    }

    /** Forgets an act of a leg whose end nobody knew, since a person says that it may be repeated; says whether there was one. */
    public boolean forgetAct(String onboarding, String leg) {
        return byWord.forgetAct(new LegKey(onboarding, leg));
    }

    /** Says that the bank has rejected, by a person's word; a note may be null. */
    public void rejected(String onboarding, String leg, String note) {
        byWord.rejected(new LegKey(onboarding, leg), note);
    }

    /** Says that a person has handed a leg in and that it waits from now on, and when it is looked at again. */
    public Instant waitAnew(LegOrder order, Instant now) {
        var next = new WaitRhythm(order.leg().waiting(), now, null, Waited.NOTHING).next(now, null, AnswerRule.canLook(order.leg()));
        byWord.waitAnew(new LegKey(order.onboarding(), order.leg().id()), next);
        return next;
    }

    /** Keeps what a person says of a leg that waits, for its next act, which is to be woken; a note may be null. */
    public void say(String onboarding, String leg, Waited.Word word, String note) {
        waits.say(new LegKey(onboarding, leg), word, note);
    }

    /** Whether a person has said something of a leg that waits which no act has heard. */
    public boolean hasWord(String onboarding, String leg) {
        return find(onboarding, leg).filter(row -> row.waited().word() != null).isPresent();
    }

    /** Says that a person has reminded the bank: the next reminder is due as long from now. */
    public void reminded(String onboarding, String leg) {
        waits.reminded(new LegKey(onboarding, leg), false);
    }

    /**
     * The legs among these that a live run holds which has begun what cannot be taken back; until the caller's transaction ends, none of
     * the others can begin it.
     */
    public List<String> lockActing(String onboarding, Collection<String> among) {
        return byWord.lockActing(onboarding, among);
    }

    /** The legs that a live run holds just now which has begun what cannot be taken back. */
    public List<String> acting(String onboarding) {
        return byWord.acting(onboarding);
    }

    /** Sets these legs back to before they were reached, in a new round; what a run was cut off at is still to be looked for. */
    public void beginAnew(String onboarding, Collection<String> again) {
        byWord.beginAnew(onboarding, again);
    }

    /** Sets these legs back to before they were reached, in the round that they are in: those that are done stand, and are passed by. */
    public void comeAgain(String onboarding, Collection<String> again) {
        byWord.comeAgain(onboarding, again);
    }

    /** Takes the legs of an onboarding that is over from whoever holds them; a run under way finds out before it does anything irreversible. */
    public void stop(String onboarding) {
        legs.stop(onboarding);
    }

    /** Writes down which legs an onboarding has by another version of its playbook; those that were reached keep their state. */
    public void replan(String onboarding, List<PlannedLeg> planned) {
        byWord.replan(onboarding, planned);
    }

    /** Says by which means a leg is done from now on, and with which portal account or, for null, with none. */
    public void by(String onboarding, String leg, MeansName means, String portalAccount) {
        byWord.by(new LegKey(onboarding, leg), means, portalAccount);
    }

    /** Says that these legs are not asked of the onboarding any more. */
    public void skip(String onboarding, Collection<String> notAsked) {
        byWord.skip(onboarding, notAsked);
    }

    /** Keeps the legs of an onboarding from being acted on, or lets them be acted on again; a run under way goes to its end. */
    public void hold(String onboarding, boolean hold) {
        byWord.hold(onboarding, hold);
        doorbell.ringAfterCommit();
    }

    /** Whether every other leg is done, or is not asked for. */
    public boolean isLast(String onboarding, String leg) {
        return legs.of(onboarding).stream().filter(row -> !row.leg().equals(leg))
                .allMatch(row -> row.state() == LegState.SKIPPED || row.state() == LegState.DONE || row.skipped());
    }

    /** The onboarding that last had a leg with this portal account. */
    public Optional<String> lastWith(String portalAccount) {
        return legs.lastWith(portalAccount);
    }

    /** A leg as it stands. */
    public Optional<LegRecord> find(String onboarding, String leg) {
        return legs.find(new LegKey(onboarding, leg));
    }

    /** The legs of an onboarding, in order. */
    public List<LegRecord> of(String onboarding) {
        return legs.of(onboarding);
    }
}
