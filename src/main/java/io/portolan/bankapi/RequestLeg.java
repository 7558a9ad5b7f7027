package io.portolan.bankapi;

import io.portolan.leg.BankAnswer;
import io.portolan.leg.Filled;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.NeedsPerson;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.ClientAct;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Places;
import io.portolan.playbook.Repeat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the one request of a leg; one that must not be made twice is made only where it cannot have been made before. */
@Component
class RequestLeg {

    /** What stands for an access token in a request that is only shown. */
    static final Map<String, Filled> NO_TOKEN = Map.of(Places.TOKEN, new Filled("(access token)", false));

    private final Calls calls;
    private final Caller caller;
    private final Exchanges exchanges;
    private final Readings readings;
    private final Looks looks;

    RequestLeg(Calls calls, Caller caller, Exchanges exchanges, Readings readings, Looks looks) {
        this.calls = calls;
        this.caller = caller;
        this.exchanges = exchanges;
        this.readings = readings;
        this.looks = looks;
    }

    /** Whether this run will call the bank, and so needs the access token of its leg. */
    static boolean calls(LegRun run, ApiWork work) {
        return run.order().leg().repeat() == Repeat.SAFE || run.progress() == Progress.NOTHING || work.look() != null;
    }

    Outcome perform(Filling filling, ApiWork work) {
        var run = filling.run();
        if (run.order().leg().repeat() == Repeat.SAFE) {
            return again(filling, work);
        }
        var kept = run.progress() == Progress.NOTHING ? Optional.<Answer>empty() : WholeAnswers.kept(run);
        var told = kept.flatMap(answer -> readAgain(filling, work, answer));
        if (told.isPresent()) {
            return told.get();
        }
        if (work.look() != null && isToLook(run, work)) {
            var seen = looks.look(filling, work);
            return seen.orElseGet(() -> absent(filling, work, kept));
        }
        return switch (run.progress()) {
            case NOTHING -> once(filling, work);
            case INTENDED -> lost(filling, work, "An earlier run was cut off after its call had begun.");
            case HAPPENED -> kept(filling, kept);
        };
    }

    /** Keeps the request as evidence as it would be made, without making it. */
    void show(Filling filling, ApiWork work) {
        exchanges.keepRequest(filling.run(), calls.request(work.request(), filling.with(NO_TOKEN)));
    }

    /** A run that comes after another looks first; after an answer it does where that lacks something or is to be waited for. */
    private static boolean isToLook(LegRun run, ApiWork work) {
        return switch (run.progress()) {
            // a registration whose token is rejected looks as if it were gone
            case NOTHING -> run.isRepeated() && work.client() != ClientAct.DELETE;
            case INTENDED -> true;
            case HAPPENED -> !run.missing().isEmpty() || !run.order().leg().signs().waitWhen().isEmpty();
        };
    }

    private Outcome absent(Filling filling, ApiWork work, Optional<Answer> kept) {
        var run = filling.run();
        return switch (run.progress()) {
            case NOTHING -> once(filling, work);
            case INTENDED -> {
                if (run.order().leg().repeat() == Repeat.NEVER) {
                    yield lost(filling, work, "An earlier run was cut off after its call had begun, and a look at the bank finds nothing of it.");
                }
                run.averted("A look at the bank finds nothing of it.");
                yield once(filling, work);
            }
            case HAPPENED -> kept(filling, kept);
        };
    }

    private Outcome again(Filling filling, ApiWork work) {
        try {
            if (work.client() == ClientAct.READ) {
                // an earlier run may have been cut off with a new token in its hands, which alone works now (RFC 7592, section 5)
                WholeAnswers.kept(filling.run()).ifPresent(last -> exchanges.keepAnswer(filling.run(), last, Map.of()));
            }
            var answer = called(filling, work, false);
            if (work.client() == ClientAct.READ && answer.isSuccess()) {
                WholeAnswers.keep(filling.run(), answer);
            }
            if (isToRenew(answer, filling, work)) {
                exchanges.keepOnlyAnswer(filling.run(), answer);
                answer = called(filling, work, false);
                if (hasRunOut(answer, filling, work)) {
                    return new Outcome.Fault("The bank says that what we have just got anew has run out: "
                            + exchanges.keepOnlyAnswer(filling.run(), answer));
                }
            }
            return readings.read(filling, answer, exchanges.keepAnswer(filling.run(), answer, Map.of()), false);
        } catch (CallFailed failure) {
            return new Outcome.Fault(failure.getMessage());
        }
    }

    private Outcome once(Filling filling, ApiWork work) {
        var run = filling.run();
        try {
            var answer = called(filling, work, true);
            keep(answer, filling);
            if (isToRenew(answer, filling, work)) {
                exchanges.keepOnlyAnswer(run, answer);
                run.averted("The bank has not acted, since what we sent had run out: it answered " + answer.status() + ".");
                answer = called(filling, work, true);
                keep(answer, filling);
            }
            return said(filling, work, answer);
        } catch (CallFailed failure) {
            if (failure.how().isBeforeTheCall()) {
                run.averted(failure.getMessage());
                return new Outcome.Fault(failure.getMessage());
            }
            return orLook(work, Readings.answerLost(failure.getMessage()));
        }
    }

    /** A success is held before anything of it is read: the playbook may be wrong about it. So is what else says that the request was taken. */
    private static void keep(Answer answer, Filling filling) {
        if (answer.isSuccess() || isTaken(answer, filling)) {
            WholeAnswers.keep(filling.run(), answer);
        }
    }

    /** Whether the answer shows that the bank has taken the request, for good or for now. */
    private static boolean isTaken(Answer answer, Filling filling) {
        var reading = SignReader.read(filling.run().order().leg().signs(), answer, filling);
        return reading == SignReader.Reading.DONE || reading == SignReader.Reading.WAIT;
    }

    /**
     * Reads a held answer once more, since an earlier run was cut off while it read it, or the playbook may have been repaired. It is
     * empty where the answer still does not say how the leg stands, and something else does.
     */
    private Optional<Outcome> readAgain(Filling filling, ApiWork work, Answer answer) {
        var run = filling.run();
        var hasHappened = run.progress() == Progress.HAPPENED;
        if (hasHappened && run.missing().isEmpty()) {
            return Optional.empty();
        }
        if (hasHappened && SignReader.read(run.order().leg().signs(), answer, filling) == SignReader.Reading.WAIT) {
            exchanges.takeMissing(run, answer);
            return Optional.empty();
        }
        run.journal("answer-read", "The bank's answer to an earlier run is held, and is read once more.");
        var outcome = said(filling, work, answer);
        var isTold = !(outcome instanceof NeedsPerson) || !hasHappened && isTaken(answer, filling);
        return isTold || work.look() == null && !isApproved(run) ? Optional.of(outcome) : Optional.empty();
    }

    private static boolean isApproved(LegRun run) {
        return run.answer().filter(said -> said.kind() == BankAnswer.Kind.APPROVED).isPresent();
    }

    /** What the answer to a request says that must not be made twice. */
    private Outcome said(Filling filling, ApiWork work, Answer answer) {
        return orLook(work, readings.read(filling, answer, exchanges.keepAnswer(filling.run(), answer, Map.of()), true));
    }

    /** Where it can be seen whether the bank has acted, the next run looks; no person has to find out. */
    private static Outcome orLook(ApiWork work, Outcome outcome) {
        return work.look() != null && outcome instanceof NeedsPerson person && person.reason() == Reason.ANSWER_LOST
                ? new Outcome.Fault(person.detail() + " Whether the bank has acted on it is looked up first.") : outcome;
    }

    private Answer called(Filling filling, ApiWork work, boolean once) throws CallFailed {
        var call = calls.request(work.request(), filling);
        exchanges.keepRequest(filling.run(), call);
        if (!once) {
            return caller.call(call);
        }
        filling.run().intend(call.said());
        return caller.callOnce(call);
    }

    private static boolean isToRenew(Answer answer, Filling filling, ApiWork work) {
        return hasRunOut(answer, filling, work) && filling.run().renew();
    }

    private static boolean hasRunOut(Answer answer, Filling filling, ApiWork work) {
        var leg = filling.run().order().leg();
        return work.isToRenewOn(answer.status(), leg.repeat())
                && SignReader.read(leg.signs(), answer, filling) == SignReader.Reading.NONE;
    }

    private Outcome lost(Filling filling, ApiWork work, String what) {
        show(filling, work);
        return Readings.answerLost(what);
    }

    /** How it stands after the request was made and its answer was kept: there is nothing to look at but what we have. */
    private static Outcome kept(Filling filling, Optional<Answer> whole) {
        var run = filling.run();
        var leg = run.order().leg();
        var missing = run.missing();
        var isApproved = isApproved(run);
        var isDecided = whole.map(answer -> SignReader.read(leg.signs(), answer, filling) == SignReader.Reading.DONE)
                .orElseGet(() -> leg.signs().waitWhen().isEmpty() || bringsBack(leg));
        if (missing.isEmpty() && (isApproved || isDecided)) {
            return new Outcome.Done(isApproved ? "The bank has approved." : "The answer to an earlier request is kept.");
        }
        if (isApproved) {
            return new NeedsPerson(Reason.MISSING_DATA, "The bank has approved. Please enter what it gave: "
                    + String.join(", ", missing) + ".", null);
        }
        if (!leg.signs().waitWhen().isEmpty()) {
            return new Outcome.NotYet(leg.waitsFor(), "The bank has the request and has not decided yet.", null);
        }
        return Readings.answerLost("The answer came, but it is not known what it was worth: " + String.join(", ", missing) + " missing.");
    }

    private static boolean bringsBack(Leg leg) {
        return leg.captures().values().stream().anyMatch(capture -> !capture.optional());
    }
}
