package io.portolan.stories;

import static org.awaitility.Awaitility.await;

import io.portolan.Portolan;
import io.portolan.TestDatabase;
import io.portolan.certificate.Certificate;
import io.portolan.certificate.Certificates;
import io.portolan.leg.LegState;
import io.portolan.onboarding.LegView;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.onboarding.StartRequest;
import io.portolan.simulator.DemoAuthority;
import io.portolan.simulator.DemoTpp;
import io.portolan.simulator.keycloak.KeycloakBank;
import io.portolan.simulator.keycloak.KeycloakPeople;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.TppProfile;
import io.portolan.tpp.Tpps;
import io.portolan.vault.Secret;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on a real engine and database, with scripted means; one context serves all its stories. */
@SpringBootTest(classes = Portolan.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.main.allow-bean-definition-overriding=true", "portolan.leg.retry-after=20ms", "portolan.leg.poll=200ms", "portolan.notice.heartbeat=300ms", "portolan.notice.internal-hosts=localhost",
        "portolan.access.admin-password=for-these-stories-only", "portolan.certificate.public-address=https://keys.tpp.example"})
@Import(ScriptedMeansConfiguration.class)
abstract class ScriptedStory {

    private static final AtomicInteger TPPS = new AtomicInteger();
    private static final AtomicInteger GUARDED = new AtomicInteger();
    private static Path playbookFolder;
    private static final DemoAuthority AUTHORITY = DemoAuthority.create("Stories CA", Clock.systemUTC());

    @Autowired Tpps tpps;
    @Autowired Certificates certificates;
    @Autowired StartOnboarding startOnboarding;
    @Autowired Onboardings onboardings;
    @Autowired Worklist worklist;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) throws IOException {
        OneLog.begin();
        TestDatabase.register(properties);
        var folder = Files.createTempDirectory("portolan-stories");
        playbookFolder = folder;
        for (var from : List.of("stories", "routes")) {
            try (var playbooks = Files.newDirectoryStream(Path.of("src/test/resources", from), "*.{yaml,bpmn}")) {
                for (var playbook : playbooks) {
                    Files.copy(playbook, folder.resolve(playbook.getFileName()));
                }
            }
        }
        properties.add("portolan.playbook.folder", folder::toString);
        properties.add("portolan.access.four-eyes.acts", () -> "reveal,submit,reset,withdraw,replace,campaign");
        properties.add("portolan.access.four-eyes.tpps", () -> IntStream.rangeClosed(1, 60).mapToObj(number -> "eyes-" + number).collect(Collectors.joining(",")));
        // nothing answers there before a story starts it
        properties.add("portolan.access.oidc.issuer", () -> KeycloakPeople.ISSUER);
        properties.add("portolan.access.oidc.client-id", () -> KeycloakPeople.CLIENT);
        properties.add("portolan.access.oidc.client-secret", () -> KeycloakPeople.CLIENT_SECRET);
        properties.add("portolan.access.oidc.name", () -> "Keycloak");
        properties.add("portolan.access.oidc.tpps-claim", () -> "portolan.tpps");
        properties.add("portolan.access.oidc.audience", () -> KeycloakPeople.AUDIENCE);
        properties.add("portolan.access.oidc.ssl-bundle", () -> "keycloak");
        properties.add("spring.ssl.bundle.pem.keycloak.truststore.certificate", () -> "file:" + KeycloakBank.authorityFile());
        properties.add("portolan.vault.master-key", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** A TPP of its own for each story, with a QWAC that is valid. */
    String aTpp() {
        return aTpp("tpp-" + TPPS.incrementAndGet());
    }

    /** One for whose live acts a second person is asked. */
    String aGuardedTpp() {
        var id = aTpp("eyes-" + GUARDED.incrementAndGet());
        takeLive(id);
        return id;
    }

    /** Takes another QWAC for live in, and gives its id. */
    String takeLive(String tpp) {
        var issued = AUTHORITY.qwac(DemoTpp.example());
        try (var key = Secret.of(issued.keyPem())) {
            return certificates.take(tpp, Certificate.Kind.QWAC, "live", "Live QWAC of " + tpp, issued.chainPem(), key, "user:story").id();
        }
    }

    /** Takes in a QWAC for trying that has ended years ago. */
    void takeFormer(String tpp) {
        var issued = DemoAuthority.create("Former CA", Clock.offset(Clock.systemUTC(), Duration.ofDays(-2000))).qwac(DemoTpp.example());
        try (var key = Secret.of(issued.keyPem())) {
            certificates.take(tpp, Certificate.Kind.QWAC, "test", "Former QWAC", issued.chainPem(), key, "user:story");
        }
    }

    /** Such a TPP of this id, by which everything that names it can be told. */
    String aTpp(String id) {
        var application = new TppProfile.Application("Ledger " + id, "Shows accounts", "Web", "Confidential", "Java",
                Map.of("test", List.of(URI.create("https://tpp.example/callback"))), null);
        tpps.save(new Tpp(id, new TppProfile("Example TPP " + id, null, null, "DE",
                new TppProfile.Address("Weg 1", "20095", "Hamburg", "DE"), null, null, "DE123456788", null, "BaFin", "100200",
                Set.of(TppProfile.Role.PSP_AI, TppProfile.Role.PSP_PI), Set.of(), List.of(new TppProfile.Contact(
                        TppProfile.Contact.Kind.BANKS, "Ada", "Example", "banks@tpp.example", "+49401234567")),
                Map.of(TppProfile.MAIN, application))), "user:story");
        var issued = AUTHORITY.qwac(DemoTpp.example());
        try (var key = Secret.of(issued.keyPem())) {
            certificates.take(id, Certificate.Kind.QWAC, "test", "QWAC of " + id, issued.chainPem(), key, "user:story");
        }
        return id;
    }

    /** Puts a playbook into the folder that the application reads, in place of an earlier one. */
    static void putPlaybook(String bank, String text) {
        try {
            Files.writeString(playbookFolder.resolve(bank + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DemoAuthority authority() {
        return AUTHORITY;
    }

    Onboarding start(String tpp, String... services) {
        return startOnboarding.with(new StartRequest(tpp, "xx-quay", null, "sandbox", null, List.of(services), null), "user:story");
    }

    Onboarding startAt(String tpp, String bank, String... services) {
        return startOnboarding.with(new StartRequest(tpp, bank, null, "sandbox", null, List.of(services), null), "user:story");
    }

    Onboarding awaitStatus(String id, Onboarding.Status status) {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20))
                .until(() -> onboardings.find(id).orElseThrow().status() == status);
        return onboardings.find(id).orElseThrow();
    }

    LegView awaitLeg(String id, String leg, LegState state) {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(() -> leg(id, leg).state() == state);
        return leg(id, leg);
    }

    LegView leg(String id, String leg) {
        return onboardings.legs(id).stream().filter(view -> view.id().equals(leg)).findFirst().orElseThrow();
    }

    Task awaitTask(String onboarding) {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(() -> !openTasks(onboarding).isEmpty());
        return openTasks(onboarding).get(0);
    }

    List<Task> openTasks(String onboarding) {
        return worklist.page(new Worklist.Filter(onboarding, null, Task.State.OPEN), null, 10).items();
    }
}
