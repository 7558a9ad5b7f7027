package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegQueue;
import io.portolan.registration.Registrations;
import io.portolan.registration.Withdrawals;
import org.springframework.stereotype.Component;

/** The end of an onboarding that gives a registration up by the bank's own route. */
@Component
class EndWithdrawal {

    private static final String PORTOLAN = "portolan";

    private final OnboardingOrders orders;
    private final LegQueue legs;
    private final LeftAtBank leftAtBank;
    private final Registrations registrations;
    private final Withdrawals withdrawals;
    private final PeopleNeeded people;
    private final Journal journal;

    EndWithdrawal(OnboardingOrders orders, LegQueue legs, LeftAtBank leftAtBank, Registrations registrations, Withdrawals withdrawals, PeopleNeeded people, Journal journal) {
        this.orders = orders;
        this.legs = legs;
        this.leftAtBank = leftAtBank;
        this.registrations = registrations;
        this.withdrawals = withdrawals;
        this.people = people;
        this.journal = journal;
    }

    boolean isOf(Onboarding onboarding) {
        return orders.isWithdrawal(onboarding);
    }

    /** The bank has removed it. */
    void done(Onboarding onboarding) {
        if (registrations.find(onboarding.registration()).orElseThrow().standing().isHeld()) {
            withdrawals.givenUp(onboarding.registration(), "The bank has removed it.", PORTOLAN);
        }
        leftAtBank.seeWhetherAllIsGone(onboarding, PORTOLAN);
        journal.write(Act.ofPortolan(onboarding.id(), "onboarding-done", null, null, "All legs are done; the bank has removed the registration " + onboarding.registration() + "."));
    }

    /** It has stopped before the bank has: nobody knows better than that the registration stands as before. */
    void inVain(Onboarding onboarding, String note) {
        withdrawals.inVain(onboarding.registration(), note, PORTOLAN);
        if (legs.of(onboarding.id()).stream().anyMatch(row -> row.intent() != null || row.happenedAt() != null)) {
            people.tell(onboarding, "Not withdrawn at " + onboarding.bank(), "The withdrawal of the registration of " + onboarding.tpp() + " ended before the bank had removed it: " + note
                    + " Please see how it stands at the bank; here it stands as before.");
        }
    }
}
