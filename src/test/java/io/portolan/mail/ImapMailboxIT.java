package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.portolan.TestDatabase;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.SampleOrders;
import io.portolan.vault.Secret;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading a real mailbox, by IMAP, and taking from its mails what a leg needs. */
class ImapMailboxIT {

    private static final String US = "banks@tpp.example";
    private static final DataSource DATABASE = TestDatabase.fresh();

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    private ImapMailbox mailbox;

    @BeforeEach
    void start() {
        server.start();
        server.setUser(US, US, "tide-table");
        mailbox = mailbox("tide-table");
    }

    @AfterEach
    void stop() {
        mailbox.close();
        server.stop();
    }

    private ImapMailbox mailbox(String password) {
        var account = new MailSettings.Account(List.of("demo-tpp"), US, "127.0.0.1", server.getImap().getPort(), US, null,
                "mailbox/password", MailSettings.Tls.NONE);
        return new ImapMailbox("bank-mail", account, Duration.ofSeconds(10), () -> Secret.of(password));
    }

    @Test
    void findsTheMailsOfASenderAndLeavesThemUnseen() throws Exception {
        deliver("Bank <no-reply@bank.example>", "Confirm", "text/plain; charset=utf-8", "Open https://portal.bank.example/c?t=1.");
        deliver("else@other.example", "Confirm", "text/plain", "no");
        var mails = mailbox.mailsFrom("@bank.example", Instant.now().minusSeconds(600));
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.from()).isEqualTo("no-reply@bank.example");
            assertThat(mail.links()).containsExactly("https://portal.bank.example/c?t=1");
        });
        assertThat(mailbox.mailsFrom("NO-REPLY@bank.example", Instant.now().minusSeconds(600))).hasSize(1);
        assertThat(mailbox.mailsFrom("@bank.example", Instant.now().plusSeconds(600))).isEmpty();
        for (var message : server.getReceivedMessages()) {
            assertThat(message.isSet(Flags.Flag.SEEN)).isFalse();
        }
    }

    @Test
    void survivesMailsThatAreMalformed() throws Exception {
        deliver("no-reply@bank.example", "Broken", "multipart/mixed; boundary=never", "no boundary here");
        deliver("no-reply@bank.example", "Odd", "text/plain; charset=klingon", "still 123456 there");
        deliver("no-reply@bank.example", "Html", "text/html; charset=utf-8",
                "<p>Your code:&nbsp;<b>778899</b></p><a href='https://portal.bank.example/x?a=1&amp;b=2'>go</a>");
        var mails = mailbox.mailsFrom("@bank.example", Instant.now().minusSeconds(600));
        assertThat(mails).hasSize(3);
        assertThat(mails).anySatisfy(mail -> assertThat(mail.text()).contains("123456"));
        assertThat(mails).anySatisfy(mail -> assertThat(mail.links()).containsExactly("https://portal.bank.example/x?a=1&b=2"));
    }

    @Test
    void comesBackAfterTheConnectionWasLost() throws Exception {
        assertThat(mailbox.mailsFrom("@bank.example", Instant.now().minusSeconds(60))).isEmpty();
        mailbox.close();
        deliver("no-reply@bank.example", "Hello", "text/plain", "hello");
        assertThat(mailbox.mailsFrom("@bank.example", Instant.now().minusSeconds(60))).hasSize(1);
    }

    @Test
    void saysThatThePasswordIsWrongWithoutSayingIt() {
        assertThatThrownBy(() -> mailbox("wrong-password").mailsFrom("@bank.example", Instant.EPOCH.plusSeconds(200_000)))
                .isInstanceOf(MailboxUnreachable.class).hasMessageContaining("user or password is wrong")
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void waitsForTheMailThenKeepsItsLinkAsASecretAndACopyWithoutIt() throws Exception {
        var means = new MailMeans(tpp -> Optional.of(mailbox), new JdbcUsedMails(JdbcClient.create(DATABASE)));
        var run = new FakeLegRun(order("onboarding-1"));
        assertThat(means.perform(run)).isInstanceOfSatisfying(Outcome.NotYet.class,
                wait -> assertThat(wait.why()).isEqualTo("No mail from no-reply@bank.example yet"));
        deliver("no-reply@bank.example", "Please  confirm your e-mail", "text/plain",
                "https://evil.example/confirm?token=stolen or https://portal.bank.example/confirm?token=abcdef123");
        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("link", "https://portal.bank.example/confirm?token=abcdef123");
        assertThat(run.evidence()).singleElement().satisfies(copy -> assertThat(copy).contains("From: no-reply@bank.example")
                .doesNotContain("token=abcdef123"));
        assertThat(means.perform(run.again())).as("the same leg may read it again").isInstanceOf(Outcome.Done.class);
        assertThat(means.perform(new FakeLegRun(order("onboarding-2")))).as("another may not").isInstanceOf(Outcome.NotYet.class);
    }

    @Test
    void takesNoMailOfBeforeTheOnboardingWentBackToTheLeg() throws Exception {
        var means = new MailMeans(tpp -> Optional.of(mailbox), new JdbcUsedMails(JdbcClient.create(DATABASE)));
        deliver("no-reply@bank.example", "Confirm your e-mail", "text/plain", "https://portal.bank.example/confirm?token=abcdef123");
        assertThat(means.perform(new FakeLegRun(order("onboarding-4")))).isInstanceOf(Outcome.Done.class);
        assertThat(means.perform(new FakeLegRun(order("onboarding-4")).inRound(2, Instant.now()))).isInstanceOf(Outcome.NotYet.class);
        assertThat(means.perform(new FakeLegRun(order("onboarding-5")).inRound(2, Instant.now().plus(Duration.ofHours(1)))))
                .isInstanceOf(Outcome.NotYet.class);
        deliver("no-reply@bank.example", "Confirm your e-mail", "text/plain", "https://portal.bank.example/confirm?token=second99");
        var run = new FakeLegRun(order("onboarding-4")).inRound(2, Instant.now());
        assertThat(means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("link", "https://portal.bank.example/confirm?token=second99");
    }

    @Test
    void waitsForTheBankOnceAPersonHasHandedInALegThatExpectsNoMail() {
        var means = new MailMeans(tpp -> Optional.empty(), new JdbcUsedMails(JdbcClient.create(DATABASE)));
        var order = order("onboarding-6");
        var byHand = new LegOrder("onboarding-6", order.tpp(), order.playbook(), order.environmentName(), order.route(),
                order.route().leg("write").orElseThrow(), null, "main", order.services(), order.startedAt());
        assertThat(means.perform(new FakeLegRun(byHand))).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(means.perform(new FakeLegRun(byHand).at(LegRun.Progress.HAPPENED))).isInstanceOf(Outcome.NotYet.class);
    }

    @Test
    void asksForAMailboxWhereThereIsNone() {
        var means = new MailMeans(tpp -> Optional.empty(), new JdbcUsedMails(JdbcClient.create(DATABASE)));
        assertThat(means.perform(new FakeLegRun(order("onboarding-3")))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.question()).contains("demo-tpp"));
    }

    private static LegOrder order(String onboarding) {
        var playbook = SampleOrders.playbook("xx-paper", SampleOrders.yaml("xx-paper", """
                base-url: https://portal.bank.example
                hosts: [portal.bank.example]""", """
                - id: read-mail
                  stage: sign-up
                  title: Read the mail
                  instruct: Read it.
                  by: mail
                  expect: {from: no-reply@bank.example, subject: confirm your e-mail}
                  captures: {link: {from: 'link:/confirm\\?token=', secret: true, type: url}}
                - {id: write, stage: sign-up, title: Write, instruct: Write to them., by: mail}
                - id: open-link
                  stage: sign-up
                  title: Open the link
                  instruct: Open it.
                  by: portal
                  repeat: safe
                  signed-in: false
                  steps: [{open: '{{captured.link}}'}]
                """));
        var order = SampleOrders.of(playbook, "read-mail", EnumSet.allOf(io.portolan.playbook.Service.class),
                Instant.now().minusSeconds(60));
        return new LegOrder(onboarding, order.tpp(), playbook, order.environmentName(), order.route(), order.leg(), null, "main",
                order.services(), order.startedAt());
    }

    private void deliver(String from, String subject, String type, String body) throws Exception {
        var raw = "From: %s\r\nTo: %s\r\nSubject: %s\r\nMIME-Version: 1.0\r\nContent-Type: %s\r\nMessage-ID: <%s@bank.example>\r\n\r\n%s\r\n"
                .formatted(from, US, subject, type, java.util.UUID.randomUUID(), body);
        var message = new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        server.getUserManager().getUser(US).deliver(message);
    }
}
