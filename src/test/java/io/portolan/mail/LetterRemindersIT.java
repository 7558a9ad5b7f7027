package io.portolan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.leg.Outcome;
import io.portolan.leg.Reminders.Reminder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Reminders as letters, on a real mail server. */
class LetterRemindersIT extends InAMailRoom {

    private static final Reminder FIRST = new Reminder(1, Instant.parse("2026-11-02T09:00:00Z"), null);

    @Test
    void remindsOnceWithBothReferencesInTheThreadOfTheLetter() throws Exception {
        var run = room.run("onboarding-1", "register");
        assertThat(room.means.perform(run)).isInstanceOf(Outcome.NotYet.class);
        room.letters.keepBankReference("onboarding-1", "TW-7");

        assertThat(room.reminders.remind(run.order(), FIRST)).contains(MailRoom.BANK);
        assertThat(room.reminders.remind(run.order(), FIRST)).as("the same is not sent twice").contains(MailRoom.BANK);

        assertThat(room.atTheBank()).hasSize(2);
        var reminder = room.atTheBank().get(1);
        assertThat(reminder.getSubject()).isEqualTo("Re: Registration of Lantern [" + room.reference("onboarding-1") + "]");
        assertThat(reminder.getHeader("In-Reply-To")).containsExactly(room.atTheBank().get(0).getMessageID());
        assertThat(reminder.getContent().toString()).contains("since 2 November 2026", "Register by mail", "Your reference: TW-7",
                "Our reference: " + room.reference("onboarding-1"));
        assertThat(room.journal.acts()).contains("bank-reminded");
        assertThat(room.reminders.remind(run.order(), new Reminder(2, FIRST.waitingSince(), "TW-8"))).isPresent();
        assertThat(room.atTheBank().get(2).getContent().toString()).contains("reminder number 2", "Your reference: TW-8");
    }

    @Test
    void leavesItToAPersonWhereNobodyCanBeWrittenToOrNoServerTakesIt() throws Exception {
        var portal = room.run("onboarding-1", "open-link").order();
        assertThat(room.reminders.remind(portal, FIRST)).as("the playbook names no contact").isEmpty();
        room.server.getSmtp().stopService();
        assertThat(room.reminders.remind(room.run("onboarding-1", "register").order(), FIRST)).isEmpty();
    }

    @Test
    void saysThatNobodyKnowsWhereItWasCutOff() throws Exception {
        var order = room.run("onboarding-1", "register").order();
        assertThat(room.reminders.remind(order, FIRST)).isPresent();
        room.jdbc.sql("update sent_letters set state = 'INTENDED'").update();
        assertThat(room.reminders.remind(order, FIRST)).as("it is among the sent mails").isPresent();
        room.jdbc.sql("update sent_letters set state = 'INTENDED'").update();
        room.server.purgeEmailFromAllMailboxes();
        assertThatThrownBy(() -> room.reminders.remind(order, FIRST)).isInstanceOf(IllegalStateException.class).hasMessageContaining("nobody knows");
    }
}
