package io.portolan.stories;

import io.portolan.onboarding.Onboarding;
import io.portolan.simulator.harbour.Harbour;

/** A story at Harbour Bank. */
abstract class HarbourStory extends CoastStory {

    static final Harbour BANK = Harbour.in(WORLD);

    Onboarding start(String tpp) {
        return start(tpp, "xx-harbour");
    }
}
