package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Act;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.leg.ReceivedMails.State;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The letter of a leg by mail, which is written once whatever happens meanwhile, on a real mail server. */
class LettersIT extends InAMailRoom {

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
        room.journal.answered(new Act("onboarding-1", "user:ada", "person-answered", "register", "operator", "again", List.of()), room.clock.instant());
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
        moveTo(new MailRoom("tide-table", "mx.tpp.example", false));
        assertThat(room.means.perform(room.run("onboarding-1", "register"))).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.MISSING_DATA);
            assertThat(person.detail()).contains("To: psd2@paper.example", "please register Lantern");
        });
    }

    @Test
    void asksForAMailboxWhereThereIsNone() {
        var order = SampleMailBank.order("onboarding-1", "xx-paper", "read-mail", room.clock.instant());
        var foreign = new io.portolan.leg.LegOrder("onboarding-1", "other-tpp", order.playbook(), order.environmentName(), order.route(), order.leg(), null,
                "main", order.services(), order.startedAt());
        assertThat(room.means.perform(new FakeLegRun(foreign))).isInstanceOfSatisfying(Outcome.NeedsPerson.class,
                person -> assertThat(person.question()).contains("other-tpp"));
    }

    private void kill(FakeLegRun run) {
        try {
            room.means.perform(run);
        } catch (FakeLegRun.Interruption killed) {
            return;
        }
        throw new AssertionError("it was to be killed");
    }

    private FakeLegRun sent(String onboarding) {
        var run = room.run(onboarding, "register");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.NotYet.class);
        return run;
    }
}
