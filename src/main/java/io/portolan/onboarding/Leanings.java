package io.portolan.onboarding;

import java.util.List;

/** Who leans on whom. */
public interface Leanings {

    /** What an onboarding waits for, or has taken from, elsewhere. */
    List<Leaning> of(String onboarding);

    /** The onboardings that wait for this one, or have taken its result. */
    List<Leaning> on(String onboarding);

    /** What a registration leans on, by the onboardings that have worked for it. */
    List<Leaning> ofRegistration(String registration);

    /** The onboardings that have taken something from a registration. */
    List<Leaning> onRegistration(String registration);
}
