package io.portolan.bankapi;

import io.portolan.journal.Evidence;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.NeedsPerson;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Leg;
import io.portolan.playbook.Repeat;
import io.portolan.playbook.Request;
import io.portolan.playbook.WaitingFor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the one request of a leg; one that must not be made twice is made only where it cannot have been made before. */
@Component
class RequestLeg {

    private static final Set<String> NOT_REPEATABLE = Set.of("POST", "PATCH");

    private final Calls calls;
    private final Caller caller;

    RequestLeg(Calls calls, Caller caller) {
        this.calls = calls;
        this.caller = caller;
    }

    Outcome perform(LegRun run, Request request) {
        var filling = new Filling(run);
        if (!isOnce(run.order().leg(), request)) {
            return again(run, filling, calls.request(request, filling));
        }
        return switch (run.progress()) {
            case NOTHING -> once(run, filling, calls.request(request, filling));
            case INTENDED -> lost(run, calls.request(request, filling));
            case HAPPENED -> look(run);
        };
    }

    private Outcome again(LegRun run, Filling filling, Call call) {
        keepRequest(run, call);
        try {
            var answer = caller.call(call);
            return read(run, filling, answer, keepAnswer(run, answer), false);
        } catch (CallFailed failure) {
            return new Outcome.Fault(failure.getMessage());
        }
    }

    private Outcome once(LegRun run, Filling filling, Call call) {
        keepRequest(run, call);
        run.intend(call.said());
        try {
            var answer = caller.callOnce(call);
            return read(run, filling, answer, keepAnswer(run, answer), true);
        } catch (CallFailed failure) {
            if (failure.how().isBeforeTheCall()) {
                run.averted(failure.getMessage());
                return new Outcome.Fault(failure.getMessage());
            }
            return answerLost(failure.getMessage());
        }
    }

    private static Outcome lost(LegRun run, Call call) {
        keepRequest(run, call);
        return answerLost("An earlier run was cut off after " + call.said() + " had begun.");
    }

    private static NeedsPerson answerLost(String what) {
        return new NeedsPerson(Reason.ANSWER_LOST, "The bank may or may not have acted on a request that must not be made twice."
                + " Please find out, and enter what it gave or let the request be made again.", what);
    }

    /** How it stands after the request was made and its answer was kept: there is nothing to look at but what we have. */
    private static Outcome look(LegRun run) {
        var leg = run.order().leg();
        var missing = missing(run);
        var isApproved = run.answer().filter(said -> said.kind() == BankAnswer.Kind.APPROVED).isPresent();
        var bringsBack = leg.captures().values().stream().anyMatch(capture -> !capture.optional());
        if (missing.isEmpty() && (bringsBack || isApproved || leg.signs().waitWhen().isEmpty())) {
            return new Outcome.Done(isApproved ? "The bank has approved." : "The answer to an earlier request is kept.");
        }
        if (isApproved) {
            return new NeedsPerson(Reason.MISSING_DATA, "The bank has approved. Please enter what it gave: "
                    + String.join(", ", missing) + ".", null);
        }
        if (!leg.signs().waitWhen().isEmpty()) {
            return new Outcome.NotYet(waitingFor(leg), "The bank has the request and has not decided yet.", null);
        }
        return answerLost("The answer came, but it is not known what it was worth: " + String.join(", ", missing) + " missing.");
    }

    private static Outcome read(LegRun run, Filling filling, Answer answer, String excerpt, boolean once) {
        var reading = SignReader.read(run.order().leg().signs(), answer, filling);
        if (once && (reading == SignReader.Reading.DONE || reading == SignReader.Reading.WAIT)) {
            run.happened();
        }
        return switch (reading) {
            case DONE -> done(run, answer);
            case REJECTED -> new Outcome.Rejected("The bank rejects: " + excerpt);
            case WAIT -> new Outcome.NotYet(waitingFor(run.order().leg()), "The bank answers: " + excerpt, null);
            case ASK -> new NeedsPerson(Reason.ASKED_BY_PLAYBOOK, "The bank's answer asks for a person.", excerpt);
            case NONE -> unread(run, answer, excerpt, once);
        };
    }

    private static Outcome done(LegRun run, Answer answer) {
        var missing = missing(run);
        return missing.isEmpty() ? new Outcome.Done("The bank answered " + answer.status() + ".")
                : new NeedsPerson(Reason.UNEXPECTED_ANSWER, "The bank's answer lacks " + String.join(", ", missing)
                        + ". Please enter what it gave.", "It answered " + answer.status() + ".");
    }

    private static Outcome unread(LegRun run, Answer answer, String excerpt, boolean once) {
        if (!answer.isOutage()) {
            if (once && answer.isRefusal()) {
                run.averted("The bank did not take the request: it answered " + answer.status() + ".");
            }
            return new NeedsPerson(Reason.UNEXPECTED_ANSWER, "The bank's answer fits none of the signs of this leg."
                    + " How shall it go on?", excerpt);
        }
        if (!once) {
            return new Outcome.Fault("The bank cannot answer at present: " + excerpt);
        }
        if (answer.status() == 429) {
            run.averted("The bank has put us off: " + excerpt);
            return new Outcome.Fault("The bank has put us off: " + excerpt);
        }
        return answerLost("The bank answered " + excerpt + ".");
    }

    private static boolean isOnce(Leg leg, Request request) {
        return leg.repeat() == null ? NOT_REPEATABLE.contains(request.method()) : leg.repeat() != Repeat.SAFE;
    }

    static WaitingFor waitingFor(Leg leg) {
        return leg.waiting() == null || leg.waiting().waitingFor() == null ? WaitingFor.BANK : leg.waiting().waitingFor();
    }

    private static List<String> missing(LegRun run) {
        return run.order().leg().captures().entrySet().stream()
                .filter(capture -> !capture.getValue().optional() && !run.has(capture.getKey()))
                .map(Map.Entry::getKey).toList();
    }

    private static void keepRequest(LegRun run, Call call) {
        run.evidence(Evidence.Kind.REQUEST, "text/plain", call.shown().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps what the answer brings back first, so that its secrets are known when the answer itself is kept. */
    private static String keepAnswer(LegRun run, Answer answer) {
        CaptureReader.keep(run, answer);
        run.evidence(Evidence.Kind.ANSWER, "text/plain", Transcript.of(answer, secretPointers(run.order().leg()), run.masks())
                .getBytes(StandardCharsets.UTF_8));
        return Transcript.excerpt(answer, run.masks());
    }

    private static List<String> secretPointers(Leg leg) {
        return leg.captures().values().stream().filter(capture -> capture.secret() && capture.from() != null)
                .map(capture -> capture.from().written()).filter(from -> from.startsWith("/")).toList();
    }
}
