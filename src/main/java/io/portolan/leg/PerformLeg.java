package io.portolan.leg;

import io.portolan.journal.Act;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Acts on a leg that is held, and keeps what came of it before anything moves. */
@Component
class PerformLeg {

    private static final Logger LOG = LoggerFactory.getLogger(PerformLeg.class);

    private final RunStores stores;
    private final Orders orders;
    private final MeansByName means;
    private final Renewal renewal;
    private final BankAnswers answers;
    private final AnswerReading reading;
    private final Settlement settlement;
    private final LegSettings settings;
    private final Clock clock;

    PerformLeg(RunStores stores, Orders orders, MeansByName means, BankAnswers answers, AnswerReading reading, Settlement settlement,
            LegSettings settings, Clock clock) {
        this.stores = stores;
        this.orders = orders;
        this.means = means;
        this.renewal = new Renewal(stores, orders, means, clock);
        this.answers = answers;
        this.reading = reading;
        this.settlement = settlement;
        this.settings = settings;
        this.clock = clock;
    }

    /** Acts on the leg; what comes back is to be settled, or empty where there is nothing to tell. */
    Optional<LegResult> perform(LegRecord row) {
        var begun = clock.instant();
        var order = orders.order(row.onboarding(), row.leg());
        var answer = row.skipped() ? null : reading.unreadFor(order).orElse(null);
        var run = new OpenRun(row, order, answer, stores, renewal);
        try {
            return keep(run, order, outcome(run, order, answer), answer, begun);
        } catch (LegRun.LeaseLost lost) {
            LOG.info("Onboarding {}: {}; its facts are kept, nothing more is done here", row.onboarding(), lost.getMessage());
            run.journal("run-stopped", "The leg was taken over or is no longer wanted; this run stopped before it did anything more.");
            return Optional.empty();
        }
    }

    private Outcome outcome(OpenRun run, LegOrder order, BankAnswer answer) {
        if (run.row().skipped()) {
            return Outcome.Done.notAsked();
        }
        var decided = answer == null ? Optional.<Outcome>empty()
                : AnswerRule.decide(order.leg(), answer, order.services(), answers.of(order.onboarding()), run.row().roundSince());
        if (decided.isPresent()) {
            return decided.get();
        }
        try {
            var obstacle = renewal.beforeActing(run);
            return obstacle.isPresent() ? obstacle.get() : means.get(run.row().means()).perform(run);
        } catch (LegRun.MissingData missing) {
            return new Outcome.NeedsPerson(Outcome.Reason.MISSING_DATA,
                    "Something is missing that this leg needs: " + missing.place() + ".", null);
        } catch (LegRun.LeaseLost lost) {
            throw lost;
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            LOG.warn("Onboarding {}, leg {}: {}", order.onboarding(), order.leg().id(), fault.getClass().getName());
            LOG.debug("Where it happened", new WithoutMessage(fault));
            return new Outcome.Fault("An unexpected " + fault.getClass().getSimpleName() + " at " + WithoutMessage.place(fault));
        }
    }

    private Optional<LegResult> keep(OpenRun run, LegOrder order, Outcome outcome, BankAnswer answer, Instant begun) {
        var row = run.row();
        var now = clock.instant();
        var worked = Duration.between(begun, now);
        if (outcome instanceof Outcome.Fault fault && row.faults() + 1 < settings.tries()) {
            var pause = pause(fault, row);
            stores.transactions().executeWithoutResult(status -> {
                stores.legs().tryAgain(LegKey.of(row), row.holder(), pause, worked);
                write(run, order, "tried-in-vain", fault.what() + " It is tried again in " + pause.toSeconds() + " s.");
            });
            return Optional.empty();
        }
        var told = toTell(outcome, order, row, now);
        var look = told instanceof Outcome.NotYet notYet ? lookAgainAt(notYet, order, row, now) : null;
        // what masks it is read before the transaction, so that this takes one connection at a time
        var detail = run.masks().masked(ActNames.sentence(told));
        var kept = Boolean.TRUE.equals(stores.transactions().execute(status -> {
            var isOurs = stores.legs().keepResult(LegKey.of(row), row.holder(), KeptResult.of(told, look, run.evidence(), worked));
            if (isOurs) {
                write(run, order, ActNames.of(told), detail);
                if (answer != null) {
                    answers.read(answer.id(), order.leg().id());
                }
            }
            return isOurs;
        }));
        if (!kept) {
            stores.transactions().executeWithoutResult(status -> {
                settlement.lock(row.onboarding());
                write(run, order, ActNames.of(told), detail);
                settlement.unwanted(order, told);
            });
        }
        return kept ? Optional.of(new LegResult(row.onboarding(), row.leg(), row.handle(), told, look)) : Optional.empty();
    }

    private Duration pause(Outcome.Fault fault, LegRecord row) {
        var ours = settings.retryAfter().multipliedBy(1L << Math.min(row.faults(), 10));
        return fault.pause() != null && fault.pause().compareTo(ours) > 0 ? fault.pause() : ours;
    }

    /** What the onboarding is told: too many faults are a person's, and so is a wait that has lasted too long. */
    private static Outcome toTell(Outcome outcome, LegOrder order, LegRecord row, Instant now) {
        if (outcome instanceof Outcome.Fault fault) {
            return new Outcome.NeedsPerson(Outcome.Reason.OUTSIDE_FAULT,
                    "This was tried " + (row.faults() + 1) + " times in vain. How shall it go on?", fault.what());
        }
        if (outcome instanceof Outcome.NotYet && row.waitingSince() != null) {
            var due = new WaitRhythm(order.leg().waiting(), row.waitingSince(), row.remindedAt()).due(now);
            return due.<Outcome>map(person -> person).orElse(outcome);
        }
        return outcome;
    }

    private static Instant lookAgainAt(Outcome.NotYet notYet, LegOrder order, LegRecord row, Instant now) {
        return new WaitRhythm(order.leg().waiting(), row.waitingSince() == null ? now : row.waitingSince(), row.remindedAt())
                .next(now, notYet.lookAgainAt());
    }

    private void write(OpenRun run, LegOrder order, String act, String detail) {
        stores.journal().write(new Act(order.onboarding(), "portolan", act, order.leg().id(),
                order.leg().by().name().toLowerCase(Locale.ROOT), detail, run.evidence()));
    }
}
