package io.portolan.process;

import io.portolan.leg.LegQueue;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Puts a leg into the queue as the process comes to act on it. */
@Component
class OfferLegListener implements ExecutionListener {

    private final LegQueue queue;

    OfferLegListener(LegQueue queue) {
        this.queue = queue;
    }

    @Override
    public void notify(DelegateExecution execution) {
        queue.offer(execution.getProcessBusinessKey(), (String) execution.getVariable(ProcessNames.LEG),
                execution.getProcessInstanceId());
    }
}
