package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.simulator.BankControl;
import io.portolan.simulator.coast.CoastProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Onboardings by portal, mail and API in one data folder, through as many deaths of Portolan and of the bank as a story wants. */
final class KilledOnboarding implements AutoCloseable {

    /** Where they are; whatever is cut off at any of them goes on by itself. */
    static final List<String> BANKS = List.of("xx-harbour", "xx-anchorage", "xx-shipyard");

    /** Where a campaign begins, one a second; people do all there. */
    static final List<String> CAMPAIGN = List.of("at-bankhaus-spaengler", "at-bawag", "at-volksbanken", "be-beobank", "be-crelan", "be-kbc");

    /** Whoever goes on waits for the lease of the dead. */
    private static final String[] SETTINGS = {"--portolan.leg.lease=10s", "--portolan.leg.renew=3s"};

    private final Path folder;
    private final Path bankFolder;
    private CoastProcess bank;
    private PortolanProcess portolan;
    private final List<ProcessHandle> leftBehind = new ArrayList<>();

    KilledOnboarding(Path folder) {
        this.folder = folder.resolve("portolan");
        this.bankFolder = folder.resolve("world");
        this.bank = startBank();
    }

    private CoastProcess startBank() {
        return CoastProcess.start(bankFolder, "--approve-after=4");
    }

    /** Starts Portolan, which goes on until it dies at these points, all at once. */
    void dieAt(String... points) {
        start(List.of(points));
        awaitDeathAt(points);
    }

    /** The same, while a campaign begins its banks. */
    void dieInACampaignAt(String... points) {
        start(List.of(points));
        portolan.campaign(CAMPAIGN);
        awaitDeathAt(points);
    }

    /** The same; the bank is killed, too, as soon as this is true of it, and started again. */
    void dieAtAfterTheBank(String point, String what, Predicate<BankControl> isTrue) {
        start(List.of(point));
        awaitOfBank(isTrue);
        bank.kill();
        bank = startBank();
        tell("bank killed when " + what);
        awaitDeathAt(point);
    }

    private void awaitDeathAt(String... points) {
        portolan.awaitDeathAt(List.of(points));
        tell("killed at " + String.join(" and ", points));
    }

    /** Starts Portolan and sends SIGKILL as soon as this is true of the bank. */
    void killWhen(String what, Predicate<BankControl> isTrue) {
        start(List.of());
        awaitOfBank(isTrue);
        leftBehind.addAll(portolan.browsers());
        portolan.kill();
        assertThat(leftBehind).as("browsers that SIGKILL has left behind").anyMatch(ProcessHandle::isAlive);
        tell("killed when " + what);
    }

    /** Starts Portolan, waits for the end of the onboarding, looks at everything, and stops Portolan. */
    FinishedOnboarding finish() {
        start(List.of());
        var finished = FinishedOnboarding.of(portolan.awaitEnd(), portolan.said(), bank.addresses().bank("xx-harbour").control());
        finished.hasBegunEachBankOnce(CAMPAIGN);
        var open = portolan.browsers();
        portolan.stop();
        // the system takes a moment to bury what has ended
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(leftBehind).as("browsers of processes that were killed").noneMatch(ProcessHandle::isAlive);
            assertThat(open).as("browsers of a process that was stopped").noneMatch(ProcessHandle::isAlive);
        });
        return finished;
    }

    private void start(List<String> points) {
        portolan = PortolanProcess.start(folder, bankFolder, String.join(",", BANKS), points, SETTINGS);
    }

    private void awaitOfBank(Predicate<BankControl> isTrue) {
        var control = bank.addresses().bank("xx-harbour").control();
        await().atMost(Duration.ofSeconds(150)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                .until(() -> isTrue.test(control));
    }

    /** How many clients Shipyard, where a client is made by a call, and Anchorage, where the first call makes one, have. */
    int clientsByApi() {
        return bank.addresses().bank("xx-shipyard").control().count("applications") + bank.addresses().bank("xx-anchorage").control().count("applications");
    }

    private void tell(String what) {
        var has = bank.addresses().bank("xx-harbour").control().counts();
        System.out.printf("%-60s the bank has %d accounts, %d applications, %d subscriptions, %d secrets%n", what, has.accounts(),
                has.applications(), has.subscriptions(), has.secretsGenerated());
    }

    @Override
    public void close() {
        if (portolan != null) {
            portolan.stop();
        }
        bank.close();
    }
}
