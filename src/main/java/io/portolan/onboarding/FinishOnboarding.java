package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegQueue;
import io.portolan.registration.Remains;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings an onboarding to its end: live, rejected, or failed. */
@Component
public class FinishOnboarding {

    private final JdbcOnboardings onboardings;
    private final OnboardingRegistration registration;
    private final UniqueValues uniqueValues;
    private final LegQueue legs;
    private final LeftAtBank leftAtBank;
    private final EndWithdrawal withdrawal;
    private final Remains remains;
    private final PeopleNeeded people;
    private final Journal journal;

    FinishOnboarding(JdbcOnboardings onboardings, OnboardingRegistration registration, UniqueValues uniqueValues, LegQueue legs, LeftAtBank leftAtBank, EndWithdrawal withdrawal, Remains remains,
            PeopleNeeded people, Journal journal) {
        this.onboardings = onboardings;
        this.registration = registration;
        this.uniqueValues = uniqueValues;
        this.legs = legs;
        this.leftAtBank = leftAtBank;
        this.withdrawal = withdrawal;
        this.remains = remains;
        this.people = people;
        this.journal = journal;
    }

    /** The route was walked to its end: the registration is active with what was proven, or given up. */
    public void live(String id) {
        var onboarding = onboardings.lock(id);
        onboardings.status(id, Onboarding.Status.DONE, null, null);
        if (withdrawal.isOf(onboarding)) {
            withdrawal.done(onboardings.find(id).orElseThrow());
            return;
        }
        registration.activate(onboarding);
        remains.exist(onboarding.registration());
        uniqueValues.use(onboarding);
        journal.write(Act.ofPortolan(id, "onboarding-done", null, null,
                "All legs are done; registration " + onboarding.registration() + " is active."));
        var twice = leftAtBank.twice(onboarding);
        if (!twice.isEmpty()) {
            people.cleanUp(onboarding, "Something was done again of which the bank may have two now. Please look there,"
                    + " and remove the one that is not used.", twice);
        }
    }

    /** The process has stopped by its own drawing; an onboarding that nobody has ended before is ended now. */
    public void processStopped(String id) {
        var onboarding = onboardings.lock(id);
        if (!onboarding.status().isFinal()) {
            stopped(onboarding, Onboarding.Status.FAILED, "The process stopped.", "portolan");
        }
    }

    /**
     * It has ended before it came to its goal: withdrawn, given up, or rejected by the bank. A clean-up task is opened for what
     * exists at the bank already, which is given as sentences.
     */
    List<String> stopped(Onboarding onboarding, Onboarding.Status status, String note, String actor) {
        leftAtBank.keep(onboarding, row -> true);
        var exists = leftAtBank.sentences(onboarding);
        uniqueValues.use(onboarding);
        legs.stop(onboarding.id());
        people.noLongerBeside(onboarding.id());
        onboardings.status(onboarding.id(), status, null, note);
        if (withdrawal.isOf(onboarding)) {
            withdrawal.inVain(onboarding, note);
        } else {
            registration.ended(onboarding, status);
        }
        journal.write(Act.by(actor, onboarding.id(), status == Onboarding.Status.REJECTED ? "onboarding-rejected"
                : status == Onboarding.Status.WITHDRAWN ? "onboarding-withdrawn" : "onboarding-given-up", note));
        if (!exists.isEmpty()) {
            people.cleanUp(onboarding, "The onboarding " + (status == Onboarding.Status.WITHDRAWN ? "was withdrawn"
                    : status == Onboarding.Status.REJECTED ? "was rejected by the bank" : "was given up")
                    + ". Please remove at the bank what is no longer wanted.", exists);
        }
        return exists;
    }
}
