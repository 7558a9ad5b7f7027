package io.portolan.onboarding;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.BankAnswers;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegState;
import io.portolan.leg.RunningOnboardings;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the running onboardings to whoever hears from banks, and wakes them. */
@Component
class HearMail implements RunningOnboardings {

    private static final Set<LegState> BEHIND = EnumSet.of(LegState.DONE, LegState.SKIPPED, LegState.STOPPED);

    private final JdbcOnboardings onboardings;
    private final OnboardingOrders orders;
    private final LegQueue legs;
    private final BankAnswers answers;
    private final Engine engine;
    private final Journal journal;
    private final Clock clock;

    HearMail(JdbcOnboardings onboardings, OnboardingOrders orders, LegQueue legs, BankAnswers answers, Engine engine,
            Journal journal, Clock clock) {
        this.onboardings = onboardings;
        this.orders = orders;
        this.legs = legs;
        this.answers = answers;
        this.engine = engine;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<Running> of(Collection<String> tpps) {
        return onboardings.runningOf(tpps).stream().map(this::running).filter(running -> !running.legs().isEmpty()).toList();
    }

    @Override
    public Optional<Running> find(String onboarding) {
        return onboardings.find(onboarding).filter(known -> !known.status().isFinal()).map(this::running)
                .filter(running -> !running.legs().isEmpty());
    }

    private Running running(Onboarding onboarding) {
        return new Running(onboarding.id(), onboarding.tpp(), legs.of(onboarding.id()).stream()
                .filter(row -> !BEHIND.contains(row.state()))
                .map(row -> new Ahead(orders.order(onboarding, row.leg()), row.state())).toList());
    }

    @Override
    @Transactional
    public boolean wake(String onboarding, boolean alsoFromPerson) {
        var locked = onboardings.lock(onboarding);
        var waits = !locked.status().isFinal() && legs.of(onboarding).stream().anyMatch(row -> row.state() == LegState.WAITING
                || alsoFromPerson && row.state() == LegState.WITH_PERSON);
        if (waits && engine.wake(onboarding)) {
            onboardings.status(onboarding, Onboarding.Status.RUNNING, null, null);
            return true;
        }
        return false;
    }

    /** A person's open question is not taken away by an acknowledgement: it is read after the person's answer. */
    @Override
    @Transactional
    public void acknowledged(String onboarding, String note, String reference, Instant expectedBy) {
        if (onboardings.lock(onboarding).status().isFinal()) {
            return;
        }
        answers.keep(new BankAnswer(0, onboarding, BankAnswer.Kind.ACKNOWLEDGED, Set.of(), note, reference, expectedBy, null,
                clock.instant(), "bank"));
        journal.write(Act.by("bank", onboarding, "bank-answered", "The bank has acknowledged."
                + (reference == null ? "" : " Its reference is " + reference + ".")
                + (expectedBy == null ? "" : " It promises more by " + expectedBy + ".")));
        wake(onboarding, false);
    }
}
