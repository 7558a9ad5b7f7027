package io.portolan.stories;

import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun;
import io.portolan.leg.Means;
import io.portolan.leg.Outcome;
import io.portolan.leg.ProofOfAccess;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.ProofLevel;
import io.portolan.vault.Secret;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A means that does what a test has scripted for a leg, and otherwise brings back what the leg asks for. */
class ScriptedMeans implements Means {

    private static final Map<String, Queue<Function<LegRun, Outcome>>> SCRIPTS = new ConcurrentHashMap<>();
    private static final Map<String, Function<LegRun, Outcome>> ALWAYS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> RUNS = new ConcurrentHashMap<>();

    private static final Map<String, List<String>> PLANS = new ConcurrentHashMap<>();

    private final MeansName name;

    ScriptedMeans(MeansName name) {
        this.name = name;
    }

    /** The next run of this leg for this TPP goes so. */
    static void next(String tpp, String leg, Function<LegRun, Outcome> script) {
        SCRIPTS.computeIfAbsent(tpp + "/" + leg, key -> new ConcurrentLinkedQueue<>()).add(script);
    }

    /** Every run for this TPP goes so where nothing else is scripted. */
    static void always(String tpp, Function<LegRun, Outcome> script) {
        ALWAYS.put(tpp, script);
    }

    /** Every run for a TPP whose id begins so goes so. */
    static void alwaysForAll(String prefix, Function<LegRun, Outcome> script) {
        ALWAYS.put(prefix + "*", script);
    }

    /** What is told beforehand of how access is proven for this TPP. */
    static void plan(String tpp, String... steps) {
        PLANS.put(tpp, List.of(steps));
    }

    @Override
    public List<String> steps(LegOrder order) {
        return PLANS.getOrDefault(order.tpp(), List.of());
    }

    /** How often this leg was acted on for this TPP. */
    static int runs(String tpp, String leg) {
        var runs = RUNS.get(tpp + "/" + leg);
        return runs == null ? 0 : runs.get();
    }

    @Override
    public MeansName name() {
        return name;
    }

    @Override
    public Outcome perform(LegRun run) {
        var key = run.order().tpp() + "/" + run.order().leg().id();
        RUNS.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet();
        var script = SCRIPTS.getOrDefault(key, new ConcurrentLinkedQueue<>()).poll();
        return (script == null ? always(run.order().tpp()) : script).apply(run);
    }

    private static Function<LegRun, Outcome> always(String tpp) {
        return ALWAYS.getOrDefault(tpp, ALWAYS.getOrDefault(tpp.replaceFirst("\\d+$", "*"), ScriptedMeans::asAsked));
    }

    static Outcome asAsked(LegRun run) {
        run.order().leg().captures().forEach((name, capture) -> {
            if (capture.secret()) {
                try (var secret = Secret.of("secret-of-" + name)) {
                    run.keepSecret(name, secret, null);
                }
            } else {
                run.keep(name, "value-of-" + name, null);
            }
        });
        if (run.order().leg().by() == MeansName.API) {
            run.order().services().forEach(service -> run.proves(new ProofOfAccess(ProofLevel.DATA, true, service)));
        }
        return new Outcome.Done("as scripted");
    }
}
