package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FromOwnMailboxIT {

    @Test
    void writesToOurPeopleFromAMailboxThatCanSend() throws Exception {
        try (var room = new MailRoom()) {
            var house = new FromOwnMailbox(room.accounts, room.clock);

            assertThat(house.send(null, "0815", MailRoom.BANK, "Portolan: Größe", "A task was opened.\n")).isEqualTo(new HouseMail.Sent(true, false, null));
            var arrived = room.server.getReceivedMessages();
            assertThat(arrived).hasSize(1);
            assertThat(arrived[0].getSubject()).isEqualTo("Portolan: Größe");
            assertThat(arrived[0].getMessageID()).isEqualTo("<ptl.0815@tpp.example>");
            assertThat(arrived[0].getFrom()[0].toString()).isEqualTo(MailRoom.US);
            assertThat(arrived[0].getContent().toString()).contains("A task was opened.");
            assertThat(house.send("none-such", "0815", MailRoom.BANK, "x", "y").why()).contains("portolan.mail.mailboxes");

            room.server.stop();
            assertThat(house.send("banks", "0816", MailRoom.BANK, "x", "y")).matches(sent -> !sent.taken() && !sent.forGood());
        }
    }
}
