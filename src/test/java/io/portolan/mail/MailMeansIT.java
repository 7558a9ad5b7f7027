package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Act;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.ReceivedMails.State;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Legs by mail, from the letter to the answer, on a real mail server. */
class MailMeansIT {

    private static final String GOOD_NEWS = "You are registered.\r\nClient ID: tw-4711\r\nClient secret: tide/4+Table=99\r\n";

    private MailRoom room;

    @BeforeEach
    void open() {
        room = new MailRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void writesTheLetterOnceWithItsFilesAndOurReference() throws Exception {
        var run = room.run("onboarding-1", "register");
        assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.NotYet.class, wait -> assertThat(wait.why()).contains("has not answered yet"));
        assertThat(room.means.perform(run.again())).isInstanceOf(Outcome.NotYet.class);

        var letter = room.atTheBank().get(0);
        assertThat(room.atTheBank()).hasSize(1);
        assertThat(letter.getSubject()).isEqualTo("Registration of Lantern [" + room.reference("onboarding-1") + "]");
        assertThat(letter.getRecipients(Message.RecipientType.TO)[0]).hasToString(MailRoom.BANK);
        var parts = (MimeMultipart) letter.getContent();
        assertThat(List.of(parts.getBodyPart(1).getFileName(), parts.getBodyPart(2).getFileName())).containsExactly("demo-tpp-qwac.pem", "licence.pdf");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("please register Lantern");
        assertThat(run.told()).hasSize(2).first().asString().startsWith("intended: A letter is sent to psd2@paper.example");
        assertThat(run.evidence()).singleElement().asString().contains("Files: demo-tpp-qwac.pem, licence.pdf");
        assertThat(room.accounts.all().get(0).imap().hasSent(letter.getMessageID())).isTrue();
    }

    @Test
    void isDoneWithALetterThatAsksForNothing() throws Exception {
        assertThat(room.means.perform(room.run("onboarding-1", "tell"))).isEqualTo(new Outcome.Done("The letter was sent."));
        assertThat(room.atTheBank()).hasSize(1);
    }

    @Test
    void takesTheAnswerWithItsSecretAndKeepsACopyWithoutIt() throws Exception {
        var run = sent("onboarding-1");
        room.deliver("Re: Registration [" + room.reference("onboarding-1") + "] tide/4+Table=99", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                "Content-Type: multipart/alternative; boundary=a", "", "--a", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable", "", "You are registered.", "Client ID: tw-4711", "Client secret: tide/4+Ta=", "ble=3D99", "--a",
                "Content-Type: text/html; charset=utf-8", "", "<p>You are registered.</p><p>Client secret: <b>tide/4+</b>Table=99</p>", "--a--", "--b",
                "Content-Type: application/pdf; name=terms.pdf", "Content-Transfer-Encoding: base64", "", "JVBERi0A/w==", "--b--");

        assertThat(room.means.perform(run)).isInstanceOf(Outcome.Done.class);

        assertThat(run.kept()).containsEntry("client-id", "tw-4711");
        assertThat(run.secrets()).containsEntry("client-secret", "tide/4+Table=99");
        assertThat(run.kept().get("terms")).startsWith("terms.pdf (evidence");
        assertThat(String.join("\n", run.evidence())).contains("You are registered").doesNotContain("tide/4+");
        assertThat(room.jdbc.sql("select subject || sender || proof from mails").query(String.class).list().toString()).doesNotContain("Table=99");
        assertThat(room.journal.of("onboarding-1").toString()).doesNotContain("Table=99");
        for (var message : room.server.getReceivedMessages()) {
            assertThat(message.isSet(Flags.Flag.SEEN)).isFalse();
        }
    }

    @Test
    void letsNoMailActThatNothingProves() throws Exception {
        var run = sent("onboarding-1");
        room.forge("Re: Registration [" + room.reference("onboarding-1") + "]", GOOD_NEWS);

        assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.MAIL_TO_READ);
            assertThat(person.question()).contains("nothing proves that it is");
            assertThat(person.detail()).contains("You are registered").doesNotContain("tide/4+Table");
        });
        assertThat(run.secrets()).isEmpty();
        assertThat(run.evidence()).last().asString().contains("Not proven").doesNotContain("tide/4+Table");

        // a person looks at it and says that it is genuine
        room.desk.give(room.desk.page(State.ASKED, null, 10).items().get(0).id(), "onboarding-1", "user:ada");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("client-secret", "tide/4+Table=99");
    }

    @Test
    void neverActsByItselfWhereOurServerAddsNoResults() throws Exception {
        room.close();
        room = new MailRoom("tide-table", null, true);
        var run = sent("onboarding-1");
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", GOOD_NEWS);
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.NeedsPerson.class);
    }

    @Test
    void takesAnAutomaticReplyForNoAnswerButTakesItsTicket() throws Exception {
        var run = sent("onboarding-1");
        room.deliver("Automatic reply: Registration [" + room.reference("onboarding-1") + "]", "Auto-Submitted: auto-replied", "",
                "You are registered as sender. Your ticket is TW-2026-0042. We answer within 2 business days.");
        assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.NotYet.class, wait -> assertThat(wait.why()).contains("TW-2026-0042"));
        assertThat(room.onboardings.acknowledged).singleElement().asString().startsWith("onboarding-1 TW-2026-0042 20");
        assertThat(room.desk.page(State.NOTED, null, 10).items()).hasSize(1);

        room.deliver("Ticket TW-2026-0042", GOOD_NEWS);
        assertThat(room.means.perform(run)).as("the bank's own reference leads home").isInstanceOf(Outcome.Done.class);
    }

    @Test
    void handsQuestionsToAPersonAnyNumberOfTimes() throws Exception {
        var run = sent("onboarding-1");
        for (int i = 1; i <= 2; i++) {
            room.deliver("Re: [" + room.reference("onboarding-1") + "]", "Sorry, we have a question: which roles, number " + i + "?");
            assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
                assertThat(person.reason()).isEqualTo(Reason.BANK_ASKS);
                assertThat(person.detail()).contains("which roles");
            });
            assertThat(room.means.perform(run.again())).as("nobody has answered yet").isInstanceOf(Outcome.NeedsPerson.class);
            room.journal.answered(new Act("onboarding-1", "user:ada", "person-answered", "register", "operator", "handed-in", List.of()));
            assertThat(room.means.perform(run.again())).isInstanceOf(Outcome.NotYet.class);
        }
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "Hello, how are you?");
        assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> assertThat(person.reason()).isEqualTo(Reason.MAIL_TO_READ));
    }

    @Test
    void readsARejectionAndAWait() throws Exception {
        var run = sent("onboarding-1");
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "Your matter is being checked; we answer by 2099-01-31.");
        assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.NotYet.class,
                wait -> assertThat(wait.lookAgainAt()).isEqualTo(Instant.parse("2099-01-31T17:00:00Z")));
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "Unfortunately we cannot register you: the licence is missing.", "> You are registered");
        assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.Rejected.class,
                rejected -> assertThat(rejected.reason()).contains("the licence is missing").doesNotContain("You are registered"));
    }

    @Test
    void handsABounceToAPersonAndWritesAgainUnderAnotherNumber() throws Exception {
        var run = sent("onboarding-1");
        var id = room.atTheBank().get(0).getMessageID();
        room.raw("Return-Path: <>", "Undelivered", "mailer-daemon@mx.tpp.example", "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "",
                "--b", "Content-Type: message/delivery-status", "", "Final-Recipient: rfc822; psd2@paper.example", "Action: failed", "Diagnostic-Code: smtp; 550 No such user",
                "--b", "Content-Type: text/rfc822-headers", "", "Message-ID: " + id, "--b--");
        assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
            assertThat(person.detail()).contains("psd2@paper.example", "550 No such user");
        });
        room.journal.answered(new Act("onboarding-1", "user:ada", "person-answered", "register", "operator", "again", List.of()));
        assertThat(room.means.perform(run.again().at(LegRun.Progress.NOTHING))).isInstanceOf(Outcome.NotYet.class);
        assertThat(room.atTheBank()).hasSize(2);
        assertThat(room.atTheBank().get(1).getMessageID()).isNotEqualTo(id);
    }

    @Test
    void writesTheSecondLetterWhereItWasCutOffAfterTheFirstCameBack() throws Exception {
        var run = sent("onboarding-1");
        room.letters.state(room.atTheBank().get(0).getMessageID(), JdbcLetters.State.BOUNCED);
        var cut = run.again().at(LegRun.Progress.NOTHING).killedAfter("intended:");
        kill(cut);
        assertThat(room.means.perform(cut.again())).isInstanceOf(Outcome.NotYet.class);
        assertThat(room.atTheBank()).hasSize(2);
        assertThat(room.letters.sent("onboarding-1")).extracting(JdbcLetters.Letter::number).containsExactly(2);
    }

    @Test
    void looksBeforeItWritesAgainWhenItWasCutOff() throws Exception {
        var early = room.run("onboarding-1", "register").killedAfter("intended:");
        kill(early);
        assertThat(room.means.perform(early.again())).as("no letter was begun").isInstanceOf(Outcome.NotYet.class);
        assertThat(room.atTheBank()).hasSize(1);

        var late = room.run("onboarding-2", "register").killedAfter("happened");
        kill(late);
        assertThat(room.means.perform(late.again())).isInstanceOf(Outcome.NotYet.class);
        assertThat(room.atTheBank()).hasSize(2);
    }

    @Test
    void asksAPersonWhereNobodyCanKnowAndLearnsFromTheBanksAnswer() throws Exception {
        var run = sent("onboarding-1");
        room.jdbc.sql("update sent_letters set state = 'INTENDED', sent_at = null, mailbox = 'elsewhere'").update();
        assertThat(room.means.perform(run.again().at(LegRun.Progress.INTENDED))).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.ANSWER_LOST);
            assertThat(person.detail()).contains("<ptl.");
        });
        room.deliver("Re: Registration", "In-Reply-To: " + room.atTheBank().get(0).getMessageID(), "", "We will see.");
        assertThat(room.means.perform(run.again().at(LegRun.Progress.INTENDED))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.reason()).isEqualTo(Reason.MAIL_TO_READ));
        assertThat(room.atTheBank()).hasSize(1);
    }

    @Test
    void triesAgainWhereTheMailServerIsAwayAndAsksWhereItRefusesForGood() throws Exception {
        room.server.getSmtp().stopService();
        var run = room.run("onboarding-1", "register");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.Fault.class);
        assertThat(run.progress()).isEqualTo(LegRun.Progress.NOTHING);
    }

    @Test
    void leavesTheLetterToAPersonWhereNoServerTakesOurs() {
        room.close();
        room = new MailRoom("tide-table", "mx.tpp.example", false);
        assertThat(room.means.perform(room.run("onboarding-1", "register"))).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.MISSING_DATA);
            assertThat(person.detail()).contains("To: psd2@paper.example", "please register Lantern");
        });
    }

    @Test
    void waitsForTheMailThenKeepsItsLinkAsASecretAndACopyWithoutIt() throws Exception {
        var run = room.run("onboarding-1", "read-mail");
        assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.NotYet.class,
                wait -> assertThat(wait.why()).isEqualTo("No mail from no-reply@paper.example yet"));
        room.raw("Authentication-Results: mx.tpp.example; spf=pass smtp.mailfrom=no-reply@paper.example", "Please  confirm your e-mail", "no-reply@paper.example",
                "Auto-Submitted: auto-generated", "", "https://evil.example/confirm?token=stolen or https://api.paper.example/confirm?token=abcdef123");
        room.deliver("News", "What else there is: https://api.paper.example/news");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("link", "https://api.paper.example/confirm?token=abcdef123");
        assertThat(run.evidence()).singleElement().satisfies(copy -> assertThat(copy).contains("From: no-reply@paper.example").doesNotContain("abcdef123"));
        assertThat(room.means.perform(run.again())).as("the same leg may read it again").isInstanceOf(Outcome.Done.class);
        assertThat(room.means.perform(room.run("onboarding-2", "read-mail"))).as("another may not").isInstanceOf(Outcome.NotYet.class);
        assertThat(room.means.perform(room.run("onboarding-1", "read-mail").inRound(2, Instant.now()))).as("nor may a later round").isInstanceOf(Outcome.NotYet.class);
    }

    @Test
    void waitsForTheBankOnceAPersonHasWrittenByHand() throws Exception {
        var run = room.run("onboarding-1", "write");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(room.means.perform(run.at(LegRun.Progress.HAPPENED))).isInstanceOf(Outcome.NotYet.class);
        room.deliver("Hello", "Something.");
        assertThat(room.means.perform(run)).as("what comes then is shown").isInstanceOf(Outcome.NeedsPerson.class);
    }

    @Test
    void asksForAMailboxWhereThereIsNone() {
        var order = SampleMailBank.order("onboarding-1", "xx-paper", "read-mail", Instant.now());
        var foreign = new io.portolan.leg.LegOrder("onboarding-1", "other-tpp", order.playbook(), order.environmentName(), order.route(), order.leg(), null,
                "main", order.services(), order.startedAt());
        assertThat(room.means.perform(new FakeLegRun(foreign))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.question()).contains("other-tpp"));
    }

    private FakeLegRun sent(String onboarding) {
        var run = room.run(onboarding, "register");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.NotYet.class);
        return run;
    }

    private void kill(FakeLegRun run) {
        try {
            room.means.perform(run);
        } catch (FakeLegRun.Interruption killed) {
            return;
        }
        throw new AssertionError("it was to be killed");
    }
}
