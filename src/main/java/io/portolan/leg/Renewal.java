package io.portolan.leg;

import io.portolan.leg.Outcome.NeedsPerson;
import io.portolan.leg.Outcome.Reason;
import io.portolan.playbook.Leg;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Repeat;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gets values that have run out again, by the API legs that brought them, while the onboarding stays where it is. A leg that must
 * not be repeated is left to a person, with what it would send.
 */
final class Renewal {

    private final RunStores stores;
    private final Orders orders;
    private final MeansByName means;
    private final Clock clock;

    Renewal(RunStores stores, Orders orders, MeansByName means, Clock clock) {
        this.stores = stores;
        this.orders = orders;
        this.means = means;
        this.clock = clock;
    }

    /** Renews what a run uses and has run out; what comes back stands in the way of acting. */
    Optional<Outcome> beforeActing(OpenRun run) {
        return mayExpire(run.order()) ? new Round(run).renew(run.order(), this::isOver) : Optional.empty();
    }

    /** Renews what a run uses and may run out, since the bank says that it has; whether anything was. */
    boolean again(OpenRun run) {
        if (!mayExpire(run.order())) {
            return false;
        }
        var round = new Round(run);
        var obstacle = round.renew(run.order(), kept -> true);
        obstacle.ifPresent(outcome -> run.journal("not-renewed", run.masks().masked(ActNames.sentence(outcome))));
        return obstacle.isEmpty() && !round.done.isEmpty();
    }

    private boolean isOver(Captured kept) {
        return !kept.expiresAt().isAfter(clock.instant());
    }

    private static boolean mayExpire(LegOrder order) {
        return order.route() != null && order.route().legs().stream()
                .anyMatch(leg -> leg.captures().values().stream().anyMatch(capture -> capture.mayExpire()));
    }

    /** One time of renewing, in which no leg is done twice. */
    private final class Round {

        private final OpenRun run;
        private final Set<String> done = new HashSet<>();

        private Round(OpenRun run) {
            this.run = run;
        }

        private Optional<Outcome> renew(LegOrder order, Predicate<Captured> which) {
            for (var name : order.leg().uses()) {
                var kept = stores.captures().latest(order.onboarding(), name)
                        .filter(value -> value.expiresAt() != null && which.test(value));
                var obstacle = kept.flatMap(this::again);
                if (obstacle.isPresent()) {
                    return obstacle;
                }
            }
            return Optional.empty();
        }

        private Optional<Outcome> again(Captured kept) {
            var leg = run.order().route().leg(kept.leg());
            if (leg.isEmpty() || leg.get().by() != MeansName.API) {
                return Optional.of(askedOfAPerson(kept, leg.map(Leg::title).orElse(kept.leg()), "is not one that Portolan does by API"));
            }
            if (done.contains(kept.leg())) {
                return Optional.empty();
            }
            var earlier = renewed(kept.leg());
            if (leg.get().repeat() != Repeat.SAFE) {
                means.get(MeansName.API.name()).show(earlier);
                return Optional.of(askedOfAPerson(kept, leg.get().title(), "must not be repeated by itself; its request is with the evidence"));
            }
            var obstacle = renew(earlier.order(), Renewal.this::isOver);
            return obstacle.isPresent() ? obstacle : perform(earlier, kept);
        }

        private Optional<Outcome> perform(RenewedRun earlier, Captured kept) {
            run.doing("Get \"" + kept.name() + "\" again, which has run out");
            var outcome = means.get(MeansName.API.name()).perform(earlier);
            if (outcome instanceof Outcome.Done) {
                done.add(kept.leg());
                run.came("The bank has given it");
                run.journal("renewed", "\"" + kept.name() + "\" had run out and was got again by leg " + kept.leg() + ".");
                return Optional.empty();
            }
            if (outcome instanceof Outcome.Rejected rejected) {
                return Optional.of(new NeedsPerson(Reason.UNEXPECTED_ANSWER, "\"" + kept.name() + "\" has run out, and the bank"
                        + " does not give it again. How shall it go on?", rejected.reason()));
            }
            return Optional.of(outcome);
        }

        private RenewedRun renewed(String leg) {
            var row = stores.legs().find(new LegKey(run.order().onboarding(), leg)).orElseThrow();
            return new RenewedRun(run, row, orders.order(run.order().onboarding(), leg));
        }

        private static NeedsPerson askedOfAPerson(Captured kept, String title, String why) {
            return new NeedsPerson(Reason.MISSING_DATA, "\"" + kept.name() + "\" has run out, and the leg that brought it, \"" + title
                    + "\", " + why + ". Please go back to that leg, or say how it shall go on.", null);
        }
    }
}
