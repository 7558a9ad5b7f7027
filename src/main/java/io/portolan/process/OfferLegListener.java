package io.portolan.process;

import io.portolan.onboarding.ReachLeg;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Puts a leg into the queue as the process comes to act on it. */
@Component
class OfferLegListener implements ExecutionListener {

    private final ReachLeg reachLeg;

    OfferLegListener(ReachLeg reachLeg) {
        this.reachLeg = reachLeg;
    }

    @Override
    public void notify(DelegateExecution execution) {
        reachLeg.with(execution.getProcessBusinessKey(), (String) execution.getVariable(ProcessNames.LEG),
                execution.getProcessInstanceId());
    }
}
