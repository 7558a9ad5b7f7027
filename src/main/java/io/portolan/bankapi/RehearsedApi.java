package io.portolan.bankapi;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Rehearsed;
import io.portolan.playbook.MeansName;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Rehearses legs by api: everything is as in earnest, filled, signed and read, but no connection is made. */
@Component
class RehearsedApi implements Rehearsed {

    private final Calls calls;
    private final Signatures signatures;
    private final Exchanges exchanges;
    private final Readings readings;
    private final Sightings sightings;
    private final AuthoriseLeg authorise;
    private final Clock clock;

    RehearsedApi(Calls calls, Signatures signatures, Exchanges exchanges, Readings readings, Sightings sightings, AuthoriseLeg authorise, Clock clock) {
        this.calls = calls;
        this.signatures = signatures;
        this.exchanges = exchanges;
        this.readings = readings;
        this.sightings = sightings;
        this.authorise = authorise;
        this.clock = clock;
    }

    @Override
    public MeansName name() {
        return MeansName.API;
    }

    @Override
    public Outcome perform(LegRun run, Cue cue) {
        var caller = new RehearsedCaller(run, cue, clock);
        var tokens = new Tokens(calls, signatures, caller);
        var requests = new RequestLeg(calls, caller, exchanges, readings, new Looks(tokens, calls, caller, exchanges, readings, sightings));
        return new ApiMeans(tokens, requests, new AccessLeg(tokens, new Probes(tokens, calls, caller), readings, clock), authorise,
                new Discovery(calls, caller, exchanges, clock), readings).perform(run);
    }
}
