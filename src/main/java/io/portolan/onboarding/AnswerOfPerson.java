package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.AnswerReading;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.playbook.RegistrationWork;
import io.portolan.playbook.WaitingFor;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Carries an onboarding on by what a person says of a leg; called in the transaction that completes the person's task. */
@Component
public class AnswerOfPerson {

    /** The name of the value that says where to begin again after a rejection. */
    public static final String BACK_TO = "back-to";

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final OnboardingRegistration registration;
    private final FinishOnboarding finish;
    private final GoBack goBack;
    private final SideBySide sideBySide;
    private final LeftAtBank leftAtBank;
    private final LegQueue legs;
    private final AnswerReading answers;
    private final DecidedServices decided;
    private final JdbcLeanings leanings;
    private final Engine engine;
    private final Journal journal;
    private final Clock clock;

    AnswerOfPerson(JdbcOnboardings onboardings, OnboardingOrders orders, OnboardingRegistration registration,
            FinishOnboarding finish, GoBack goBack, SideBySide sideBySide, LeftAtBank leftAtBank, LegQueue legs, AnswerReading answers, DecidedServices decided,
            JdbcLeanings leanings, Engine engine, Journal journal, Clock clock) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.registration = registration;
        this.finish = finish;
        this.goBack = goBack;
        this.sideBySide = sideBySide;
        this.leftAtBank = leftAtBank;
        this.legs = legs;
        this.answers = answers;
        this.decided = decided;
        this.leanings = leanings;
        this.engine = engine;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a person says.
     *
     * @param taskHandle the place in the engine that waits for it
     * @param afterRejection whether the question was what to do about a rejection
     * @param note what the person adds, or null
     * @param backTo the leg to begin again with after a rejection, or null for the one that the playbook names
     */
    public record Said(String onboarding, String leg, String taskHandle, boolean afterRejection, PersonAnswer answer,
            String note, String actor, String backTo) { }

    /** Locks the onboarding that a person is about to carry on; {@code onboarding-finished} where it is over. */
    public LegOrder lock(String onboarding, String leg) {
        return orders.order(onboardings.lockRunning(onboarding), leg);
    }

    /** Carries the locked onboarding on; what the leg brings back is kept already. */
    public void with(Said said) {
        var onboarding = onboardings.find(said.onboarding()).orElseThrow();
        var order = orders.order(onboarding, said.leg());
        journal.write(new Act(said.onboarding(), said.actor(), "person-answered", said.leg(), "operator",
                said.answer().name().toLowerCase(Locale.ROOT).replace('_', '-') + (said.note() == null ? "" : ": " + said.note()),
                java.util.List.of()));
        if (said.afterRejection()) {
            afterRejection(said, onboarding, order);
        } else {
            ofLeg(said, onboarding, order);
        }
        sideBySide.refresh(said.onboarding());
    }

    private void ofLeg(Said said, Onboarding onboarding, LegOrder order) {
        switch (said.answer()) {
            case DONE -> {
                if (decided.grantsNothing(order)) {
                    rejected(said, onboarding);
                    return;
                }
                registration.keepCredentials(onboarding, order);
                decided.readCaptured(onboarding, order);
                done(said, order);
            }
            case ACCOUNT_EXISTS -> {
                registration.keepCredentials(onboarding, order);
                done(said, order);
            }
            case NOT_NEEDED -> goOn(said, LegState.SKIPPED, "not-needed");
            case AGAIN -> {
                letRepeat(said, onboarding, order);
                letBeginElsewhere(order);
                if (backAfterDeadline(said, order) == null) {
                    again(said);
                } else {
                    goBack(said, onboarding, backAfterDeadline(said, order));
                }
            }
            case HANDED_IN -> handedIn(said, order);
            case REJECTED -> rejected(said, onboarding);
            case GIVE_UP -> {
                finish.stopped(onboarding, Onboarding.Status.FAILED, said.note(), said.actor());
                engine.answered(said.taskHandle(), "give-up", null);
            }
        }
    }

    private void rejected(Said said, Onboarding onboarding) {
        onboardings.status(onboarding.id(), Onboarding.Status.WAITING_FOR_US, WaitingFor.US, said.note());
        legs.rejected(onboarding.id(), said.leg(), said.note());
        engine.answered(said.taskHandle(), "rejected", null);
    }

    /** A rejection or a question that nobody has read is not passed over by the end of the route. */
    private void done(Said said, LegOrder order) {
        answers.readGoodNews(order);
        if (answers.isUnreadFor(order) && legs.isLast(said.onboarding(), said.leg())) {
            again(said);
        } else {
            goOn(said, LegState.DONE, "done");
        }
    }

    /** An answer of the bank that came before the person's is read at once. */
    private void handedIn(Said said, LegOrder order) {
        var lookAgainAt = legs.waitAnew(order, clock.instant());
        if (answers.isUnreadFor(order)) {
            again(said);
            return;
        }
        var waitingFor = order.leg().waitsFor();
        onboardings.status(said.onboarding(), SettleLeg.waiting(waitingFor), waitingFor, null);
        engine.answered(said.taskHandle(), "handed-in", lookAgainAt);
    }

    private void afterRejection(Said said, Onboarding onboarding, LegOrder order) {
        if (said.answer() != PersonAnswer.AGAIN) {
            finish.stopped(onboarding, Onboarding.Status.REJECTED, said.note(), said.actor());
            engine.answered(said.taskHandle(), "stop", null);
            return;
        }
        goBack(said, onboarding, said.backTo() != null && !said.backTo().isBlank() ? goBack.checked(onboarding, said.leg(), said.backTo().strip())
                : order.leg().onRejected() == null ? said.leg() : order.leg().onRejected().backTo());
    }

    private void goBack(Said said, Onboarding onboarding, String back) {
        var begunAnew = goBack.beginAnew(onboarding, back, said.note(), said.actor());
        if (back.equals(said.leg())) {
            again(said);
        } else {
            onboardings.status(onboarding.id(), Onboarding.Status.RUNNING, null, null);
            engine.goBack(onboarding.id(), begunAnew, back);
        }
    }

    /** The leg that gets anew what is no longer good, where that is what the person was asked about; else null. */
    private String backAfterDeadline(Said said, LegOrder order) {
        var isTooLate = legs.find(said.onboarding(), said.leg())
                .filter(row -> Outcome.Reason.DEADLINE_PASSED.name().equals(row.reason())).isPresent();
        return isTooLate && order.leg().waiting() != null ? order.leg().waiting().backTo() : null;
    }

    /** Nobody but a person may say that what was begun, and whose end is unknown, is to be done once more. */
    private void letRepeat(Said said, Onboarding onboarding, LegOrder order) {
        if (legs.repeatsUnseen(order)) {
            leftAtBank.mayExistTwice(onboarding, order.leg());
        }
        if (legs.forgetAct(said.onboarding(), said.leg())) {
            journal.write(Act.by(said.actor(), said.onboarding(), "repeat-allowed",
                    "What was begun in \"" + said.leg() + "\" may be done again."));
        }
    }

    /** Nobody but a person may say that what has ended elsewhere, or was rejected there, is asked for once more. */
    private void letBeginElsewhere(LegOrder order) {
        if (order.leg().work() instanceof RegistrationWork work) {
            leanings.letBegin(order.onboarding(), order.leg().id(), work.unit(), work.environment());
        }
    }

    private void again(Said said) {
        var answersWhatWasAsked = said.answer() == PersonAnswer.AGAIN && !said.afterRejection();
        legs.again(said.onboarding(), said.leg(), answersWhatWasAsked ? said.actor() : null);
        onboardings.status(said.onboarding(), Onboarding.Status.RUNNING, null, null);
        engine.answered(said.taskHandle(), "again", null);
    }

    private void goOn(Said said, LegState state, String answer) {
        onboardings.status(said.onboarding(), Onboarding.Status.RUNNING, null, null);
        legs.state(said.onboarding(), said.leg(), state);
        engine.answered(said.taskHandle(), answer, null);
    }
}
