package io.portolan.onboarding;

import io.portolan.leg.AnswerReading;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegResult;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.leg.Settlement;
import io.portolan.playbook.RegistrationWork;
import io.portolan.playbook.WaitingFor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Moves an onboarding by what came of a leg: its state, its credentials, and then the engine. */
@Component
class SettleLeg implements Settlement {

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final OnboardingRegistration registration;
    private final AnswerReading answers;
    private final Engine engine;
    private final PeopleNeeded people;
    private final LegQueue legs;
    private final JdbcLeanings leanings;
    private final DecidedServices decided;
    private final GrantedElsewhere elsewhere;
    private final SideBySide sideBySide;
    private final GoBack goBack;

    SettleLeg(JdbcOnboardings onboardings, OnboardingOrders orders, OnboardingRegistration registration, AnswerReading answers,
            Engine engine, PeopleNeeded people, LegQueue legs, JdbcLeanings leanings,
            DecidedServices decided, GrantedElsewhere elsewhere, SideBySide sideBySide, GoBack goBack) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.registration = registration;
        this.answers = answers;
        this.engine = engine;
        this.people = people;
        this.legs = legs;
        this.leanings = leanings;
        this.decided = decided;
        this.elsewhere = elsewhere;
        this.sideBySide = sideBySide;
        this.goBack = goBack;
    }

    @Override
    public void lock(String onboarding) {
        onboardings.lock(onboarding);
    }

    @Override
    public void settle(LegResult result) {
        var onboarding = onboardings.lock(result.onboarding());
        var order = orders.order(onboarding, result.leg());
        if (!(result.outcome() instanceof Outcome.NotYet)) {
            people.noLongerBeside(onboarding.id());
        }
        if (onboarding.status().isFinal()) {
            legs.settled(result.onboarding(), result.leg(), LegState.STOPPED);
            unwanted(order, result.outcome());
        } else if (result.outcome() instanceof Outcome.Done passed && passed.isPassedBy()) {
            done(result, order);
        } else if (result.outcome() instanceof Outcome.Done) {
            registration.keepCredentials(onboarding, order);
            decided.readCaptured(onboarding, order);
            elsewhere.read(onboarding, order);
            answers.readGoodNews(order);
            done(result, order);
        } else if (answers.isUnreadFor(order) || legs.hasWord(result.onboarding(), result.leg()) || isOverElsewhere(order, result.outcome())) {
            move(result, Onboarding.Status.RUNNING, null, Engine.Move.NEXT_ACT, LegState.READY);
        } else if (result.outcome() instanceof Outcome.NotYet notYet) {
            move(result, waiting(notYet.waitingFor()), notYet.waitingFor(), Engine.Move.NOT_YET, LegState.WAITING);
            if (result.notice() != null) {
                people.beside(onboarding, order, result.notice());
            }
        } else if (result.outcome() instanceof Outcome.BackTo back) {
            legs.settled(result.onboarding(), result.leg(), LegState.PENDING);
            var begunAnew = goBack.beginAnew(onboarding, back.leg(), back.why(), "portolan");
            onboardings.status(result.onboarding(), Onboarding.Status.RUNNING, null, null);
            engine.goBack(result.onboarding(), begunAnew, back.leg());
        } else if (result.outcome() instanceof Outcome.Rejected) {
            move(result, Onboarding.Status.WAITING_FOR_US, WaitingFor.US, Engine.Move.REJECTED, LegState.REJECTED);
        } else {
            move(result, Onboarding.Status.WAITING_FOR_US, WaitingFor.US, Engine.Move.PERSON, LegState.WITH_PERSON);
        }
    }

    /** The onboarding elsewhere may have ended since the leg looked; from here on, whoever ends it finds this one waiting. */
    private boolean isOverElsewhere(LegOrder order, Outcome outcome) {
        return order.leg().work() instanceof RegistrationWork && outcome instanceof Outcome.NotYet
                && leanings.find(order.onboarding(), order.leg().id()).filter(leaning -> leaning.awaitedStatus() != null
                        && leaning.awaitedStatus().isFinal()).isPresent();
    }

    /** What the bank has rejected or asked is read by the next leg; after the last one nobody would read it. */
    private void done(LegResult result, LegOrder order) {
        if (answers.isUnreadFor(order) && legs.isLast(result.onboarding(), result.leg())) {
            move(result, Onboarding.Status.RUNNING, null, Engine.Move.NEXT_ACT, LegState.READY);
        } else {
            move(result, Onboarding.Status.RUNNING, null, Engine.Move.DONE, LegState.DONE);
        }
    }

    /** The status is set before the engine moves, since the engine may bring the onboarding to its end. */
    private void move(LegResult result, Onboarding.Status status, WaitingFor waitingFor, Engine.Move move, LegState state) {
        onboardings.status(result.onboarding(), status, waitingFor, null);
        legs.settled(result.onboarding(), result.leg(), state);
        engine.complete(result.handle(), move, result.lookAgainAt());
        sideBySide.refresh(result.onboarding());
    }

    static Onboarding.Status waiting(WaitingFor waitingFor) {
        return switch (waitingFor) {
            case US -> Onboarding.Status.WAITING_FOR_US;
            case BANK -> Onboarding.Status.WAITING_FOR_BANK;
            case OTHER -> Onboarding.Status.WAITING_FOR_OTHER;
        };
    }

    @Override
    public void unwanted(LegOrder order, Outcome outcome) {
        var onboarding = onboardings.find(order.onboarding()).orElseThrow();
        if (outcome instanceof Outcome.NotYet) {
            return;
        }
        if (onboarding.status().isFinal()) {
            people.cleanUp(onboarding, "\"" + order.leg().title() + "\" was still being worked on when the onboarding ended."
                    + " Please see what came of it at the bank.", List.of(order.leg().title()));
        } else {
            people.tell(onboarding, "Came back late: " + order.leg().title(), "\"" + order.leg().title() + "\" was still being worked on when the"
                    + " onboarding went another way. What came of it is in the journal; please see whether it has left something at the bank.");
        }
    }
}
