package io.portolan.leg;

import io.portolan.playbook.MeansName;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.WaitingFor;
import org.springframework.stereotype.Component;

/** Hands a leg to a person, and waits for the bank once the person has handed in. */
@Component
class OperatorMeans implements Means {

    private final SignUpByHand signUp;

    OperatorMeans(SignUpByHand signUp) {
        this.signUp = signUp;
    }

    @Override
    public MeansName name() {
        return MeansName.OPERATOR;
    }

    @Override
    public Outcome perform(LegRun run) {
        var leg = run.order().leg();
        if (run.progress() == LegRun.Progress.HAPPENED) {
            return new Outcome.NotYet(WaitingFor.BANK, "It was handed in; the bank has not answered yet.", null);
        }
        signUp.prepare(run);
        var evidence = leg.evidence() == null ? "" : " Please keep as proof: " + leg.evidence().label() + ".";
        var then = ((OperatorWork) leg.work()).thenWait() ? " Answer \"handed in\" when the bank has to act next." : "";
        return new Outcome.NeedsPerson(Outcome.Reason.BY_DESIGN, "Please do this by hand: " + leg.title() + "." + evidence + then,
                null);
    }
}
