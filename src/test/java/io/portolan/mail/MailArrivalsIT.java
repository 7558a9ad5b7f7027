package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.leg.LegState;
import io.portolan.leg.ReceivedMails.Received;
import io.portolan.leg.ReceivedMails.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How mails are taken in, on a real mail server: each once, whatever it is made of, and none holds up those behind it. */
class MailArrivalsIT extends InAMailRoom {

    @Test
    void wakesTheOnboardingThatAMailIsForOnce() throws Exception {
        room.run("onboarding-1", "register");
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "You are registered.");
        room.arrivals.lookWhenDue();
        assertThat(room.onboardings.woken).containsExactly("onboarding-1");
        room.arrivals.wake();
        assertThat(room.onboardings.woken).hasSize(1);
        assertThat(room.journal.acts()).containsExactly("mail-received");
    }

    @Test
    void takesALegFromAPersonOnlyForMailThatDecides() throws Exception {
        room.onboardings.at(SampleMailBank.order("onboarding-1", "xx-paper", "register", room.clock.instant()), LegState.WITH_PERSON);
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "One more thing.");
        room.arrivals.lookWhenDue();
        assertThat(room.onboardings.woken).isEmpty();
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "We cannot register you.");
        room.arrivals.look("demo-tpp");
        room.arrivals.wake();
        assertThat(room.onboardings.woken).containsExactly("onboarding-1");
    }

    @Test
    void takesAMailThatCameTwiceOnce() throws Exception {
        room.run("onboarding-1", "register");
        for (int i = 0; i < 2; i++) {
            room.raw("From: desk@paper.example\r\nTo: banks@tpp.example\r\nMessage-ID: <same@paper.example>\r\nSubject: Hello\r\n\r\nHello.\r\n");
        }
        room.arrivals.look("demo-tpp");
        assertThat(room.desk.page(null, null, null, 10).items()).hasSize(1);
    }

    @Test
    void readsAMailboxOfAThousandMailsOnceAndThenOnlyWhatIsNew() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            room.raw("From: news@shop.example\r\nTo: banks@tpp.example\r\nMessage-ID: <" + i + "@shop.example>\r\nSubject: Offer " + i + "\r\n\r\nBuy.\r\n");
        }
        var mailbox = room.accounts.all().get(0).imap();
        var all = mailbox.look(Optional.empty(), room.clock.instant().minus(Duration.ofHours(1)));
        assertThat(all.mails()).hasSize(50);
        assertThat(all.more()).isTrue();
        room.arrivals.look("demo-tpp");
        assertThat(room.desk.homeless(null)).isEqualTo(1_000);

        var mark = new JdbcMailboxMarks(room.jdbc).of("banks");
        assertThat(mailbox.look(mark, Instant.EPOCH)).isEqualTo(new ImapMailbox.Look(mark.orElseThrow(), java.util.List.of(), false));
        room.deliver("One more", "x");
        assertThat(mailbox.look(mark, Instant.EPOCH).mails()).hasSize(1);
        room.arrivals.look("demo-tpp");
        assertThat(room.desk.homeless(null)).isEqualTo(1_001);
    }

    @Test
    void beginsAnewWhereUidsMeanSomethingElse() throws Exception {
        room.deliver("First", "x");
        room.arrivals.look("demo-tpp");
        room.jdbc.sql("update mailbox_looks set uid_validity = uid_validity - 1, last_uid = 999").update();
        room.deliver("Second", "x");
        room.arrivals.look("demo-tpp");
        assertThat(room.desk.page(null, null, null, 10).items()).extracting(Received::subject).containsExactlyInAnyOrder("First", "Second");
    }

    @Test
    void readsOnlyTheHeaderOfAMailThatIsTooLarge() throws Exception {
        room.run("onboarding-1", "register");
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "You are registered.", "x".repeat(70).concat("\r\n").repeat(4_000));
        room.arrivals.look("demo-tpp");
        var id = room.desk.page(State.GIVEN, null, null, 10).items().get(0).id();
        assertThat(room.desk.find(id).orElseThrow().text()).contains("could not be read as a whole").doesNotContain("You are registered");
    }

    @Test
    void survivesMailsThatAreMalformed() throws Exception {
        room.run("onboarding-1", "register");
        room.raw("X-Nothing: x", "Broken", "desk@paper.example", "Content-Type: multipart/mixed; boundary=never", "", "no boundary here");
        room.raw("X-Nothing: x", "Odd", "desk@paper.example", "Content-Type: text/plain; charset=klingon", "", "still 123456 there");
        room.raw("\r\nno header at all");
        room.arrivals.look("demo-tpp");
        assertThat(room.desk.page(null, null, null, 10).items()).hasSize(3);
    }

    @Test
    void takesInWhatHoldsCharactersThatNoDatabaseKeeps() throws Exception {
        room.run("onboarding-1", "register");
        room.deliver("=?utf-8?Q?a=00?= [" + room.reference("onboarding-1") + "]", "Content-Type: text/html", "", "We cannot register you: one&#0;two.");
        room.raw("From: =?utf-8?Q?x=00?= <x\0@paper.example>\r\nMessage-ID: <\0@paper.example>\r\nSubject: x\0\r\n\r\nx\0");
        room.arrivals.look("demo-tpp");
        assertThat(room.desk.page(null, null, null, 10).items()).hasSize(2).noneMatch(mail -> mail.subject().startsWith("A mail that"));
    }

    @Test
    void setsAMailAsideThatCannotBeTakenInSoThatThoseBehindItAreRead() throws Exception {
        room.run("onboarding-1", "register");
        room.onboardings.deaf = true;
        room.deliver("Automatic reply: [" + room.reference("onboarding-1") + "]", "Auto-Submitted: auto-replied", "", "Your ticket is TW-1. Client secret: Zk83jfA92lQp");
        room.deliver("Re: [" + room.reference("onboarding-1") + "]", "You are registered.");
        room.arrivals.look("demo-tpp");
        room.arrivals.look("demo-tpp");
        assertThat(room.desk.page(State.GIVEN, null, null, 10).items()).as("what came behind it").hasSize(1);
        var aside = room.desk.page(State.HOMELESS, null, null, 10).items();
        assertThat(aside).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("A mail that could not be taken in");
            assertThat(mail.from()).isEqualTo("desk@paper.example");
        });
        assertThat(room.desk.find(aside.get(0).id()).orElseThrow().text()).contains("Please read it in the mailbox banks");
        assertThat(room.vault.names()).as("nothing is left of the failed attempts").hasSize(2);
        assertThat(room.desk.file(aside.get(0).id(), null, "user:ada").state()).isEqualTo(State.FILED);
    }

    @Test
    void takesAMailInAtTheSecondTryWhereTheTroubleHasPassed() throws Exception {
        room.run("onboarding-1", "register");
        room.onboardings.deafOnce = true;
        room.deliver("Automatic reply: [" + room.reference("onboarding-1") + "]", "Auto-Submitted: auto-replied", "", "Your ticket is TW-1.");
        room.arrivals.look("demo-tpp");
        assertThat(room.desk.page(null, null, null, 10).items()).singleElement().extracting(Received::state).isEqualTo(State.NOTED);
    }

    @Test
    void comesBackAfterTheConnectionWasLost() throws Exception {
        room.arrivals.look("demo-tpp");
        room.accounts.destroy();
        room.deliver("Hello", "hello");
        room.arrivals.look("demo-tpp");
        assertThat(room.desk.homeless(null)).isEqualTo(1);
    }

    @Test
    void saysThatThePasswordIsWrongWithoutSayingIt() {
        moveTo(new MailRoom("wrong-password", null, false));
        assertThatThrownBy(() -> room.arrivals.look("demo-tpp")).isInstanceOf(MailboxUnreachable.class)
                .hasMessageContaining("user or password is wrong").hasMessageNotContaining("wrong-password");
        room.arrivals.lookWhenDue();
    }
}
