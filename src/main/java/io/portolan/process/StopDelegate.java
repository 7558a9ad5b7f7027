package io.portolan.process;

import io.portolan.onboarding.FinishOnboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes sure that an onboarding whose process has stopped is over. */
@Component
class StopDelegate implements JavaDelegate {

    private final FinishOnboarding finishOnboarding;

    StopDelegate(FinishOnboarding finishOnboarding) {
        this.finishOnboarding = finishOnboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        finishOnboarding.processStopped(execution.getProcessBusinessKey());
    }
}
