package io.portolan.bankapi;

import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.playbook.ApiWork;
import io.portolan.playbook.MeansName;
import org.springframework.stereotype.Component;

/** Acts on legs by calls at the bank's API. */
@Component
class ApiMeans implements Means {

    private final RequestLeg requests;
    private final AccessLeg access;

    ApiMeans(RequestLeg requests, AccessLeg access) {
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
            return work.request() != null ? requests.perform(run, work.request()) : access.perform(run, work);
        } catch (Stopped stopped) {
            return stopped.outcome();
        }
    }
}
