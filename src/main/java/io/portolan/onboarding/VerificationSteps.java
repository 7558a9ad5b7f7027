package io.portolan.onboarding;

import io.portolan.leg.Onlooker;
import io.portolan.registration.Verification.State;
import io.portolan.registration.Verification.Step;
import io.portolan.registration.Verifications;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Writes down how far a verification is, while it goes on. */
final class VerificationSteps implements Onlooker {

    private final String verification;
    private final List<Step> steps;
    private final Verifications verifications;
    private final Clock clock;
    private int at = -1;

    VerificationSteps(String verification, List<Step> planned, Verifications verifications, Clock clock) {
        this.verification = verification;
        this.steps = new ArrayList<>(planned);
        this.verifications = verifications;
        this.clock = clock;
    }

    /** What was planned is passed over up to here; what was not planned comes in between. */
    @Override
    public void doing(String what) {
        finish(null);
        int next = at + 1;
        while (next < steps.size() && !steps.get(next).what().equals(what)) {
            next++;
        }
        if (next == steps.size()) {
            steps.add(at + 1, Step.planned(what));
            next = at + 1;
        }
        at = next;
        steps.set(at, new Step(what, clock.instant(), null, null, List.of()));
        verifications.move(verification, steps);
    }

    @Override
    public void came(String what) {
        if (finish(what)) {
            verifications.move(verification, steps);
        }
    }

    @Override
    public void evidence(long id) {
        if (at >= 0) {
            var step = steps.get(at);
            var evidence = new ArrayList<>(step.evidence());
            evidence.add(id);
            steps.set(at, new Step(step.what(), step.begunAt(), step.endedAt(), step.came(), List.copyOf(evidence)));
        }
    }

    void end(State state, String said) {
        finish(null);
        verifications.end(verification, state, said, steps);
    }

    private boolean finish(String came) {
        if (at < 0 || !steps.get(at).isUnderWay()) {
            return false;
        }
        var step = steps.get(at);
        steps.set(at, new Step(step.what(), step.begunAt(), clock.instant(), came, step.evidence()));
        return true;
    }
}
