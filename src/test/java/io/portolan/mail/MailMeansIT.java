package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.journal.Act;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.FakeLegRun;
import io.portolan.leg.LegRun;
import io.portolan.leg.Outcome.Reason;
import io.portolan.leg.Outcome;
import io.portolan.leg.ReceivedMails.State;
import jakarta.mail.Flags;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a leg by mail makes of the answers that come, on a real mail server. */
class MailMeansIT extends InAMailRoom {

    private static final String GOOD_NEWS = "You are registered.\r\nClient ID: tw-4711\r\nClient secret: tide/4+Table=99\r\n";

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
        room.desk.give(room.desk.page(State.ASKED, null, null, 10).items().get(0).id(), "onboarding-1", "user:ada");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.Done.class);
        assertThat(run.secrets()).containsEntry("client-secret", "tide/4+Table=99");
    }

    @Test
    void neverActsByItselfWhereOurServerAddsNoResults() throws Exception {
        moveTo(new MailRoom("tide-table", null, true));
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
        assertThat(room.desk.page(State.NOTED, null, null, 10).items()).hasSize(1);

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
            room.journal.answered(new Act("onboarding-1", "user:ada", "person-answered", "register", "operator", "handed-in", List.of()), room.clock.instant());
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
        assertThat(room.means.perform(room.run("onboarding-1", "read-mail").inRound(2, room.clock.instant()))).as("nor may a later round").isInstanceOf(Outcome.NotYet.class);
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
    void namesWhatTheBanksMailLacksAndNotWhatItHas() throws Exception {
        var run = sent("onboarding-1");
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "You are registered.\r\nClient ID: tw-4711\r\nWe send the secret by post.");

        assertThat(room.means.perform(run)).isInstanceOfSatisfying(Outcome.NeedsPerson.class, person -> {
            assertThat(person.reason()).isEqualTo(Reason.MAIL_TO_READ);
            assertThat(person.question()).endsWith("came, but what is needed is not in it: client-secret.");
        });
    }

    @Test
    void namesWhatIsToBeEnteredWhereTheBankHasApprovedByAnotherWay() {
        var run = sent("onboarding-1");
        run.keep("client-id", "tw-4711", null);
        var said = new BankAnswer(1, "onboarding-1", BankAnswer.Kind.APPROVED, Set.of(), "By telephone.", null, null, null, room.clock.instant(), "user:ada");

        assertThat(room.means.perform(run.answered(said))).isEqualTo(
                new Outcome.NeedsPerson(Reason.BY_DESIGN, "The bank has approved. Please enter what it gave: client-secret.", "By telephone."));
    }

    private FakeLegRun sent(String onboarding) {
        var run = room.run(onboarding, "register");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.NotYet.class);
        return run;
    }
}
