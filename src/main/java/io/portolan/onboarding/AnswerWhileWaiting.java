package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.LegQueue;
import io.portolan.leg.Waited;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Takes what a person says of a leg that waits, without ending the wait by itself: it is kept, and the next act hears it. */
@Component
public class AnswerWhileWaiting {

    private final JdbcOnboardings onboardings;
    private final FinishOnboarding finish;
    private final LegQueue legs;
    private final Engine engine;
    private final Journal journal;

    AnswerWhileWaiting(JdbcOnboardings onboardings, FinishOnboarding finish, LegQueue legs, Engine engine, Journal journal) {
        this.onboardings = onboardings;
        this.finish = finish;
        this.legs = legs;
        this.engine = engine;
        this.journal = journal;
    }

    /** What may be said of a leg that waits. */
    public static List<PersonAnswer> offered() {
        return List.of(PersonAnswer.HANDED_IN, PersonAnswer.DONE, PersonAnswer.AGAIN, PersonAnswer.REJECTED, PersonAnswer.GIVE_UP);
    }

    /**
     * Takes it for an onboarding that the caller has locked: handed in means that the bank was spoken to and the wait goes on, again
     * that it is looked at now; a note may be null.
     */
    public void with(String onboarding, String leg, PersonAnswer answer, String note, String actor) {
        journal.write(new Act(onboarding, actor, "person-answered", leg, "operator",
                answer.name().toLowerCase(Locale.ROOT).replace('_', '-') + (note == null ? "" : ": " + note), List.of()));
        switch (answer) {
            case HANDED_IN -> legs.reminded(onboarding, leg);
            case AGAIN -> wake(onboarding);
            case DONE -> say(onboarding, leg, Waited.Word.DONE, note);
            case REJECTED -> say(onboarding, leg, Waited.Word.REJECTED, note);
            case GIVE_UP -> {
                finish.stopped(onboardings.find(onboarding).orElseThrow(), Onboarding.Status.FAILED, note, actor);
                engine.stop(onboarding, "given-up");
            }
            case NOT_NEEDED, ACCOUNT_EXISTS -> throw new IllegalArgumentException("a leg that waits was needed");
        }
    }

    private void say(String onboarding, String leg, Waited.Word word, String note) {
        legs.say(onboarding, leg, word, note);
        wake(onboarding);
    }

    /** A leg that looks just now is not woken: it hears the word as its look is settled. */
    private void wake(String onboarding) {
        if (engine.wake(onboarding)) {
            onboardings.status(onboarding, Onboarding.Status.RUNNING, null, null);
        }
    }
}
