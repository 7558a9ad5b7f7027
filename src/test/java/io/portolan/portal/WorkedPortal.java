package io.portolan.portal;

import io.portolan.account.InMemoryPortalAccounts;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.SampleOrders;
import io.portolan.mail.AwaitedMails;
import io.portolan.vault.InMemoryVault;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A portal with one leg, whose pages a test draws in a browser that is none; what the means does with it is remembered. */
abstract class WorkedPortal {

    static final String BANK = "https://portal.bank.example";

    static final String ENVIRONMENT = """
            base-url: https://portal.bank.example
            hosts: [portal.bank.example]
            portal:
              name: bank-developer
              login: '{{tpp.contact.e-mail}}'
              log-in:
                - open: '{{environment.base-url}}/log-in'
                - fill: {label: E-mail, with: '{{account.login}}'}
                - fill: {label: Password, with: '{{account.password}}'}
                - click: {role: button, name: Log in}
              signed-in: {visible: {role: button, name: Log out}}
            """;

    static final String CREATE = """
            - id: create-application
              stage: create-application
              title: Create the application
              instruct: Create it.
              by: portal
              repeat: look-first
              steps:
                - open: '{{environment.base-url}}/new'
                - fill: {label: Name, with: '{{application.name}}'}
                - click: {role: button, name: Create, point-of-no-return: true}
                - capture: {as: client-secret, label: Client secret}
              look:
                - open: '{{environment.base-url}}/list'
              %s
              done-when: [{text: Active}]
              rejected-when: [{text: rejected your application}]
              wait-when: [{text: Pending}]
              captures: {client-secret: {secret: true}}
            """;

    static final String WAY_BACK = "lost-when: [{text: was shown once}]\n"
            + "  if-lost: [{click: {role: button, name: Reset secret}}, {capture: {as: client-secret, label: Client secret}}]";

    final InMemoryVault vault = new InMemoryVault();
    final Clock clock = Clock.fixed(SampleOrders.STARTED, ZoneOffset.UTC);
    final InMemoryAcceptedTerms terms = new InMemoryAcceptedTerms();
    AwaitedMails.Found mail;
    final InMemoryPortalAccounts accounts = new InMemoryPortalAccounts();
    final FakeBrowser[] current = new FakeBrowser[1];

    final PortalSettings settings = new PortalSettings(1, Duration.ofMillis(60), Duration.ofSeconds(30),
            Duration.ofSeconds(1), true, null, PortalSettings.Choice.AUTO, null, null, false, Duration.ofMillis(100));

    FakeLegRun run;
    FakeBrowser browser;
    Sessions sessions;
    PortalMeans means;

    @BeforeEach
    void aBank() {
        browser = new FakeBrowser(deed -> run.event(deed));
        pages();
        sessions = new Sessions(new Browsers() {
            @Override
            public boolean available() {
                return current[0] != null;
            }

            @Override
            public Browser open() {
                return current[0];
            }
        }, settings);
        means = new PortalMeans(sessions, new AccountKeeper(accounts, vault, clock), terms, (run, wanted) -> Optional.ofNullable(mail), settings, clock);
    }

    void pages() {
        browser.page(BANK + "/log-in", "Log in").field("E-mail", "").field("Password", "").button("Log in", BANK + "/home");
        browser.page(BANK + "/home", "Welcome").button("Log out", BANK + "/log-in");
        browser.page(BANK + "/new", "New application").field("Name", "").button("Create", BANK + "/created")
                .button("Log out", BANK + "/log-in");
        browser.page(BANK + "/created", "Your application is Active").field("Client secret", "s3cret-value-1")
                .button("Log out", BANK + "/log-in");
        browser.page(BANK + "/list", "No applications").button("Log out", BANK + "/log-in");
        current[0] = browser;
    }

    @AfterEach
    void close() {
        run = run == null ? new FakeLegRun(null) : new FakeLegRun(run.order());
        sessions.destroy();
    }

    static LegOrder order(String ifLost) {
        return SampleOrders.of(SampleOrders.playbook("xx-paper",
                SampleOrders.yaml("xx-paper", ENVIRONMENT, CREATE.formatted(ifLost))), "create-application");
    }

    FakeLegRun firstRun() {
        return run(new FakeLegRun(order("")));
    }

    FakeLegRun run(FakeLegRun asked) {
        run = asked.with("environment.base-url", BANK).with("tpp.contact.e-mail", "banks@tpp.example")
                .with("application.name", "Lantern");
        return run;
    }

    static LegOrder order(String environment, String leg, String id) {
        return SampleOrders.of(SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", environment, leg)), id);
    }
}
