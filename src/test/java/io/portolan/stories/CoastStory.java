package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.BesideOthers;
import io.portolan.Portolan;
import io.portolan.TestDatabase;
import io.portolan.certificate.Certificates;
import io.portolan.demo.DemoWorld;
import io.portolan.demo.DemoProperties;
import io.portolan.demo.DemoTppMaker;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.onboarding.WithdrawOnboarding;
import io.portolan.portal.MortalBrowsers;
import io.portolan.portal.SeleniumHtmlUnitDrivers;
import io.portolan.refusal.Refused;
import io.portolan.simulator.BankControl;
import io.portolan.simulator.World;
import io.portolan.simulator.WorldOptions;
import io.portolan.simulator.coast.Coast;
import io.portolan.simulator.keycloak.KeycloakBank;
import io.portolan.tpp.Tpps;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application with a real browser (HtmlUnit where there is none), mailbox and all simulated banks; one context serves all stories of banks. */
@SpringBootTest(classes = Portolan.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "portolan.portal.patience=3s", "portolan.leg.retry-after=200ms", "portolan.certificate.public-address=https://keys.tpp.example", "logging.level.io.portolan=debug"})
@Import({SeleniumHtmlUnitDrivers.class, MortalBrowsers.class})
@BesideOthers
abstract class CoastStory {

    static final World WORLD = open();
    private static Path playbookFolder;
    private static final AtomicInteger TPPS = new AtomicInteger();

    @Autowired Tpps tpps;
    @Autowired Certificates certificates;
    @Autowired StartOnboarding startOnboarding;
    @Autowired WithdrawOnboarding withdrawOnboarding;
    @Autowired Onboardings onboardings;
    @Autowired Worklist worklist;

    private static World open() {
        try {
            return Coast.open(Files.createTempDirectory("coast"), WorldOptions.standard().approvingAfter(Duration.ofSeconds(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) throws IOException {
        OneLog.begin();
        TestDatabase.register(properties);
        var settings = DemoProperties.of(Files.createTempDirectory("portolan-coast"), DemoWorld.of(WORLD));
        settings.keySet().removeIf(name -> name.startsWith("portolan.database") || name.equals("portolan.mail.mailboxes.demo.tpps")
                || name.startsWith("portolan.vault") || name.startsWith("logging"));
        playbookFolder = Path.of(settings.get("portolan.playbook.folder").toString());
        addPilots(playbookFolder);
        settings.merge("portolan.bankapi.trust", KeycloakBank.authorityFile(), (banks, keycloak) -> banks + "," + keycloak);
        settings.forEach((name, value) -> properties.add(name, () -> value));
        properties.add("portolan.mail.mailboxes.demo.tpps", () -> IntStream.rangeClosed(1, 100).mapToObj(CoastStory::name)
                .collect(Collectors.joining(",")));
        properties.add("portolan.vault.master-key", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** Two banks of one group at the portal of Harbour. */
    private static void addPilots(Path folder) throws IOException {
        for (var bank : List.of("xx-pilot-north", "xx-pilot-south")) {
            try (var in = CoastStory.class.getResourceAsStream("/coast/pilot.yaml")) {
                var playbook = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@bank@", bank);
                Files.writeString(folder.resolve(bank + ".yaml"), WORLD.bank("xx-harbour").addresses().filled(playbook));
            }
        }
    }

    /** Puts a playbook into the folder that the application reads. */
    static void putPlaybook(String bank, String text) {
        try {
            Files.writeString(playbookFolder.resolve(bank + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int number) {
        return "lantern-" + number;
    }

    /** An onboarding that an earlier story left behind would read the mails of the next. */
    @BeforeEach
    void beginWithEmptyBanks() {
        onboardings.page(new Onboardings.Filter(null, null, null, null), null, 100).items().stream()
                .filter(left -> !left.status().isFinal()).forEach(this::withdraw);
        WORLD.reset();
        WORLD.banks().map(bank -> bank.control()).forEach(bank -> {
            bank.calm();
            bank.approveAfter(Duration.ofSeconds(1));
        });
    }

    private void withdraw(Onboarding left) {
        try {
            withdrawOnboarding.with(left.id(), "left by an earlier story", "user:story");
        } catch (Refused justEnded) {
            assertThat(justEnded.code()).isEqualTo("onboarding-finished");
        }
    }

    /** What steers this bank. */
    static BankControl bank(String id) {
        return WORLD.bank(id).control();
    }

    /** A TPP of its own for each story, with the mailbox of the demo. */
    String aTpp() {
        var id = name(TPPS.incrementAndGet());
        new DemoTppMaker(tpps, certificates, DemoWorld.of(WORLD), id).make();
        return id;
    }

    /** Starts the onboarding of this TPP at this bank, in production, for AIS and PIS. */
    Onboarding start(String tpp, String bank) {
        return start(new StartRequest(tpp, bank, null, "production", null, List.of("AIS", "PIS"), null));
    }

    Onboarding start(StartRequest request) {
        return startOnboarding.with(request, "user:story");
    }

    Onboarding awaitStatus(String id, Onboarding.Status status) {
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(50)).untilAsserted(() ->
                assertThat(onboardings.find(id).orElseThrow().status()).as(() -> describe(id)).isEqualTo(status));
        return onboardings.find(id).orElseThrow();
    }

    Task awaitTask(String onboarding) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).until(() -> !openTasks(onboarding).isEmpty());
        return openTasks(onboarding).get(0);
    }

    List<Task> openTasks(String onboarding) {
        return worklist.page(new Worklist.Filter(onboarding, null, Task.State.OPEN), null, 10).items();
    }

    String describe(String id) {
        return onboardings.find(id).orElseThrow().status() + ": " + onboardings.legs(id).stream()
                .map(leg -> leg.id() + " " + leg.state() + (leg.why() == null ? "" : " (" + leg.why() + ")")).toList() + " "
                + openTasks(id).stream().map(task -> task.question() + " " + task.detail()).toList();
    }
}
