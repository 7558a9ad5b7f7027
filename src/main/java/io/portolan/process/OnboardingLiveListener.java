package io.portolan.process;

import io.portolan.onboarding.FinishOnboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Says that an onboarding has come to the end of its route. */
@Component
class OnboardingLiveListener implements ExecutionListener {

    private final FinishOnboarding finishOnboarding;

    OnboardingLiveListener(FinishOnboarding finishOnboarding) {
        this.finishOnboarding = finishOnboarding;
    }

    @Override
    public void notify(DelegateExecution execution) {
        finishOnboarding.live(execution.getProcessBusinessKey());
    }
}
