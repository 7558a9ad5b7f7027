package io.portolan.leg;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes the calls again by which a leg proves access, outside of any process: nothing moves by what comes of it. */
@Component
public class ProveAgain {

    private final RunStores stores;
    private final MeansByName means;
    private final Renewal renewal;

    ProveAgain(RunStores stores, Orders orders, MeansByName means, Clock clock) {
        this.stores = stores;
        this.means = means;
        this.renewal = new Renewal(stores, orders, means, clock);
    }

    /**
     * What came of it.
     *
     * @param sentence the outcome as people may read it, without secrets
     */
    public record Result(Outcome outcome, String sentence, List<ProofOfAccess> proofs, List<Long> evidence) { }

    /** What is done to prove it, as far as that is known before. */
    public List<String> steps(LegOrder order) {
        return means.get(order.leg().by().name()).steps(order);
    }

    /** Proves with what is held under each name by now, where that is newer than what the onboarding has kept; not to be called within a transaction. */
    public Result with(LegOrder order, Function<String, Optional<Captured>> held, Onlooker onlooker) {
        var row = stores.legs().find(new LegKey(order.onboarding(), order.leg().id())).orElseThrow();
        var run = new ProvingRun(row, order, stores, renewal, held, onlooker);
        var outcome = outcome(run);
        return new Result(outcome, run.masks().masked(ActNames.sentence(outcome)), run.proven(), run.evidence());
    }

    private Outcome outcome(ProvingRun run) {
        try {
            return renewal.beforeActing(run).orElseGet(() -> means.get(run.order().leg().by().name()).perform(run));
        } catch (LegRun.MissingData missing) {
            return new Outcome.NeedsPerson(Outcome.Reason.MISSING_DATA, "Something is missing that proves access: " + missing.place() + ".", null);
        } catch (RuntimeException trouble) {
            return new Outcome.Fault("An unexpected " + trouble.getClass().getSimpleName() + " at " + WithoutMessage.place(trouble));
        }
    }
}
