package io.portolan.rehearsal;

import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Rehearsed;
import io.portolan.playbook.MeansName;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who acts in a rehearsal: the means that are answered without an outside, each leg by the script of the walk that its TPP is on. */
public final class Cast {

    private final Map<MeansName, Rehearsed> means = new EnumMap<>(MeansName.class);
    private final Map<String, RouteWalk> walks = new ConcurrentHashMap<>();

    /** Those who act, once they are known. */
    public void learn(Collection<Rehearsed> rehearsed) {
        rehearsed.forEach(each -> means.put(each.name(), each));
    }

    /** Acts on a leg as its walk's script says; refuses what belongs to no walk, so that nothing else can be taken for rehearsed. */
    public Outcome perform(LegRun run) {
        var walk = walks.get(run.order().tpp());
        if (walk == null) {
            throw new IllegalStateException("this is a rehearsal, and " + run.order().tpp() + " is no TPP of it");
        }
        return walk.act(run, means.get(run.order().leg().by()));
    }

    void enter(RouteWalk walk) {
        walks.put(walk.tpp(), walk);
    }

    void leave(RouteWalk walk) {
        walks.remove(walk.tpp());
    }
}
