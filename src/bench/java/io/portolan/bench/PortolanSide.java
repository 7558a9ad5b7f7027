package io.portolan.bench;

import io.portolan.Portolan;
import io.portolan.journal.Journal;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole of Portolan with instant means: starts onboardings and waits for their end. */
final class PortolanSide {

    private static final String BANK = "xx-instant";
    private static final String ACTOR = "user:bench";

    private final Tpps tpps;
    private final StartOnboarding startOnboarding;
    private final Onboardings onboardings;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private int made;

    private PortolanSide(ApplicationContext context) {
        tpps = context.getBean(Tpps.class);
        startOnboarding = context.getBean(StartOnboarding.class);
        onboardings = context.getBean(Onboardings.class);
        journal = context.getBean(Journal.class);
        transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** Arguments: the JDBC URL of an empty database, and a folder. */
    public static void main(String[] arguments) throws IOException {
        var application = new SpringApplication(Portolan.class, InstantMeansConfiguration.class);
        application.setAllowBeanDefinitionOverriding(true);
        application.addInitializers(new WithoutTests());
        try (var context = application.run(settings(arguments[0], Path.of(arguments[1])))) {
            var side = new PortolanSide(context);
            Orders.serve(order -> switch (order[0]) {
                case "round" -> List.of(side.round(Integer.parseInt(order[1])));
                case "wakes" -> side.wakes(Integer.parseInt(order[1]));
                default -> throw new IllegalArgumentException(order[0]);
            });
        }
    }

    private static String[] settings(String url, Path folder) throws IOException {
        var playbooks = Files.createDirectories(folder.resolve("bank-playbooks"));
        try (var playbook = PortolanSide.class.getResourceAsStream("/bench/" + BANK + ".yaml")) {
            Files.write(playbooks.resolve(BANK + ".yaml"), playbook.readAllBytes());
        }
        return new String[] {"--spring.datasource.url=" + url, "--server.port=0", "--portolan.playbook.folder=" + playbooks,
            "--portolan.vault.master-key=" + Base64.getEncoder().encodeToString(new byte[32]),
            "--portolan.access.admin-password=for-this-benchmark-only", "--logging.level.root=warn"};
    }

    /** How many seconds it takes from the first start to the end of the last one. */
    private double round(int number) {
        var ids = newTpps(number);
        var before = done();
        var begun = System.nanoTime();
        InTwo.threads(ids, this::start);
        Waiting.until(number + " more onboardings are done", Duration.ofMinutes(10), Duration.ofMillis(20), () -> done() - before >= number);
        var taken = Waiting.secondsSince(begun);
        InstantMeans.FIRST_ACT.clear();
        if (!journal.verifyAll().intact()) {
            throw new IllegalStateException("the journal does not verify");
        }
        return taken;
    }

    /** For each of this many onboardings, one after the other: milliseconds from the commit of its start to the act of its first leg. */
    private List<Double> wakes(int number) {
        var wakes = new ArrayList<Double>();
        for (var tpp : newTpps(number)) {
            var committed = new AtomicLong();
            var id = transactions.execute(status -> {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        committed.set(System.nanoTime());
                    }
                });
                return start(tpp).id();
            });
            Waiting.until("done: " + id, Duration.ofMinutes(1), Duration.ofMillis(5),
                    () -> onboardings.find(id).orElseThrow().status() == Onboarding.Status.DONE);
            wakes.add((InstantMeans.FIRST_ACT.remove(id) - committed.get()) / (double) TimeUnit.MILLISECONDS.toNanos(1));
            Waiting.pause(Duration.ofMillis(100));
        }
        return wakes;
    }

    private long done() {
        return onboardings.counts(new Onboardings.Filter(null, null, null, null), Integer.MAX_VALUE).getOrDefault(Onboarding.Status.DONE, 0L);
    }

    private Onboarding start(String tpp) {
        return startOnboarding.with(new StartRequest(tpp, BANK, null, "sandbox", null, List.of("AIS"), null), ACTOR);
    }

    private List<String> newTpps(int number) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            var id = "tpp-" + ++made;
            var application = new TppProfile.Application("Ledger " + id, "Shows accounts", "Web", "Confidential", "Java",
                    Map.of("test", List.of(URI.create("https://tpp.example/callback"))), null);
            tpps.save(new Tpp(id, new TppProfile("Example TPP " + id, null, null, "DE",
                    new TppProfile.Address("Weg 1", "20095", "Hamburg", "DE"), null, null, "DE123456788", null, "BaFin", "100200",
                    Set.of(TppProfile.Role.PSP_AI), Set.of(), List.of(new TppProfile.Contact(TppProfile.Contact.Kind.BANKS, "Ada",
                            "Example", "banks@tpp.example", "+49401234567")), Map.of(TppProfile.MAIN, application))), ACTOR);
            ids.add(id);
        }
        return ids;
    }
}
