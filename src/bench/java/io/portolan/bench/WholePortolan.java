package io.portolan.bench;

import io.portolan.Portolan;
import io.portolan.certificate.Certificates;
import io.portolan.demo.DemoWorld;
import io.portolan.demo.DemoProperties;
import io.portolan.demo.DemoTppMaker;
import io.portolan.journal.Act;
import io.portolan.journal.Entry;
import io.portolan.journal.Journal;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.MeansName;
import io.portolan.tpp.Tpps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole of Portolan beside a simulated bank, as in the demo, with a new TPP for each onboarding. */
final class WholePortolan implements AutoCloseable {

    /**
     * What an onboarding took, in seconds.
     *
     * @param whole from its start to its end
     * @param portalLegs what of it its portal legs were worked on
     * @param legs how long each leg was worked on
     * @param waits the legs that found nothing at their first look, which then counts as waiting and spoils the comparison
     */
    record Taken(double whole, double portalLegs, String legs, List<String> waits) { }

    private static final String ACTOR = "user:bench";

    private final DemoWorld world;
    private final ConfigurableApplicationContext context;

    private WholePortolan(DemoWorld world, ConfigurableApplicationContext context) {
        this.world = world;
        this.context = context;
    }

    /** Starts it with room for TPPs of the numbers below this one, all of whom read the bank's one mailbox. */
    static WholePortolan start(Path folder, DemoWorld world, int numbers) {
        var settings = DemoProperties.of(folder, world);
        settings.put("portolan.mail.mailboxes.demo.tpps", IntStream.range(0, numbers).mapToObj(WholePortolan::tpp)
                .collect(Collectors.joining(",")));
        settings.put("server.port", "0");
        settings.put("portolan.portal.browser", "chromium");
        settings.put("portolan.portal.keep-warm", "10s");
        settings.put("spring.autoconfigure.exclude", "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration");
        var application = new SpringApplication(Portolan.class);
        application.addInitializers(new WithoutTests());
        return new WholePortolan(world, application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new)));
    }

    private static String tpp(int number) {
        return "lantern-" + number;
    }

    /** Makes this TPP, so that nothing of it is part of what is measured. */
    void make(int number) {
        new DemoTppMaker(context.getBean(Tpps.class), context.getBean(Certificates.class), world, tpp(number)).make();
    }

    /** Onboards this TPP. */
    Taken onboard(int number) {
        var onboardings = context.getBean(Onboardings.class);
        var begun = System.nanoTime();
        var id = context.getBean(StartOnboarding.class).with(new StartRequest(tpp(number), "xx-harbour", null, "production", null,
                List.of("AIS", "PIS"), null), ACTOR).id();
        Waiting.until("over: " + id + ", " + onboardings.legs(id), Duration.ofMinutes(3), Duration.ofMillis(20), () -> isOver(onboardings, id));
        var whole = Waiting.secondsSince(begun);
        var legs = onboardings.legs(id);
        if (onboardings.find(id).orElseThrow().status() != Onboarding.Status.DONE) {
            throw new IllegalStateException("not done: " + legs);
        }
        return new Taken(whole, legs.stream().filter(leg -> leg.by() == MeansName.PORTAL).map(LegView::worked)
                .mapToDouble(Duration::toMillis).sum() / 1000,
                legs.stream().map(leg -> leg.id() + " " + leg.worked().toMillis()).collect(Collectors.joining(", ")),
                context.getBean(Journal.class).of(id).stream().map(Entry::act).filter(act -> act.name().equals("leg-waits"))
                        .map(Act::leg).toList());
    }

    private static boolean isOver(Onboardings onboardings, String id) {
        var status = onboardings.find(id).orElseThrow().status();
        return status.isFinal() || status == Onboarding.Status.WAITING_FOR_US;
    }

    @Override
    public void close() {
        context.close();
    }
}
