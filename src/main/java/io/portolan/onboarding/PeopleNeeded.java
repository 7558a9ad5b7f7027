package io.portolan.onboarding;

import io.portolan.leg.LegOrder;
import io.portolan.leg.Notice;
import java.util.List;

/** Where work for people is left that no process waits for. */
public interface PeopleNeeded {

    /** Asks a person about a leg that goes on waiting and looking; not while the same is being asked already. */
    void beside(Onboarding onboarding, LegOrder order, Notice notice);

    /** Withdraws what was asked beside waits of this onboarding, since the bank has spoken or the wait is over. */
    void noLongerBeside(String onboarding);

    /** Asks people to see to what an onboarding that is over has left at the bank. */
    void cleanUp(Onboarding onboarding, String question, List<String> existsAtBank);

    /** Tells people something that they have to look at, while the onboarding goes on. */
    void tell(Onboarding onboarding, String title, String sentence);
}
