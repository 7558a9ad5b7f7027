package io.portolan.bankapi;

import io.portolan.leg.LegRun;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.NeedsPerson;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.ApiLook;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Repeat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether the bank has acted on a request, before it is made again. */
@Component
class Looks {

    private final Calls calls;
    private final Caller caller;
    private final Exchanges exchanges;
    private final Readings readings;
    private final Sightings sightings;

    Looks(Calls calls, Caller caller, Exchanges exchanges, Readings readings, Sightings sightings) {
        this.calls = calls;
        this.caller = caller;
        this.exchanges = exchanges;
        this.readings = readings;
        this.sightings = sightings;
    }

    /** What came of looking; empty where the bank has not acted on the request. */
    Optional<Outcome> look(Filling filling, ApiWork work) {
        var run = filling.run();
        var call = calls.look(work.look(), filling);
        exchanges.keepRequest(run, call);
        Answer answer;
        try {
            answer = caller.call(call);
        } catch (CallFailed failure) {
            return Optional.of(new Outcome.Fault(failure.getMessage()));
        }
        var isFound = SignReader.any(work.look().foundWhen(), answer, filling);
        if (isFound) {
            run.happened();
            sightings.forget(run);
        }
        var excerpt = isFound ? exchanges.keepAnswer(run, answer, work.look().captures()) : exchanges.keepOnlyAnswer(run, answer);
        if (isFound) {
            return Optional.of(found(filling));
        }
        if (isAbsent(work.look(), answer, filling)) {
            return isToLookOnceMore(run) ? Optional.of(new Outcome.Fault("A look at the bank finds nothing of the request; it is looked"
                    + " once more before the request is made again.", sightings.pause())) : Optional.empty();
        }
        return Optional.of(answer.isOutage() ? readings.later(answer, "The bank cannot answer at present: " + excerpt)
                : unclear(run, excerpt));
    }

    /** Where the answer to a request was lost, the bank may still be working on it at the first look. */
    private boolean isToLookOnceMore(LegRun run) {
        return run.progress() == Progress.INTENDED && run.order().leg().repeat() != Repeat.NEVER && !sightings.isAbsentTwice(run);
    }

    /** An answer that says neither yes nor no may be a maintenance page, and is no knowledge. */
    private Outcome unclear(LegRun run, String excerpt) {
        return sightings.isUnclearForGood(run) ? new NeedsPerson(Reason.UNEXPECTED_ANSWER, "We looked whether the bank has acted on the request, and its answer says"
                        + " neither yes nor no. Please find out, and enter what it gave or let the request be made again.", excerpt)
                : new Outcome.Fault("We looked whether the bank has acted on the request, and its answer says neither yes nor no: " + excerpt,
                        sightings.pause());
    }

    private static Outcome found(Filling filling) {
        var leg = filling.run().order().leg();
        var missing = filling.run().missing();
        if (missing.isEmpty()) {
            return new Outcome.Done("The bank has acted on an earlier request, as a look shows.");
        }
        var isSecret = missing.stream().anyMatch(name -> leg.captures().get(name).secret());
        return new NeedsPerson(isSecret ? Reason.SECRET_LOST : Reason.MISSING_DATA, "The bank has acted on an earlier request, but does"
                + " not say again: " + String.join(", ", missing) + ". Please get it from the bank.", null);
    }

    private static boolean isAbsent(ApiLook look, Answer answer, Filling filling) {
        return look.absentWhen().isEmpty() ? answer.status() == 404 || answer.isSuccess() && answer.json().isContainerNode()
                : SignReader.any(look.absentWhen(), answer, filling);
    }
}
