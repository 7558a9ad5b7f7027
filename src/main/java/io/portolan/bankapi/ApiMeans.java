package io.portolan.bankapi;

import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.MeansName;
import io.portolan.vault.Secret;
import java.util.List;
import org.springframework.stereotype.Component;

/** Acts on legs by calls at the bank's API. */
@Component
class ApiMeans implements Means {

    private final Tokens tokens;
    private final RequestLeg requests;
    private final AccessLeg access;
    private final AuthoriseLeg authorise;
    private final Discovery discovery;
    private final Readings readings;

    ApiMeans(Tokens tokens, RequestLeg requests, AccessLeg access, AuthoriseLeg authorise, Discovery discovery, Readings readings) {
        this.readings = readings;
        this.tokens = tokens;
        this.requests = requests;
        this.access = access;
        this.authorise = authorise;
        this.discovery = discovery;
    }

    @Override
    public MeansName name() {
        return MeansName.API;
    }

    @Override
    public Outcome perform(LegRun run) {
        var work = (ApiWork) run.order().leg().work();
        try {
            var filling = discovery.filling(run, work);
            if (work.authorise() != null) {
                return authorise.perform(filling, work);
            }
            return work.request() != null ? request(filling, work) : access.perform(filling, work);
        } catch (Stopped stopped) {
            return stopped.outcome();
        } catch (CallFailed failure) {
            return failure.answer() == null ? new Outcome.Fault(failure.getMessage()) : readings.later(failure.answer(), failure.getMessage());
        }
    }

    @Override
    public List<String> steps(LegOrder order) {
        return AccessSteps.of(order, (ApiWork) order.leg().work());
    }

    @Override
    public void show(LegRun run) {
        var work = (ApiWork) run.order().leg().work();
        if (work.request() == null) {
            return;
        }
        try {
            requests.show(discovery.filling(run, work), work);
        } catch (CallFailed failure) {
            run.journal("request-not-shown", "Where it would go is not known: " + failure.getMessage());
        }
    }

    private Outcome request(Filling filling, ApiWork work) {
        var run = filling.run();
        if (work.token() == null) {
            return requests.perform(filling, work);
        }
        if (!RequestLeg.calls(run, work)) {
            return requests.perform(filling.with(RequestLeg.NO_TOKEN), work);
        }
        try {
            var given = tokens.ask(work.token(), filling, null);
            if (given.token().isEmpty()) {
                return withoutToken(run, given.answer());
            }
            try (Secret token = given.token().get()) {
                return requests.perform(filling.with(token), work);
            }
        } catch (CallFailed failure) {
            return new Outcome.Fault(failure.getMessage());
        }
    }

    private Outcome withoutToken(LegRun run, Answer answer) {
        var verdict = Verdict.of(answer, Transcript.excerpt(answer, run.masks()));
        if (verdict.whose() == Verdict.Whose.THEIR_OUTAGE) {
            return readings.later(answer, verdict.sentence());
        }
        return !run.isRepeated() ? new Outcome.Fault(verdict.sentence()) : new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER,
                "The bank gives us no access token for this request. How shall it go on?", verdict.sentence());
    }
}
