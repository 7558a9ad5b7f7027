package io.portolan.api;

import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Stage;

/** What to look for among onboardings. */
record OnboardingQuery(String tpp, String bank, String environment, String status, String kind, Boolean underWay, String stage, String passed, Boolean promiseBroken,
        String since) {

    Onboardings.Filter filter() {
        return new Onboardings.Filter(tpp, bank, environment, Words.read(Onboarding.Status.class, "status", status), Words.read(Environment.Kind.class, "kind", kind),
                Boolean.TRUE.equals(underWay), Words.read(Stage.class, "stage", stage), Words.read(Stage.class, "passed", passed), Boolean.TRUE.equals(promiseBroken),
                Moments.read("since", since));
    }
}
