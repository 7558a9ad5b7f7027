package io.portolan.onboarding;

import java.util.List;

/** Where work for people is left that no process waits for. */
public interface PeopleNeeded {

    /** Asks people to see to what an onboarding that is over has left at the bank. */
    void cleanUp(Onboarding onboarding, String question, List<String> existsAtBank);

    /** Tells people something that they have to look at, while the onboarding goes on. */
    void tell(Onboarding onboarding, String title, String sentence);
}
