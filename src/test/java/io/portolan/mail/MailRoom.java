package io.portolan.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.portolan.TestDatabase;
import io.portolan.database.Leases;
import io.portolan.journal.InMemoryJournal;
import io.portolan.journal.TestJournals;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.JdbcCapturesForTests;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegState;
import io.portolan.leg.RunningOnboardings;
import io.portolan.leg.Value;
import io.portolan.vault.InMemoryVault;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

/** Everything of this package on a real mail server and a real database; only the onboardings are made up. */
final class MailRoom implements AutoCloseable {

    static final String US = "banks@tpp.example";
    static final String BANK = "psd2@paper.example";
    private static final String SERVER = "mx.tpp.example";

    final Clock clock = Clock.systemUTC();
    final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    final DataSource database = TestDatabase.fresh();
    final JdbcClient jdbc = JdbcClient.create(database);
    final InMemoryVault vault = new InMemoryVault();
    final InMemoryJournal journal = new InMemoryJournal();
    final Onboardings onboardings = new Onboardings();
    final JdbcMails mails = new JdbcMails(jdbc);
    final JdbcLetters letters = new JdbcLetters(jdbc, mails);
    final MailAccounts accounts;
    final MailArrivals arrivals;
    final MailMeans means;
    final MailDesk desk;
    final PostedMails posted;
    final LetterReminders reminders;
    final LetterReplies replies;
    final MailSettings settings;
    private final GreenMailUser inbox;

    MailRoom() {
        this("tide-table", SERVER, true);
    }

    MailRoom(String password, String authservId, boolean sends) {
        server.start();
        inbox = server.setUser(US, US, "tide-table");
        server.setUser(BANK, BANK, "x");
        var smtp = new MailSettings.Smtp("127.0.0.1", server.getSmtp().getPort(), null, null, null, MailSettings.Tls.NONE, false);
        var account = new MailSettings.Account(List.of("demo-tpp"), US, List.of("psd2@tpp.example"), "127.0.0.1", server.getImap().getPort(), US,
                password, null, MailSettings.Tls.NONE, authservId, "Sent", sends ? smtp : null);
        settings = new MailSettings(Map.of("banks", account), Duration.ofSeconds(10), Duration.ofSeconds(1), DataSize.ofKilobytes(200), Duration.ofDays(7));
        accounts = new MailAccounts(settings, vault);
        var evidence = TestJournals.evidence(database, clock);
        var transactions = new JdbcTransactionManager(database);
        var contents = new MailContents(vault);
        var copies = new MailCopies(JdbcCapturesForTests.secrets(database, vault));
        var marks = new JdbcMailboxMarks(jdbc);
        var intake = new MailIntake(mails, letters, contents, copies, onboardings, (place, order) -> Optional.ofNullable(OURS.get(place)), evidence, journal, transactions);
        arrivals = new MailArrivals(accounts, settings, new SafeIntake(intake, mails, contents), mails, marks,
                new OutlivedMails(mails, contents, onboardings, settings), onboardings, new Free(), clock);
        var drafts = new Drafts(accounts, letters);
        var reading = new ReadAnswers(new BankMails(mails, contents, letters, accounts, onboardings, journal), new TakeCaptures(), letters);
        means = new MailMeans(accounts, arrivals, new SendLetter(drafts, letters, accounts, arrivals, clock), reading);
        desk = new MailDesk(mails, contents, copies, accounts, onboardings, evidence, journal, transactions);
        reminders = new LetterReminders(drafts, letters, (place, order) -> Optional.ofNullable(OURS.get(place)), evidence, journal, clock);
        replies = new LetterReplies(drafts, letters, mails, (place, order) -> Optional.ofNullable(OURS.get(place)),
                JdbcCapturesForTests.secrets(database, vault), evidence, journal, clock);
        posted = new PostedMails(accounts, arrivals, mails, contents, letters);
    }

    private static final Map<String, Value> OURS = Map.of("tpp.contact.e-mail", new Value.Plain(US), "tpp.legal-name", new Value.Plain("Lantern"));

    /** The onboardings that run, as a test says. */
    static final class Onboardings implements RunningOnboardings {

        private final Map<String, Running> running = new LinkedHashMap<>();
        final List<String> woken = new ArrayList<>();
        final List<String> acknowledged = new ArrayList<>();
        boolean deaf;
        boolean deafOnce;

        @Override
        public List<Running> of(Collection<String> tpps) {
            return running.values().stream().filter(each -> tpps.contains(each.tpp())).toList();
        }

        @Override
        public Optional<Running> find(String onboarding) {
            return Optional.ofNullable(running.get(onboarding));
        }

        @Override
        public boolean wake(String onboarding, boolean alsoFromPerson) {
            var waits = find(onboarding).stream().flatMap(each -> each.legs().stream()).anyMatch(ahead -> ahead.state() == LegState.WAITING
                    || alsoFromPerson && ahead.state() == LegState.WITH_PERSON);
            if (waits) {
                woken.add(onboarding);
            }
            return waits;
        }

        @Override
        public void acknowledged(String onboarding, String note, String reference, Instant expectedBy) {
            if (deaf || deafOnce) {
                deafOnce = false;
                throw new IllegalStateException("deaf");
            }
            acknowledged.add(onboarding + " " + reference + " " + expectedBy);
        }

        void at(LegOrder order, LegState state) {
            running.put(order.onboarding(), new Running(order.onboarding(), order.tpp(), List.of(new Ahead(order, state))));
        }

        void over(String onboarding) {
            running.remove(onboarding);
        }
    }

    private static final class Free implements Leases {
        @Override
        public boolean hold(String job, Duration length) {
            return true;
        }

        @Override
        public void release(String job) { }
    }

    /** A run of this leg of the sample bank, whose onboarding waits at it. */
    FakeLegRun run(String onboarding, String leg) {
        var order = SampleMailBank.order(onboarding, "xx-paper", leg, clock.instant().minusSeconds(60));
        onboardings.at(order, LegState.WAITING);
        return new FakeLegRun(order).with("tpp.legal-name", "Lantern").with("certificate.qwac.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
                .withFile("document.licence", new Value.File("licence.pdf", "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)));
    }

    /** The letters that the bank has got. */
    List<MimeMessage> atTheBank() throws Exception {
        var messages = server.getManagers().getImapHostManager().getInbox(server.getUserManager().getUser(BANK)).getMessages();
        return messages.stream().map(stored -> stored.getMimeMessage()).toList();
    }

    /** Our reference for an onboarding. */
    String reference(String onboarding) {
        return letters.reference(onboarding);
    }

    /** A mail of the bank, which our mail server has found to be the bank's. */
    void deliver(String subject, String... lines) throws Exception {
        raw("Authentication-Results: " + SERVER + "; dkim=pass header.d=paper.example", subject, "desk@paper.example", lines);
    }

    /** A mail that says it is the bank's. */
    void forge(String subject, String... lines) throws Exception {
        raw("Authentication-Results: " + SERVER + "; dkim=fail header.d=paper.example\r\nAuthentication-Results: " + SERVER
                + "; dkim=pass header.d=paper.example", subject, "desk@paper.example", lines);
    }

    /** A mail with this field on top, from this sender; lines up to an empty one are further header fields. */
    void raw(String top, String subject, String from, String... lines) throws Exception {
        var hasHeader = List.of(lines).contains("");
        raw(top + "\r\nFrom: " + from + "\r\nTo: " + US + "\r\nSubject: " + subject + "\r\nMIME-Version: 1.0\r\nMessage-ID: <" + UUID.randomUUID()
                + "@paper.example>\r\n" + (hasHeader ? "" : "Content-Type: text/plain; charset=utf-8\r\n\r\n") + String.join("\r\n", lines) + "\r\n");
    }

    void raw(String message) throws Exception {
        inbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public void close() {
        accounts.destroy();
        server.stop();
    }
}
