package io.portolan.portal;

import io.portolan.leg.LegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Leg;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Repeat;
import io.portolan.playbook.Step;
import java.util.List;
import java.util.Optional;

/** One run of a leg on a portal, signed in where it has to be: it looks before it repeats anything, acts, and reads what came of it. */
final class PortalRun {

    private final LegRun run;
    private final Leg leg;
    private final PortalWork work;
    private final Acts acts;
    private final StepRunner steps;
    private final Standing state;
    private final SignIn signIn;
    private final PageEvidence evidence;

    PortalRun(LegRun run, Acts acts, StepRunner steps, Standing state, SignIn signIn, PageEvidence evidence) {
        this.run = run;
        this.leg = run.order().leg();
        this.work = (PortalWork) leg.work();
        this.acts = acts;
        this.steps = steps;
        this.state = state;
        this.signIn = signIn;
        this.evidence = evidence;
    }

    /** Does the leg; a session that expires in between is opened again once. */
    Outcome perform() {
        try {
            try {
                return signedIn();
            } catch (SignedOut expired) {
                run.journal("signed-in-again", "The portal's session had expired");
                return signedIn();
            }
        } catch (SignedOut again) {
            return new Outcome.NeedsPerson(Reason.PAGE_CHANGED, "The portal asks to sign in again and again", null);
        } catch (Stop stop) {
            return stop.outcome();
        }
    }

    private Outcome signedIn() {
        if (acts.progress() == Progress.NOTHING && signIn.letsUsIn() && run.foundAccount()) {
            return new Outcome.Done("The account at the portal was there before, and it lets us in");
        }
        if (!Boolean.FALSE.equals(work.signedIn())) {
            signIn.ensure();
        }
        return act();
    }

    private Outcome act() {
        var look = listed(work.look());
        boolean onlyLooks = listed(work.steps()).isEmpty();
        boolean acted = acts.progress() != Progress.NOTHING;
        if (onlyLooks || !look.isEmpty() && (acted || run.isRepeated() || run.answer().isPresent() || signIn.mayBeKnown())) {
            var seen = looked(look, onlyLooks || acted && !state.isComplete(acts));
            if (seen.isEmpty() && !onlyLooks && (mayBeUnderWay() || isAskedToActAnew())) {
                state.letTheBankFinish();
                seen = looked(look, true);
            }
            if (seen.isPresent()) {
                return seen.get();
            }
            if (onlyLooks) {
                return withoutSign();
            }
        }
        if (isAskedToActAnew()) {
            acts.averted("The portal shows that it is not there, and " + run.sentBack().orElseThrow().by() + " asked to try again");
        }
        if (acts.progress() == Progress.HAPPENED) {
            return withoutSign();
        }
        if (acts.progress() == Progress.INTENDED && !mayBeUnderWay()) {
            return new Outcome.NeedsPerson(Reason.ANSWER_LOST,
                    "An earlier run was cut off at a click that cannot be taken back; did it take effect?", null);
        }
        if (acts.progress() == Progress.INTENDED) {
            acts.averted("The portal shows that it did not happen");
        }
        steps.take(work.steps());
        return afterSteps(look);
    }

    /** An earlier run clicked, or was about to; one look that shows nothing may only have come before the bank was ready. */
    private boolean mayBeUnderWay() {
        return acts.progress() == Progress.INTENDED && !listed(work.look()).isEmpty() && leg.repeat() != Repeat.NEVER;
    }

    /** The bank has refused what was sent: the page says that it is not there, and a person's word lets it be sent anew. */
    private boolean isAskedToActAnew() {
        return acts.before() == Progress.HAPPENED && acts.progress() == Progress.HAPPENED && run.sentBack().isPresent()
                && !listed(work.look()).isEmpty() && state.isAbsent();
    }

    private Optional<Outcome> looked(List<Step> look, boolean thorough) {
        try {
            steps.take(look);
        } catch (Stop stop) {
            if (stop.hasFoundNothing() && mayAct() && state.isAbsent()) {
                return Optional.empty();
            }
            throw stop;
        }
        var seen = afterLook(thorough);
        return seen.isEmpty() && state.isUnclear() ? Optional.of(state.unknown(steps.last())) : seen;
    }

    /** Whether there is something to do that is not known to have happened, or that a person asks for anew. */
    private boolean mayAct() {
        return !listed(work.steps()).isEmpty() && (acts.progress() != Progress.HAPPENED || run.sentBack().isPresent());
    }

    private Outcome afterSteps(List<Step> look) {
        var shown = look.isEmpty() && state.hasDoneSigns() ? state.awaited() : state.settled();
        if (shown.isEmpty() && !look.isEmpty()) {
            if (acts.progress() == Progress.HAPPENED) {
                state.remember(evidence.ofTheAct());
            }
            steps.take(look);
            shown = state.awaited();
        }
        if (shown.isEmpty()) {
            return withoutSign();
        }
        return shown.get() instanceof Outcome.Done done ? finished(done) : shown.get();
    }

    /** What a look shows: an outcome, or nothing where the leg is still to be done. */
    private Optional<Outcome> afterLook(boolean thorough) {
        if (state.isSecretLost()) {
            return Optional.of(recovered());
        }
        var shown = thorough ? state.awaited() : state.settled();
        if (shown.isPresent() && !(shown.get() instanceof Outcome.Done)) {
            return shown;
        }
        if (acts.progress() != Progress.NOTHING && state.isSecretLostAfterAll(shown.isPresent())) {
            return Optional.of(recovered());
        }
        if (shown.isEmpty() && acts.progress() != Progress.HAPPENED) {
            return Optional.empty();
        }
        state.takeWhatShows(steps);
        boolean mayStillAct = !listed(work.steps()).isEmpty() && acts.progress() == Progress.NOTHING;
        if (!state.missing().isEmpty() && mayStillAct) {
            return Optional.empty();
        }
        return shown.map(done -> finished((Outcome.Done) done));
    }

    /** The way back from a lost secret: the playbook's own, where nothing usable exists yet; else a person. */
    private Outcome recovered() {
        if (listed(work.ifLost()).isEmpty() || state.holdsWhatIsShownOnce()) {
            return secretLost();
        }
        var inUse = state.whatAResetWouldTake();
        if (!inUse.isEmpty()) {
            return new Outcome.NeedsPerson(Reason.SECRET_LOST, "The portal shows this no more, and we hold one that may be in use: "
                    + String.join(", ", inUse), "A reset would end the one that we hold. If it is still good, it is entered here; if not, it is marked as"
                    + " lost at the registration, and then this leg is tried again.");
        }
        run.journal("secret-lost", "A secret that is shown once was not kept; the playbook's way back is taken");
        steps.take(work.ifLost());
        return state.missing().isEmpty() ? afterSteps(listed(work.look())) : secretLost();
    }

    private Outcome finished(Outcome.Done done) {
        var missing = state.missing();
        if (missing.isEmpty()) {
            return done;
        }
        return missing.stream().anyMatch(leg.secretCaptures()::contains) ? secretLost()
                : new Outcome.NeedsPerson(Reason.PAGE_CHANGED, "The leg is done, but this was not found: "
                        + String.join(", ", missing), null);
    }

    /** No sign shows: what the leg brings back, or that all its steps went through, has to speak for it. */
    private Outcome withoutSign() {
        boolean done = state.isComplete(acts) || state.missing().isEmpty() && !state.hasDoneSigns();
        boolean wasCutOff = acts.progress() == Progress.HAPPENED && leg.captures().isEmpty() && acts.before() == Progress.HAPPENED;
        if (done && !wasCutOff && !state.saysAbsent()) {
            return new Outcome.Done(leg.captures().isEmpty() ? "All steps went through"
                    : "All that the leg brings back is held");
        }
        return state.unknown(steps.last());
    }

    private Outcome secretLost() {
        return new Outcome.NeedsPerson(Reason.SECRET_LOST,
                "A secret that the bank shows once was not kept: " + String.join(", ", state.missing()),
                "It can usually be reset in the portal; the new one is entered here.");
    }

    private static <T> List<T> listed(List<T> list) {
        return list == null ? List.of() : list;
    }
}
