package io.portolan.process;

import io.portolan.onboarding.RecordPreflight;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records by what the onboarding was found ready to start. */
@Component
class PreflightDelegate implements JavaDelegate {

    private final RecordPreflight recordPreflight;

    PreflightDelegate(RecordPreflight recordPreflight) {
        this.recordPreflight = recordPreflight;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recordPreflight.of(execution.getProcessBusinessKey());
    }
}
