package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.leg.LegOrder;
import io.portolan.leg.Outcome;
import io.portolan.leg.Replies.Reply;
import io.portolan.leg.Replies.Sent;
import io.portolan.leg.Value;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers to the bank's questions as letters, on a real mail server. */
class LetterRepliesIT extends InAMailRoom {

    private static Reply reply(String key, String text) {
        return new Reply(key, text, List.of(new Value.File("licence.pdf", "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII))), "user:ada");
    }

    /** The order of a leg whose letter the bank has got. */
    private LegOrder handedIn() {
        var run = room.run("onboarding-1", "register");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.NotYet.class);
        return run.order();
    }

    @Test
    void answersInTheThreadOfTheBanksMailAndOnlyOnce() throws Exception {
        var order = handedIn();
        room.deliver("Re: your registration [" + room.reference("onboarding-1") + "]", "How many?");
        room.arrivals.look(order.tpp());
        var envelope = room.replies.envelope(order).orElseThrow();
        assertThat(envelope.to()).isEqualTo("desk@paper.example");
        assertThat(envelope.subject()).isEqualTo("Re: your registration [" + room.reference("onboarding-1") + "]");
        assertThat(envelope.text()).startsWith("Dear colleagues,").contains("Lantern");
        room.server.setUser("desk@paper.example", "desk@paper.example", "x");

        assertThat(room.replies.send(order, reply("task-1", "About a thousand."))).isEqualTo(new Sent.Left("desk@paper.example", false));
        assertThat(room.replies.send(order, reply("task-1", "About two thousand."))).isEqualTo(new Sent.Left("desk@paper.example", true));

        var got = room.server.getManagers().getImapHostManager().getInbox(room.server.getUserManager().getUser("desk@paper.example")).getMessages();
        assertThat(got).hasSize(1);
        var letter = got.get(0).getMimeMessage();
        assertThat(letter.getHeader("In-Reply-To")).containsExactly(room.jdbc.sql("select message_id from mails").query(String.class).single());
        assertThat(((MimeMultipart) letter.getContent()).getBodyPart(1).getFileName()).isEqualTo("licence.pdf");
        assertThat(room.journal.acts()).contains("bank-written-to");
    }

    @Test
    void answersNobodyWhoIsNotProvenToBeTheBank() throws Exception {
        var order = handedIn();
        room.forge("Re: your registration [" + room.reference("onboarding-1") + "]", "How many?");
        room.arrivals.look(order.tpp());
        assertThat(room.replies.envelope(order).orElseThrow().to()).isEqualTo(MailRoom.BANK);
    }

    @Test
    void saysThatNobodyKnowsWhereItWasCutOffAndSendsNoOther() throws Exception {
        var order = handedIn();
        assertThat(room.replies.send(order, reply("task-1", "Yes."))).isInstanceOf(Sent.Left.class);
        room.jdbc.sql("update sent_letters set state = 'INTENDED' where kind = 'REPLY'").update();
        assertThat(room.replies.send(order, reply("task-1", "Yes."))).as("it is among the sent mails").isEqualTo(new Sent.Left(MailRoom.BANK, true));
        room.jdbc.sql("update sent_letters set state = 'INTENDED' where kind = 'REPLY'").update();
        room.server.purgeEmailFromAllMailboxes();
        assertThat(room.replies.send(order, reply("task-1", "Yes."))).isInstanceOf(Sent.Unknown.class);
        assertThat(room.atTheBank()).isEmpty();
    }

    @Test
    void saysThatItHasNotLeftWhereNoServerTakesIt() throws Exception {
        var order = handedIn();
        room.server.getSmtp().stopService();
        assertThat(room.replies.send(order, reply("task-1", "Yes."))).isInstanceOf(Sent.NotTaken.class);
        assertThat(room.jdbc.sql("select state from sent_letters where kind = 'REPLY'").query(String.class).single()).isEqualTo("NOT_SENT");
    }
}
