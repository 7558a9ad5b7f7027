package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.AnswerReading;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins again at an earlier leg: what comes after it is done anew, and what the round before has left at the bank is kept in a list. */
@Component
public class GoBack {

    private final JdbcOnboardings onboardings;
    private final LegQueue legs;
    private final LeftAtBank leftAtBank;
    private final UniqueValues uniqueValues;
    private final AnswerReading answers;
    private final NotWhileActing notWhileActing;
    private final SideBySide sideBySide;
    private final Engine engine;
    private final Journal journal;

    GoBack(JdbcOnboardings onboardings, LegQueue legs, LeftAtBank leftAtBank, UniqueValues uniqueValues, AnswerReading answers, NotWhileActing notWhileActing,
            SideBySide sideBySide, Engine engine, Journal journal) {
        this.onboardings = onboardings;
        this.legs = legs;
        this.leftAtBank = leftAtBank;
        this.uniqueValues = uniqueValues;
        this.answers = answers;
        this.notWhileActing = notWhileActing;
        this.sideBySide = sideBySide;
        this.engine = engine;
        this.journal = journal;
    }

    /** The legs at which an onboarding that stands at this leg may begin again: those that lead to it, and itself; none where it is over. */
    public List<String> earlier(String onboarding, String from) {
        if (onboardings.find(onboarding).orElseThrow().status().isFinal()) {
            return List.of();
        }
        return legs.of(onboarding).stream().filter(row -> row.state() != LegState.PENDING && row.state() != LegState.SKIPPED).map(LegRecord::leg)
                .filter(leg -> engine.legsFrom(onboarding, leg).contains(from)).toList();
    }

    /** Why it cannot begin again at this leg just now, as sentences; empty where it can. */
    public Optional<String> notNow(String onboarding, String leg) {
        return notWhileActing.why(onboardings.find(onboarding).orElseThrow(), engine.legsFrom(onboarding, leg));
    }

    /**
     * Leaves where an onboarding stands and begins again at an earlier leg.
     *
     * @throws Refused with codes {@code unknown-onboarding}, {@code onboarding-finished}, {@code not-an-earlier-leg}, {@code leg-is-acting}
     */
    @Transactional
    public Onboarding to(String id, String leg, String why, String actor) {
        var onboarding = onboardings.lockRunning(id);
        var standing = legs.of(id).stream().filter(GoBack::isActive).map(LegRecord::leg).filter(from -> earlier(id, from).contains(leg)).findFirst()
                .orElseThrow(() -> notEarlier(onboarding, leg, List.of()));
        checked(onboarding, standing, leg);
        beginAt(onboarding, leg, why, actor);
        return onboardings.find(id).orElseThrow();
    }

    /** Leaves where the locked onboarding stands and begins again at this leg, which leads to it. */
    void beginAt(Onboarding onboarding, String leg, String why, String actor) {
        var begunAnew = beginAnew(onboarding, leg, why, actor);
        onboardings.status(onboarding.id(), Onboarding.Status.RUNNING, null, null);
        engine.goBack(onboarding.id(), begunAnew, leg);
        sideBySide.refresh(onboarding.id());
    }

    private static boolean isActive(LegRecord row) {
        return row.state() != LegState.PENDING && row.state() != LegState.SKIPPED && row.state() != LegState.DONE && row.state() != LegState.STOPPED;
    }

    /** The leg, if an onboarding that stands at the other may begin again with it. */
    String checked(Onboarding onboarding, String from, String to) {
        var earlier = earlier(onboarding.id(), from);
        if (!earlier.contains(to)) {
            throw notEarlier(onboarding, to, earlier);
        }
        return to;
    }

    private static Refused notEarlier(Onboarding onboarding, String leg, List<String> earlier) {
        return Refused.invalid("not-an-earlier-leg", "This onboarding cannot begin again at \"" + leg + "\"."
                + (earlier.isEmpty() ? "" : " It can at: " + String.join(", ", earlier) + "."), Map.of("leg", leg, "onboarding", onboarding.id()));
    }

    /** Sets the legs from this one on back to before they were reached, and gives them; the engine is not moved yet. */
    Set<String> beginAnew(Onboarding onboarding, String leg, String why, String actor) {
        var again = engine.legsFrom(onboarding.id(), leg);
        setBack(onboarding, leg, again, why, actor);
        return again;
    }

    /** Sets just these legs back, of which this is the first; {@code leg-is-acting} where one of them must be let finish. */
    void setBack(Onboarding onboarding, String leg, Set<String> again, String why, String actor) {
        notWhileActing.require(onboarding, again);
        // what a run was cut off at is looked for in the new round, which may take it over
        var left = leftAtBank.keep(onboarding, row -> again.contains(row.leg()) && !row.isCutOff());
        uniqueValues.use(onboarding);
        var unread = answers.leaveBehind(onboarding.id(), again);
        legs.beginAnew(onboarding.id(), again);
        journal.write(Act.by(actor, onboarding.id(), "begun-anew", "From \"" + leg + "\" on" + (why == null || why.isBlank() ? "." : ": " + why)
                + (left.isEmpty() ? "" : " The round before has left at the bank: " + String.join("; ", left) + ".") + said(unread)));
    }

    /** What nobody has read yet belongs to the round before. */
    private static String said(List<BankAnswer> unread) {
        return unread.isEmpty() ? "" : unread.stream().map(answer -> answer.kind().name().toLowerCase(Locale.ROOT)
                + (answer.note() == null ? "" : " (" + answer.note() + ")")).collect(Collectors.joining("; ", " What the bank had said before counts no longer: ", "."));
    }
}
