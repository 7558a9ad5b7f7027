package io.portolan.bankapi;

import static io.portolan.bankapi.AccessSteps.services;

import io.portolan.bankapi.SignReader.Reading;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.Probe;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import io.portolan.playbook.Signs;
import io.portolan.vault.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Proves that our registration works: a token where there is one to get, a call for each service, and the calls that must fail beside them. */
@Component
class AccessLeg {

    private static final Signs ONLY_SUCCESS = new Signs(List.of(), List.of(), List.of(), List.of());

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);

    private final Tokens tokens;
    private final Probes probes;
    private final Readings readings;
    private final Clock clock;

    AccessLeg(Tokens tokens, Probes probes, Readings readings, Clock clock) {
        this.tokens = tokens;
        this.probes = probes;
        this.readings = readings;
        this.clock = clock;
    }

    Outcome perform(Filling filling, ApiWork work) {
        var run = filling.run();
        try {
            if (work.token() == null) {
                return probeAll(filling, work);
            }
            run.doing(AccessSteps.TOKEN);
            var given = tokens.ask(work.token(), filling, null);
            run.came(given.answer().status() + (given.token().isPresent() ? ", with a token" : ", without a token"));
            if (given.token().isEmpty()) {
                var signs = work.probe().isEmpty() ? run.order().leg().signs() : ONLY_SUCCESS;
                return failed(filling, work, given.answer(), SignReader.read(signs, given.answer(), filling));
            }
            try (Secret token = given.token().get()) {
                var loose = Verdict.of(given.binding(), work.token().bound());
                if (loose != null) {
                    return notProven(run, work, loose);
                }
                if (work.takesAccountHolder()) {
                    run.journal("account-token", "By the consent of an account holder the bank has given an access token, which is discarded with"
                            + " the end of this leg.");
                }
                if (!work.probe().isEmpty()) {
                    return probeAll(filling.with(token), work);
                }
                services(run.order(), null).forEach(service -> run.proves(new ProofOfAccess(ProofLevel.TOKEN, false, service)));
                return proven(filling, work, "The bank has given us an access token"
                        + (given.binding() == TokenBinding.OURS ? " that works with our certificate only" : ""), false);
            }
        } catch (CallFailed failure) {
            return notProven(run, work, Verdict.of(failure));
        }
    }

    /** Each service is proven by its own calls, whatever comes of those for the others. */
    private Outcome probeAll(Filling filling, ApiWork work) throws CallFailed {
        Outcome first = null;
        var answered = new ArrayList<String>();
        var areControlled = true;
        for (var probe : work.probe()) {
            var services = services(filling.run().order(), probe);
            if (services.isEmpty()) {
                continue;
            }
            filling.run().doing(AccessSteps.call(probe, services));
            var answer = asked(probe, filling, work, services);
            filling.run().came(String.valueOf(answer.status()));
            var reading = SignReader.read(filling.run().order().leg().signs(), answer, filling);
            if (reading == Reading.DONE) {
                areControlled &= prove(probe, filling, work, services);
                answered.add(said(answer, work, services));
            } else if (first == null) {
                first = failed(filling, work, answer, reading);
            }
        }
        return first != null ? first : proven(filling, work, "The bank's API answered " + String.join(", ", answered), areControlled);
    }

    private Answer asked(Probe probe, Filling filling, ApiWork work, List<Service> services) throws CallFailed {
        var run = filling.run();
        var answer = probes.probe(probe, filling);
        var reading = SignReader.read(run.order().leg().signs(), answer, filling);
        if (reading != Reading.NONE || !work.isToRenewOn(answer.status(), run.order().leg().repeat())) {
            return answer;
        }
        run.came(String.valueOf(answer.status()));
        if (!run.renew()) {
            return answer;
        }
        run.doing(AccessSteps.call(probe, services));
        return probes.probe(probe, filling);
    }

    /** Whether the proof is controlled: some call that had to fail did, and none did not. */
    private boolean prove(Probe probe, Filling filling, ApiWork work, List<Service> services) throws CallFailed {
        var run = filling.run();
        var same = probes.answeredAlike(probe, work.token(), filling);
        if (!same.isEmpty()) {
            run.journal("access-not-controlled", "These calls should have failed and did not, so the proof counts for less: "
                    + String.join(", ", same));
        }
        var isControlled = same.isEmpty() && probe.negativeControl() != null && !probe.negativeControl().isEmpty();
        services.forEach(service -> run.proves(new ProofOfAccess(probe.proves(), isControlled, service)));
        return isControlled;
    }

    private static String said(Answer answer, ApiWork work, List<Service> services) {
        return answer.status() + (work.probe().size() == 1 ? ""
                : " for " + services.stream().map(Enum::name).collect(Collectors.joining(" and ")));
    }

    private static Outcome proven(Filling filling, ApiWork work, String how, boolean areControlled) {
        return new Outcome.Done(how + (areControlled ? ", and calls that had to fail did fail." : "; no call that had to fail did so.")
                + (isPlain(filling, work) ? " The connection was not TLS, so nothing is proven of our certificate." : ""));
    }

    private static boolean isPlain(Filling filling, ApiWork work) {
        return Stream.concat(work.probe().stream().filter(probe -> !services(filling.run().order(), probe).isEmpty())
                .map(probe -> filling.fillAddress(probe.url(), probe.tls() != null)),
                Stream.ofNullable(work.token()).map(token -> filling.fillAddress(token.url(), token.tls() != null)))
                .anyMatch(address -> AllowedHosts.isPlain(URI.create(address.text())));
    }

    private Outcome failed(Filling filling, ApiWork work, Answer answer, Reading reading) {
        var run = filling.run();
        var excerpt = Transcript.excerpt(answer, run.masks());
        var spoken = Spoken.of(answer, reading, filling, excerpt);
        return switch (reading) {
            case REJECTED -> new Outcome.Rejected(spoken);
            case WAIT -> new Outcome.NotYet(run.order().leg().waitsFor(), "The bank answers: " + spoken, null);
            case ASK -> new Outcome.NeedsPerson(Outcome.Reason.ASKED_BY_PLAYBOOK, "The bank's answer asks for a person.", spoken);
            case DONE, NONE -> notProven(run, work, answer, Verdict.of(answer, excerpt));
        };
    }

    /** A code counts once, so after an outage there is nothing to come back with; else it is when the bank asks for it. */
    private Outcome notProven(LegRun run, ApiWork work, Answer answer, Verdict verdict) {
        return verdict.whose() == Verdict.Whose.THEIR_OUTAGE && !work.takesAccountHolder() ? readings.later(answer, verdict.sentence())
                : notProven(run, work, verdict);
    }

    /** Many banks need a while until a new registration works everywhere: a first failure is tried again. */
    private Outcome notProven(LegRun run, ApiWork work, Verdict verdict) {
        var isTheirs = verdict.whose() == Verdict.Whose.THEIR_OUTAGE || verdict.whose() == Verdict.Whose.THEIR_SERVER;
        if (verdict.whose() == Verdict.Whose.OUR_REGISTRATION && work.patience() != null) {
            var end = CaptureReader.after(work.patience(), run.round().since());
            if (clock.instant().isBefore(end)) {
                return new Outcome.NotYet(run.order().leg().waitsFor(), "A new registration may need " + work.patience()
                        + " until all of the bank knows it. " + verdict.sentence(), nextTry(run.round().since(), end));
            }
        }
        // a code counts once, so there is nothing to try again with
        if (!work.takesAccountHolder() && (isTheirs || !run.isRepeated())) {
            return new Outcome.Fault(verdict.sentence());
        }
        return new Outcome.NeedsPerson(Outcome.Reason.ACCESS_NOT_PROVEN,
                "Access does not work although the registration is finished. How shall it go on?", verdict.sentence());
    }

    /** After as long again as it has taken so far, and once more when the patience ends. */
    private Instant nextTry(Instant since, Instant end) {
        var now = clock.instant();
        var elapsed = Duration.between(since, now);
        var next = now.plus(elapsed.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : elapsed);
        return next.isBefore(end) ? next : end;
    }
}
