package io.portolan.bench;

import io.portolan.Portolan;
import io.portolan.certificate.Certificates;
import io.portolan.demo.DemoProperties;
import io.portolan.demo.DemoTppMaker;
import io.portolan.demo.DemoWorld;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.World;
import io.portolan.simulator.WorldOptions;
import io.portolan.simulator.coast.Coast;
import io.portolan.tpp.Tpps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Many TPPs at all simulated banks at once: how many onboardings are done in a minute, and how much of the work is the banks'. */
class CoastBench {

    private static final String ACTOR = "user:bench";
    private final int tpps = Integer.getInteger("bench.coast.tpps", 25);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void onboardsAtAllBanks(int browsers) throws Exception {
        var folder = Path.of("target/bench/coast-" + browsers).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        try (var world = Coast.open(folder.resolve("world"), WorldOptions.standard().approvingAfter(Duration.ZERO));
                var whole = start(folder, world, browsers)) {
            IntStream.range(0, tpps).forEach(number -> new DemoTppMaker(whole.getBean(Tpps.class), whole.getBean(Certificates.class),
                    DemoWorld.of(world), tpp(number), mailbox(number), DemoTpp.numbered(number)).make());
            Chatter.stop();
            var begun = System.nanoTime();
            var ids = begin(world, whole.getBean(StartOnboarding.class));
            var taken = awaitRest(ids, whole.getBean(Onboardings.class), begun);
            write(browsers, ids, whole.getBean(Onboardings.class), world, taken);
        }
    }

    private List<String> begin(World world, StartOnboarding startOnboarding) {
        var ids = new ArrayList<String>();
        for (int number = 0; number < tpps; number++) {
            for (var bank : world.addresses().banks().stream().flatMap(each -> each.playbookIds().stream()).toList()) {
                ids.add(startOnboarding.with(new StartRequest(tpp(number), bank, null, "production", null, List.of("AIS", "PIS"), null), ACTOR).id());
            }
        }
        return ids;
    }

    /** The seconds to the last thing that happened before nothing did for half a minute. */
    private static double awaitRest(List<String> ids, Onboardings onboardings, long begun) {
        var last = new long[] {System.nanoTime()};
        var seen = new int[1];
        Waiting.until("at rest", Duration.ofHours(1), Duration.ofSeconds(5), () -> {
            var state = ids.stream().map(id -> onboardings.legs(id).stream().map(LegView::state).toList()).toList().hashCode();
            if (state != seen[0]) {
                seen[0] = state;
                last[0] = System.nanoTime();
            }
            return System.nanoTime() - last[0] > Duration.ofSeconds(30).toNanos();
        });
        return (last[0] - begun) / 1e9;
    }

    private void write(int browsers, List<String> ids, Onboardings onboardings, World world, double taken) {
        var ends = new TreeMap<String, Long>();
        ids.forEach(id -> ends.merge(words(onboardings.find(id).orElseThrow()), 1L, Long::sum));
        var done = ids.stream().filter(id -> onboardings.find(id).orElseThrow().status() == Onboarding.Status.DONE).count();
        var ours = ids.stream().flatMap(id -> onboardings.legs(id).stream()).map(LegView::worked).mapToDouble(Duration::toMillis).sum();
        var theirs = world.banks().mapToDouble(bank -> bank.control().look("/worked").get("millis").asDouble()).sum();
        new Report("4-coast-" + browsers, "(d) " + tpps + " TPPs at all simulated banks with " + browsers + (browsers == 1 ? " browser" : " browsers"))
                .line("%d of %d onboardings done in %.0f s: **%.1f per minute**.", done, ids.size(), taken, done / taken * 60)
                .line("Legs were worked on for %.0f s in all, in which the banks' own pages and calls took %.0f s: **%.0f %%** is outside of them.",
                        ours / 1000, theirs / 1000, 100 - theirs / ours * 100)
                .line("How they stand: %s.", ends)
                .write();
    }

    private static String words(Onboarding onboarding) {
        return onboarding.bank() + " " + onboarding.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private ConfigurableApplicationContext start(Path folder, World world, int browsers) {
        Map<String, Object> settings = DemoProperties.of(folder, DemoWorld.of(world));
        var mailboxes = new TreeMap<String, Object>();
        settings.forEach((name, value) -> {
            if (name.startsWith("portolan.mail.mailboxes.demo.")) {
                mailboxes.put(name.substring("portolan.mail.mailboxes.demo.".length()), value);
            }
        });
        settings.keySet().removeIf(name -> name.startsWith("portolan.mail.mailboxes.demo."));
        for (int number = 0; number < tpps; number++) {
            world.mail().mailbox(mailbox(number), world.addresses().mailboxPassword());
            var prefix = "portolan.mail.mailboxes." + tpp(number) + ".";
            mailboxes.forEach((name, value) -> settings.put(prefix + name, value));
            settings.putAll(Map.of(prefix + "tpps", tpp(number), prefix + "address", mailbox(number), prefix + "user", mailbox(number)));
        }
        settings.put("server.port", "0");
        settings.put("portolan.portal.browser", "chromium");
        settings.put("portolan.portal.browsers", browsers);
        settings.put("spring.autoconfigure.exclude", "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration");
        var application = new SpringApplication(Portolan.class);
        application.addInitializers(new WithoutTests());
        return application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new));
    }

    private static String tpp(int number) {
        return "lantern-" + number;
    }

    private static String mailbox(int number) {
        return "banks-" + number + "@tpp.example";
    }
}
