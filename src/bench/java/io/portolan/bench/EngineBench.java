package io.portolan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Onboardings per second with legs that take no time, beside plain Camunda with its own external-task client. */
class EngineBench {

    /** One client as it comes: what one would pick. */
    private static final String AS_IT_COMES = "1 10";
    /** How many clients serve plain Camunda, and how many tasks each takes at a time; the fastest is compared with too. */
    private static final List<String> CLIENTS = List.of(AS_IT_COMES, "1 50", "2 20", "4 20", "8 10");
    /** What a plain Camunda application does not have. */
    private static final List<String> ONLY_PORTOLANS = List.of("spring-security", "starter-security", "starter-actuator",
            "boot-actuator", "flyway", "thymeleaf", "springdoc", "spring-modulith", "starter-mail");

    private final int rounds = Integer.getInteger("bench.engine.rounds", 5);
    private final int onboardings = Integer.getInteger("bench.engine.onboardings", 400);
    private final int warmUp = Integer.getInteger("bench.engine.warm-up", 600);
    private final int wakes = Integer.getInteger("bench.engine.wakes", 100);
    private final Samples portolan = new Samples();
    private final Samples plain = new Samples();
    private final Samples plainTuned = new Samples();

    @Test
    void takesManyOnboardingsThroughTheirLegs() throws Exception {
        Chatter.stop();
        var folder = Files.createDirectories(Path.of("target/bench/engine").toAbsolutePath());
        try (var database = BenchDatabase.start(folder.resolve("postgres"));
                var ours = Side.start(PortolanSide.class, isPortolans(), folder.resolve("portolan.err"),
                        database.database("portolan"), folder.toString());
                var theirs = Side.start(PlainSide.class, isPlainCamundas(), folder.resolve("plain.err"), database.database("plain"))) {
            assertThat(database.setting("fsync") + database.setting("synchronous_commit")).isEqualTo("onon");
            ours.tell("round " + warmUp);
            var clients = fastestClients(theirs);
            for (int round = 0; round < rounds; round++) {
                portolan.add(onboardings / ours.tell("round " + onboardings).get(0));
                theirs.tell("clients " + AS_IT_COMES);
                plain.add(onboardings / theirs.tell("round " + onboardings).get(0));
                theirs.tell("clients " + clients);
                plainTuned.add(onboardings / theirs.tell("round " + onboardings).get(0));
            }
            write(clients, Samples.of(ours.tell("wakes " + wakes)), Samples.of(theirs.tell("wakes " + wakes)));
        }
    }

    private String fastestClients(Side theirs) {
        theirs.tell("clients " + CLIENTS.get(0));
        theirs.tell("round " + warmUp);
        var fastest = CLIENTS.get(0);
        var shortest = Double.MAX_VALUE;
        for (var clients : CLIENTS) {
            theirs.tell("clients " + clients);
            theirs.tell("round " + Math.max(1, onboardings / 10));
            var taken = theirs.tell("round " + onboardings).get(0);
            System.out.printf("plain Camunda, clients and tasks at a time %s: %.1f/s%n", clients, onboardings / taken);
            if (taken < shortest) {
                shortest = taken;
                fastest = clients;
            }
        }
        theirs.tell("clients " + fastest);
        theirs.tell("round " + Math.max(1, onboardings / 10));
        return fastest;
    }

    private void write(String clients, Samples ourWakes, Samples theirWakes) {
        new Report("3-engine", "(c) The engine path: onboardings of six legs that take no time")
                .line("%d rounds of %d onboardings on each side, in turn, after a warm-up of %d; durable PostgreSQL.", rounds, onboardings, warmUp)
                .line("Plain Camunda was fastest with (clients, tasks at a time) = (%s).", clients.replace(" ", ", "))
                .line("")
                .line("| | onboardings/s, median | rounds | wake after commit, ms: median | 95 %% |")
                .line("|---|---|---|---|---|")
                .line("| Portolan, with journal, state and vault | %.1f | %s | %.1f | %.1f |", portolan.median(), portolan.all(1),
                        ourWakes.median(), ourWakes.quantile(0.95))
                .line("| Camunda 7.24 with one external-task client over REST, as it comes | %.1f | %s | | |", plain.median(), plain.all(1))
                .line("| the same with the clients that are fastest here | %.1f | %s | %.1f | %.1f |", plainTuned.median(), plainTuned.all(1),
                        theirWakes.median(), theirWakes.quantile(0.95))
                .line("")
                .line("Ratio **%.2f** to one client (aim: at least 2.5), **%.2f** to the fastest; median wake **%.1f ms** (aim: at most 100 ms, %d times from idle).",
                        portolan.median() / plain.median(), portolan.median() / plainTuned.median(), ourWakes.median(), wakes)
                .write();
    }

    private static Predicate<String> isPortolans() {
        return entry -> !entry.matches(".*(camunda-engine-rest|starter-rest|starter-jersey|jersey-|external-task-client).*");
    }

    private static Predicate<String> isPlainCamundas() {
        return entry -> !Path.of(entry).endsWith("target/classes")
                && ONLY_PORTOLANS.stream().noneMatch(Path.of(entry).getFileName().toString()::contains);
    }
}
