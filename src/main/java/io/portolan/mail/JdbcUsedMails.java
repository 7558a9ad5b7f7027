package io.portolan.mail;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUsedMails implements UsedMails {

    private final JdbcClient jdbc;

    JdbcUsedMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(Mail mail, String mailbox, String tpp, String onboarding, String leg, int round) {
        jdbc.sql("""
                insert into mails (mailbox, message_id, tpp, sender, received_at, onboarding, leg, round)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (mailbox, message_id) do nothing""")
                .params(mailbox, mail.id(), tpp, mail.from(), Timestamp.from(mail.receivedAt()), onboarding, leg, round).update();
        return jdbc.sql("select count(*) from mails where mailbox = ? and message_id = ? and onboarding = ? and leg = ?"
                + " and round = ?")
                .params(mailbox, mail.id(), onboarding, leg, round).query(Integer.class).single() == 1;
    }
}
