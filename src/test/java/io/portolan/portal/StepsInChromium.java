package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.BesideOthers;
import io.portolan.account.InMemoryPortalAccounts;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.SampleOrders;
import io.portolan.leg.Value;
import io.portolan.vault.InMemoryVault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Pages of a test's own, and a browser that takes steps on them as a playbook says. */
@Tag("browser")
@BesideOthers
abstract class StepsInChromium {

    private static final PortalSettings SETTINGS = new PortalSettings(1, Duration.ofSeconds(8), Duration.ofSeconds(30),
            Duration.ofSeconds(4), true, null, PortalSettings.Choice.CHROMIUM, null, null, false, Duration.ofMillis(100));
    static TestPages pages;
    private static Sessions sessions;
    private static PortalMeans means;
    private static final InMemoryAcceptedTerms TERMS = new InMemoryAcceptedTerms();

    FakeLegRun run;
    String answered;

    @BeforeAll
    static void open() {
        var chromium = new SeleniumChromium(SETTINGS);
        RealBrowser.require(chromium.isAvailable());
        pages = new TestPages();
        sessions = new Sessions(new SeleniumBrowsers(List.of(chromium), SETTINGS), SETTINGS);
        means = new PortalMeans(sessions, new AccountKeeper(new InMemoryPortalAccounts(), new InMemoryVault(), Clock.systemUTC()), TERMS,
                (run, wanted) -> Optional.empty(), SETTINGS, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            sessions.destroy();
            pages.close();
        }
    }

    /** Opens a page of this body and takes these steps on it. */
    Outcome on(String body, String steps) {
        return on(body, steps, "", "");
    }

    Outcome on(String body, String steps, String portal, String captures) {
        pages.page("/start", body);
        var playbook = SampleOrders.playbook("xx-steps", SampleOrders.yaml("xx-steps", """
                base-url: %s
                hosts: ['%s']
                %s""".formatted(pages.url(""), pages.host(), portal), """
                - id: act
                  stage: create-application
                  title: Act
                  by: portal
                  signed-in: false
                  repeat: safe
                  steps:
                    - open: '{{environment.base-url}}/start'
                %s
                  done-when: [{text: all is well}]
                %s
                """.formatted(steps.strip().indent(4).stripTrailing(), captures.isEmpty() ? "" : ("captures: " + captures).indent(2))));
        var asked = new FakeLegRun(SampleOrders.of(playbook, "act"));
        run = (run == null ? asked : run.next(asked.order())).with("environment.base-url", pages.url("")).with("application.name", "Lantern");
        run.withFile("application.logo", new Value.File("logo.txt", "text/plain", "the logo".getBytes(StandardCharsets.UTF_8)));
        return means.perform(answered == null ? run : run.sentBack("user:ada", answered));
    }

    static void assertDone(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    static void assertAsks(Outcome outcome, Reason reason, String question) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(reason);
            assertThat(person.question()).contains(question);
        });
    }

    static final String WELL = "document.getElementById('said').textContent = 'all is well'";
    static final String SAID = "<p id=said></p>";
}
