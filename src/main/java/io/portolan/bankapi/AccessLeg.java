package io.portolan.bankapi;

import io.portolan.bankapi.SignReader.Reading;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Signs;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Proves that our registration works: a token where there is one to get, a call, and the calls that must fail beside it. */
@Component
class AccessLeg {

    private static final Signs ONLY_SUCCESS = new Signs(List.of(), List.of(), List.of(), List.of());

    private final Tokens tokens;
    private final Probes probes;

    AccessLeg(Tokens tokens, Probes probes) {
        this.tokens = tokens;
        this.probes = probes;
    }

    Outcome perform(LegRun run, ApiWork work) {
        try {
            if (work.token() == null) {
                return probe(new Filling(run), work);
            }
            var given = tokens.ask(work.token(), new Filling(run), null);
            if (given.token().isEmpty()) {
                var signs = work.probe() == null ? run.order().leg().signs() : ONLY_SUCCESS;
                return failed(new Filling(run), given.answer(), SignReader.read(signs, given.answer(), new Filling(run)));
            }
            try (Secret token = given.token().get()) {
                var filling = new Filling(run, token, Map.of());
                return work.probe() == null ? proven(filling, work, ProofLevel.TOKEN, false, "The bank has given us an access token")
                        : probe(filling, work);
            }
        } catch (CallFailed failure) {
            return notProven(run, Verdict.of(failure), !failure.how().mayBeOurCertificate());
        }
    }

    private Outcome probe(Filling filling, ApiWork work) throws CallFailed {
        var run = filling.run();
        var answer = probes.probe(work.probe(), filling);
        var reading = SignReader.read(run.order().leg().signs(), answer, filling);
        if (reading == Reading.NONE && work.isToRenewOn(answer.status(), run.order().leg().repeat()) && run.renew()) {
            answer = probes.probe(work.probe(), filling);
            reading = SignReader.read(run.order().leg().signs(), answer, filling);
        }
        if (reading != Reading.DONE) {
            return failed(filling, answer, reading);
        }
        var same = probes.answeredAlike(work, filling);
        var controls = work.probe().negativeControl() == null ? List.of() : work.probe().negativeControl();
        if (!same.isEmpty()) {
            run.journal("access-not-controlled", "These calls should have failed and did not, so the proof counts for less: "
                    + String.join(", ", same));
        }
        return proven(filling, work, work.probe().proves(), same.isEmpty() && !controls.isEmpty(),
                "The bank's API answered " + answer.status());
    }

    private static Outcome proven(Filling filling, ApiWork work, ProofLevel level, boolean controlled, String how) {
        var run = filling.run();
        var leg = run.order().leg();
        run.order().services().stream().sorted().filter(service -> leg.onlyFor().isEmpty() || leg.onlyFor().contains(service))
                .forEach(service -> run.proves(new ProofOfAccess(level, controlled, service)));
        return new Outcome.Done(how + (controlled ? ", and calls that had to fail did fail." : "; no call that had to fail did so.")
                + (isPlain(filling, work) ? " The connection was not TLS, so nothing is proven of our certificate." : ""));
    }

    private static boolean isPlain(Filling filling, ApiWork work) {
        return Stream.of(work.probe() == null ? Optional.<Template>empty() : Optional.of(work.probe().url()),
                work.token() == null ? Optional.<Template>empty() : Optional.of(work.token().url())).flatMap(Optional::stream)
                .anyMatch(url -> AllowedHosts.isPlain(URI.create(filling.fill(url).text())));
    }

    private static Outcome failed(Filling filling, Answer answer, Reading reading) {
        var run = filling.run();
        var excerpt = Transcript.excerpt(answer, run.masks());
        var leg = run.order().leg();
        var spoken = Spoken.of(answer, reading, filling, excerpt);
        return switch (reading) {
            case REJECTED -> new Outcome.Rejected(spoken);
            case WAIT -> new Outcome.NotYet(leg.waitsFor(), "The bank answers: " + spoken, null);
            case ASK -> new Outcome.NeedsPerson(Outcome.Reason.ASKED_BY_PLAYBOOK, "The bank's answer asks for a person.", spoken);
            case DONE, NONE -> notProven(run, Verdict.of(answer, excerpt), answer.isOutage());
        };
    }

    /** Many banks need a while until a new registration works everywhere: a first failure is tried again. */
    private static Outcome notProven(LegRun run, String verdict, boolean isOutage) {
        if (isOutage || !run.isRepeated()) {
            return new Outcome.Fault(verdict);
        }
        return new Outcome.NeedsPerson(Outcome.Reason.ACCESS_NOT_PROVEN,
                "Access does not work although the registration is finished. How shall it go on?", verdict);
    }
}
