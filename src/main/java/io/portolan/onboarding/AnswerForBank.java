package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.AnswerReading;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.BankAnswers;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegRecord;
import io.portolan.leg.LegState;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a waiting onboarding what the bank said. */
@Component
public class AnswerForBank {

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final LegQueue legs;
    private final AnswerReading reading;
    private final BankAnswers answers;
    private final DecidedServices decided;
    private final SideBySide sideBySide;
    private final Engine engine;
    private final PeopleNeeded people;
    private final Journal journal;
    private final Clock clock;

    AnswerForBank(JdbcOnboardings onboardings, OnboardingOrders orders, LegQueue legs, AnswerReading reading,
            BankAnswers answers, DecidedServices decided, SideBySide sideBySide, Engine engine, PeopleNeeded people, Journal journal,
            Clock clock) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.legs = legs;
        this.reading = reading;
        this.answers = answers;
        this.decided = decided;
        this.sideBySide = sideBySide;
        this.engine = engine;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** What the bank said, by whichever way it reached us; what is not known is null. */
    public record Said(BankAnswer.Kind answer, Set<Service> services, String note, String reference, Instant expectedBy,
            Instant effectiveFrom, String leg) {

        /** What is for whichever leg waits for it. */
        public Said(BankAnswer.Kind answer, Set<Service> services, String note, String reference, Instant expectedBy, Instant effectiveFrom) {
            this(answer, services, note, reference, expectedBy, effectiveFrom, null);
        }
    }

    /**
     * Keeps the answer and wakes the onboarding where it waits; an answer that comes while a leg runs is read by its next look.
     *
     * @throws io.portolan.refusal.Refused with codes {@code invalid-values}, {@code unknown-onboarding}, {@code onboarding-finished}, {@code unknown-leg} and,
     *         where several legs side by side wait for such an answer and none is named, {@code leg-needed}
     */
    @Transactional
    public Onboarding with(String id, Said said, String actor) {
        var onboarding = onboardings.lockRunning(id);
        if (said.leg() != null && legs.find(id, said.leg()).isEmpty()) {
            throw Refused.invalid("unknown-leg", "This onboarding has no leg \"" + said.leg() + "\".", Map.of("leg", "unknown"));
        }
        refuseWhatIsLongPast(said.expectedBy());
        var answer = new BankAnswer(0, id, said.answer(), said.services() == null ? Set.of() : said.services(), said.note(),
                said.reference(), said.expectedBy(), said.effectiveFrom(), clock.instant(), actor, said.leg());
        refuseWhereItMayBeForSeveral(onboarding, answer);
        answers.keep(answer);
        journal.write(Act.by(actor, id, "bank-answered", sentence(said)));
        if (said.answer() == BankAnswer.Kind.REJECTED && said.services() != null && DecidedServices.isInPart(onboarding, said.services())) {
            decided.reject(onboarding, said.services(), said.note(), actor);
            onboarding = onboardings.lock(id);
        }
        people.noLongerBeside(id);
        if (isAwaited(onboarding) && (said.leg() == null ? engine.wake(id) : engine.wake(id, said.leg()))) {
            onboardings.status(id, Onboarding.Status.RUNNING, null, null);
            sideBySide.refresh(id);
        }
        return onboardings.find(onboarding.id()).orElseThrow();
    }

    /** A day that is over everywhere can be no promise; a date stands for its first moment, so the present day is none yet. */
    private void refuseWhatIsLongPast(Instant expectedBy) {
        if (expectedBy != null && expectedBy.isBefore(clock.instant().minus(Duration.ofDays(2)))) {
            throw Refused.invalid("invalid-values", "expectedBy lies in the past; by when does the bank promise more?",
                    Map.of("expectedBy", "a time that is not over"));
        }
    }

    private void refuseWhereItMayBeForSeveral(Onboarding onboarding, BankAnswer answer) {
        var waiting = answer.leg() != null ? List.<String>of() : waitingFor(onboarding, answer);
        if (waiting.size() > 1) {
            throw Refused.conflict("leg-needed", "Several legs wait for the bank side by side: " + String.join(", ", waiting)
                    + ". Say which of them this answer is for, as leg.", Map.of("onboarding", onboarding.id(), "leg", "one of " + String.join(", ", waiting)));
        }
    }

    private List<String> waitingFor(Onboarding onboarding, BankAnswer answer) {
        return legs.of(onboarding.id()).stream().filter(row -> row.state() == LegState.WAITING).map(LegRecord::leg)
                .filter(leg -> reading.reads(orders.order(onboarding, leg), answer)).toList();
    }

    /** Whether a leg waits that reads such an answer; otherwise it stays unread for the leg that will. */
    private boolean isAwaited(Onboarding onboarding) {
        return legs.of(onboarding.id()).stream()
                .filter(row -> row.state() == LegState.WAITING || row.state() == LegState.WITH_PERSON)
                .anyMatch(row -> reading.isUnreadFor(orders.order(onboarding, row.leg())));
    }

    private static String sentence(Said said) {
        var sentence = new StringBuilder("The bank said: ").append(said.answer().name().toLowerCase(Locale.ROOT));
        if (said.services() != null && !said.services().isEmpty()) {
            sentence.append(", for ").append(DecidedServices.said(said.services()));
        }
        sentence.append('.');
        if (said.reference() != null) {
            sentence.append(" Reference ").append(said.reference()).append('.');
        }
        return said.note() == null ? sentence.toString() : sentence.append(' ').append(said.note()).toString();
    }
}
