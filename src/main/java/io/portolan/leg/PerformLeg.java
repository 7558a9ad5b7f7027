package io.portolan.leg;

import io.portolan.journal.Act;
import io.portolan.playbook.MeansName;
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

    /** What came of acting, and whether the leg was held back before it could begin. */
    private record Acted(Outcome outcome, boolean held) {

        /** In words without any secret that the run knows of by now, which the means may not have known when it chose them. */
        Acted masked(Masks masks) {
            return new Acted(outcome.masked(masks::masked), held);
        }
    }

    private final RunStores stores;
    private final Orders orders;
    private final MeansByName means;
    private final Renewal renewal;
    private final BankAnswers answers;
    private final AnswerReading reading;
    private final Settlement settlement;
    private final NotBefore notBefore;
    private final WhileWaiting whileWaiting;
    private final JdbcWaits waits;
    private final LegSettings settings;
    private final Clock clock;

    PerformLeg(RunStores stores, Orders orders, MeansByName means, BankAnswers answers, AnswerReading reading, Settlement settlement,
            NotBefore notBefore, WhileWaiting whileWaiting, JdbcWaits waits, LegSettings settings, Clock clock) {
        this.stores = stores;
        this.orders = orders;
        this.means = means;
        this.renewal = new Renewal(stores, orders, means, clock);
        this.answers = answers;
        this.reading = reading;
        this.settlement = settlement;
        this.notBefore = notBefore;
        this.whileWaiting = whileWaiting;
        this.waits = waits;
        this.settings = settings;
        this.clock = clock;
    }

    /** Acts on the leg; what comes back is to be settled, or empty where there is nothing to tell. */
    Optional<LegResult> perform(LegRecord row) {
        var begun = clock.instant();
        var order = orders.order(row.onboarding(), row.leg());
        // where a person's word decides, the bank's answer decides nothing: it stays unread for whoever reads it next
        var answer = isPassedBy(row) || row.waited().word() != null ? null : reading.unreadFor(order).orElse(null);
        var run = new OpenRun(row, isPassedBy(row) ? order : notBefore.asFarAsItWorks(order), answer, stores, renewal);
        try {
            // what masks it is read before any transaction, so that this takes one connection at a time
            return keep(run, order, act(run, order, answer).masked(run.masks()), answer, begun);
        } catch (LegRun.LeaseLost lost) {
            LOG.info("Onboarding {}: {}; its facts are kept, nothing more is done here", row.onboarding(), lost.getMessage());
            stopped(run, order);
            return Optional.empty();
        }
    }

    private void stopped(OpenRun run, LegOrder order) {
        var why = "The leg was taken over or is no longer wanted; this run stopped ";
        if (run.begun().isEmpty()) {
            run.journal("run-stopped", why + "before it did anything more.");
            return;
        }
        var left = why + "after it had begun what cannot be taken back: " + run.begun().get() + ". What it had kept by then is kept.";
        unwanted(run, order, "run-stopped", new Outcome.NeedsPerson(Outcome.Reason.ANSWER_LOST, left, null).masked(run.masks()::masked));
    }

    /** Keeps the facts of an outcome that nobody waits for any more, and tells people. */
    private void unwanted(OpenRun run, LegOrder order, String act, Outcome outcome) {
        stores.transactions().executeWithoutResult(status -> {
            settlement.lock(order.onboarding());
            write(run, order, act, ActNames.sentence(outcome));
            settlement.unwanted(order, outcome);
        });
    }

    private static boolean isPassedBy(LegRecord row) {
        return row.skipped() || row.stands();
    }

    private static Outcome.Done passedBy(LegRecord row) {
        if (row.skipped()) {
            return Outcome.Done.notAsked();
        }
        return row.result() == null ? Outcome.Done.accountFound() : Outcome.Done.stands();
    }

    private Acted act(OpenRun run, LegOrder order, BankAnswer answer) {
        if (isPassedBy(run.row())) {
            return new Acted(passedBy(run.row()), false);
        }
        var decided = said(run.row().waited()).or(() -> answer == null ? Optional.empty()
                : AnswerRule.decide(order.leg(), answer, run.missing(), order.services(), answers.of(order.onboarding()), run.row().roundSince()));
        try {
            var held = decided.isPresent() ? Optional.<Outcome>empty() : notBefore.holds(run);
            if (held.isPresent()) {
                return new Acted(held.get(), held.get() instanceof Outcome.NotYet);
            }
            var inVain = decided.isEmpty() && order.leg().by() == MeansName.MAIL ? FoundAccount.inVain(run.row(), order, stores) : null;
            if (inVain != null) {
                return new Acted(inVain, false);
            }
            var outcome = decided.or(() -> renewal.beforeActing(run)).orElseGet(() -> meansOf(run, order).perform(run));
            return new Acted(GrantedServices.judge(outcome, order, stores.captures()), false);
        } catch (LegRun.LeaseLost lost) {
            throw lost;
        } catch (RuntimeException | LinkageError | StackOverflowError trouble) {
            return new Acted(troubled(order, trouble), false);
        }
    }

    /** A leg by portal is a person's where machines may not work the portal yet, which may change from act to act. */
    private Means meansOf(OpenRun run, LegOrder order) {
        return means.get(order.leg().by() == MeansName.OPERATOR ? MeansName.OPERATOR.name() : run.row().means());
    }

    /** What a person has said while the leg waited goes before what the bank says or a look would find. */
    private static Optional<Outcome> said(Waited waited) {
        if (waited.word() == null) {
            return Optional.empty();
        }
        return Optional.of(waited.word() == Waited.Word.REJECTED ? new Outcome.Rejected(waited.wordNote())
                : new Outcome.Done(waited.wordNote() == null ? "A person has said so." : "A person has said so: " + waited.wordNote()));
    }

    private static Outcome troubled(LegOrder order, Throwable trouble) {
        if (trouble instanceof LegRun.MissingData missing) {
            return new Outcome.NeedsPerson(Outcome.Reason.MISSING_DATA,
                    "Something is missing that this leg needs: " + missing.place() + ".", null);
        }
        LOG.warn("Onboarding {}, leg {}: {}", order.onboarding(), order.leg().id(), trouble.getClass().getName());
        LOG.debug("Where it happened", new WithoutMessage(trouble));
        return new Outcome.Fault("An unexpected " + trouble.getClass().getSimpleName() + " at " + WithoutMessage.place(trouble));
    }

    private Optional<LegResult> keep(OpenRun run, LegOrder order, Acted acted, BankAnswer answer, Instant begun) {
        var row = run.row();
        var now = clock.instant();
        var worked = Duration.between(begun, now);
        if (acted.outcome() instanceof Outcome.Fault fault && row.faults() + 1 < settings.tries()) {
            var pause = pause(fault, row);
            var isOurs = Boolean.TRUE.equals(stores.transactions().execute(status -> {
                var again = stores.legs().tryAgain(LegKey.of(row), row.holder(), pause, worked);
                if (again) {
                    write(run, order, "tried-in-vain", fault.what() + " It is tried again in " + pause.toSeconds() + " s.");
                }
                return again;
            }));
            if (!isOurs) {
                faultOfLostLease(run, order, fault);
            }
            return Optional.empty();
        }
        var waited = answer == null ? row.waited() : row.waited().after(answer);
        var due = due(run, order, acted.outcome(), waited, now);
        var told = due.outcome();
        var look = told instanceof Outcome.NotYet notYet ? lookAgainAt(notYet, acted, order, row, waited, now) : null;
        var kept = Boolean.TRUE.equals(stores.transactions().execute(status -> {
            var isOurs = stores.legs().keepResult(LegKey.of(row), row.holder(), KeptResult.of(told, look, run.evidence(), worked,
                    due.notice()));
            if (isOurs) {
                write(run, order, ActNames.of(told), ActNames.sentence(told));
                keepWhatCameUp(row, acted, answer, due);
            }
            return isOurs;
        }));
        if (!kept) {
            unwanted(run, order, ActNames.of(told), told);
        }
        if (kept && told instanceof Outcome.Done) {
            run.done();
        }
        return kept ? Optional.of(new LegResult(row.onboarding(), row.leg(), row.handle(), told, look, due.notice())) : Optional.empty();
    }

    /** Nobody tries it again here; people have to hear of it only where something was begun. */
    private void faultOfLostLease(OpenRun run, LegOrder order, Outcome.Fault fault) {
        if (run.begun().isPresent()) {
            unwanted(run, order, ActNames.of(fault), fault);
        } else {
            stores.transactions().executeWithoutResult(status -> write(run, order, ActNames.of(fault), fault.what()));
        }
    }

    private Duration pause(Outcome.Fault fault, LegRecord row) {
        var ours = settings.retryAfter().multipliedBy(1L << Math.min(row.faults(), 10));
        return fault.pause() != null && fault.pause().compareTo(ours) > 0 ? fault.pause() : ours;
    }

    private void keepWhatCameUp(LegRecord row, Acted acted, BankAnswer answer, WhileWaiting.Due due) {
        var key = LegKey.of(row);
        if (answer != null) {
            answers.read(answer.id(), row.leg());
            waits.answered(key, answer);
        }
        if (due.reminded()) {
            waits.reminded(key, due.byLetter());
        }
        if (due.notice() != null) {
            waits.told(key, due.notice().reason());
        }
        if (row.waited().word() != null) {
            waits.heard(key);
        }
        if (acted.held() && row.waitingSince() == null) {
            waits.notBegun(key);
        }
    }

    /** What the onboarding is told: too many faults are a person's, and a wait may bring with it what is due by now. */
    private WhileWaiting.Due due(OpenRun run, LegOrder order, Outcome outcome, Waited waited, Instant now) {
        if (outcome instanceof Outcome.NotYet notYet) {
            return whileWaiting.see(run, order, notYet, waited, now);
        }
        return WhileWaiting.Due.nothing(!(outcome instanceof Outcome.Fault fault) ? outcome : new Outcome.NeedsPerson(
                Outcome.Reason.OUTSIDE_FAULT, "This was tried " + (run.row().faults() + 1) + " times in vain. How shall it go on?", fault.what()));
    }

    /** One that was held back has nothing to look at before. */
    private static Instant lookAgainAt(Outcome.NotYet notYet, Acted acted, LegOrder order, LegRecord row, Waited waited, Instant now) {
        if (acted.held() && row.waitingSince() == null) {
            return notYet.lookAgainAt();
        }
        return new WaitRhythm(order.leg().waiting(), row.waitingSince() == null ? now : row.waitingSince(), row.remindedAt(), waited)
                .next(now, notYet.lookAgainAt(), AnswerRule.canLook(order.leg()));
    }

    private void write(OpenRun run, LegOrder order, String act, String detail) {
        stores.journal().write(new Act(order.onboarding(), "portolan", act, order.leg().id(),
                order.leg().by().name().toLowerCase(Locale.ROOT), detail, run.evidence()));
    }
}
