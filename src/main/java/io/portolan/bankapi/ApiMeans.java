package io.portolan.bankapi;

import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Places;
import io.portolan.vault.Secret;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Acts on legs by calls at the bank's API. */
@Component
class ApiMeans implements Means {

    private final Tokens tokens;
    private final RequestLeg requests;
    private final AccessLeg access;

    ApiMeans(Tokens tokens, RequestLeg requests, AccessLeg access) {
        this.tokens = tokens;
        this.requests = requests;
        this.access = access;
    }

    @Override
    public MeansName name() {
        return MeansName.API;
    }

    @Override
    public Outcome perform(LegRun run) {
        var work = (ApiWork) run.order().leg().work();
        try {
            return work.request() != null ? request(run, work) : access.perform(run, work);
        } catch (Stopped stopped) {
            return stopped.outcome();
        }
    }

    @Override
    public void show(LegRun run) {
        var work = (ApiWork) run.order().leg().work();
        if (work.request() != null) {
            requests.show(run, work);
        }
    }

    private Outcome request(LegRun run, ApiWork work) {
        if (work.token() == null) {
            return requests.perform(new Filling(run), work);
        }
        if (!RequestLeg.calls(run, work)) {
            return requests.perform(new Filling(run, null, Map.of(Places.TOKEN, new Filled("(access token)", false))), work);
        }
        try {
            var given = tokens.ask(work.token(), new Filling(run), null);
            if (given.token().isEmpty()) {
                return withoutToken(run, given.answer());
            }
            try (Secret token = given.token().get()) {
                return requests.perform(new Filling(run, token, Map.of()), work);
            }
        } catch (CallFailed failure) {
            return new Outcome.Fault(failure.getMessage());
        }
    }

    private static Outcome withoutToken(LegRun run, Answer answer) {
        var verdict = Verdict.of(answer, Transcript.excerpt(answer, run.masks()));
        return answer.isOutage() || !run.isRepeated() ? new Outcome.Fault(verdict)
                : new Outcome.NeedsPerson(Outcome.Reason.UNEXPECTED_ANSWER,
                        "The bank gives us no access token for this request. How shall it go on?", verdict);
    }
}
