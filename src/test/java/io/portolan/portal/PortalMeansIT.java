package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.BesideOthers;
import io.portolan.account.InMemoryPortalAccounts;
import io.portolan.journal.Evidence;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun.Progress;
import io.portolan.leg.Outcome;
import io.portolan.leg.SampleOrders;
import io.portolan.leg.Value;
import io.portolan.playbook.Playbook;
import io.portolan.simulator.harbour.Harbour;
import io.portolan.simulator.WorldOptions;
import io.portolan.vault.InMemoryVault;
import jakarta.mail.Session;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal legs of the simulated bank, in Chromium. */
@Tag("browser")
@BesideOthers
class PortalMeansIT {

    private static final List<String> UP_TO_THE_APPLICATION = List.of("sign-up", "confirm-email", "create-application");

    @TempDir
    Path folder;

    private final PortalSettings settings = new PortalSettings(1, Duration.ofSeconds(6), Duration.ofSeconds(30),
            Duration.ofSeconds(40), true, null, PortalSettings.Choice.AUTO, null, null, false, Duration.ofMillis(100));
    private final InMemoryVault vault = new InMemoryVault();
    private Harbour bank;
    private Playbook playbook;
    private Sessions sessions;
    private PortalMeans means;
    private FakeLegRun last;

    @BeforeEach
    void open() {
        var drivers = drivers(settings);
        bank = Harbour.start(folder, WorldOptions.standard().approvingAfter(null));
        playbook = SampleOrders.playbook("xx-harbour", bank.playbook());
        sessions = new Sessions(new SeleniumBrowsers(List.of(drivers), settings), settings);
        means = new PortalMeans(sessions, new AccountKeeper(new InMemoryPortalAccounts(), vault, Clock.systemUTC()),
                new InMemoryAcceptedTerms(), (run, wanted) -> Optional.empty(), settings, Clock.systemUTC());
    }

    SeleniumDrivers drivers(PortalSettings settings) {
        var chromium = new SeleniumChromium(settings);
        RealBrowser.require(chromium.isAvailable());
        return chromium;
    }

    Evidence.Kind whatIsKeptOfAPage() {
        return Evidence.Kind.SCREENSHOT;
    }

    @AfterEach
    void close() {
        if (bank != null) {
            sessions.destroy();
            bank.close();
        }
    }

    @Test
    void collectsTheCredentialsOfAnApprovedApplication() throws Exception {
        UP_TO_THE_APPLICATION.forEach(this::done);
        done("subscribe-apis");
        assertThat(act("approval")).isInstanceOf(Outcome.NotYet.class);
        bank.control().approve();
        done("approval");
        done("collect-credentials");
        assertThat(last.kept()).containsKey("client-id");
        assertThat(last.secrets()).containsKeys("api-key", "client-secret");
        var issued = bank.control().secrets().stream().map(each -> each.value()).toList();
        assertThat(issued).contains(last.secrets().get("client-secret"), last.secrets().get("api-key"));
        assertThat(last.pieces()).extracting(FakeLegRun.Piece::kind).contains(whatIsKeptOfAPage());
        assertThat(last.masks().masked(String.join("\n", last.evidence()))).doesNotContain(last.secrets().get("client-secret"));
        assertThat(act("collect-credentials", Progress.HAPPENED)).isInstanceOf(Outcome.Done.class);
        assertThat(bank.control().counts().secretsGenerated()).isEqualTo(1);
    }

    @Test
    void createsOneApplicationThoughItWasCutOffAfterTheClick() {
        UP_TO_THE_APPLICATION.forEach(this::done);
        assertThat(act("create-application", Progress.INTENDED)).isInstanceOf(Outcome.Done.class);
        assertThat(bank.control().counts().applications()).isEqualTo(1);
    }

    @Test
    void signsInAgainWhereTheBankHasEndedTheSession() {
        UP_TO_THE_APPLICATION.forEach(this::done);
        bank.control().expireSessions();
        done("subscribe-apis");
        assertThat(bank.control().counts().subscriptions()).isEqualTo(2);
    }

    private void done(String leg) {
        if (leg.equals("confirm-email")) {
            last = last.holdingSecret("confirmation-link", confirmationLink());
        }
        assertThat(act(leg)).as(leg).isInstanceOf(Outcome.Done.class);
    }

    private Outcome act(String leg) {
        return act(leg, Progress.NOTHING);
    }

    private Outcome act(String leg, Progress earlier) {
        var order = SampleOrders.of(playbook, leg);
        last = (last == null ? firstRun(order) : last.next(order)).at(earlier);
        return means.perform(last);
    }

    private FakeLegRun firstRun(LegOrder order) {
        return new FakeLegRun(order).with("environment.base-url", bank.portalUrl())
                .with("tpp.contact.e-mail", bank.addresses().mailbox()).with("tpp.contact.first-name", "Ada")
                .with("tpp.contact.last-name", "Lovelace").with("tpp.legal-name", "Lantern Payments GmbH")
                .with("tpp.country", "DE").with("tpp.vat-number", "DE123456789").with("tpp.licence-number", "100200")
                .with("application.name", "Lantern").with("application.description", "Shows accounts")
                .with("application.platform", "Web").with("application.type", "Web application").with("application.language", "Java")
                .with("application.redirect-uri", "https://lantern-payments.example/callback")
                .withFile("application.logo", new Value.File("logo.png", "image/png", logo()));
    }

    private static byte[] logo() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String confirmationLink() {
        var at = bank.addresses();
        return org.awaitility.Awaitility.await().until(() -> {
            try (var store = Session.getInstance(new Properties()).getStore("imap")) {
                store.connect(at.mailHost(), at.imapPort(), at.mailbox(), at.mailboxPassword());
                try (var inbox = store.getFolder("INBOX")) {
                    inbox.open(jakarta.mail.Folder.READ_ONLY);
                    for (var mail : inbox.getMessages()) {
                        var link = Pattern.compile("https?://\\S+token=[^\\s\"<]+").matcher(mail.getContent().toString());
                        if (link.find()) {
                            return link.group();
                        }
                    }
                }
            }
            return null;
        }, link -> link != null);
    }
}
