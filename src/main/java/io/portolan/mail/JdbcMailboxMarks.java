package io.portolan.mail;

import io.portolan.database.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each mailbox has been looked through. */
@Repository
class JdbcMailboxMarks {

    private final JdbcClient jdbc;

    JdbcMailboxMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ImapMailbox.Mark> of(String mailbox) {
        return jdbc.sql("select uid_validity, last_uid from mailbox_looks where mailbox = :mailbox").param("mailbox", mailbox)
                .query((row, number) -> new ImapMailbox.Mark(row.getLong("uid_validity"), row.getLong("last_uid"))).optional();
    }

    /** When it was last looked into. */
    Optional<Instant> lookedAt(String mailbox) {
        return jdbc.sql("select looked_at from mailbox_looks where mailbox = :mailbox").param("mailbox", mailbox)
                .query((row, number) -> Timestamps.read(row, "looked_at")).optional();
    }

    void keep(String mailbox, ImapMailbox.Mark mark) {
        jdbc.sql("""
                insert into mailbox_looks (mailbox, uid_validity, last_uid) values (:mailbox, :validity, :last)
                on conflict (mailbox) do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, looked_at = now()""")
                .param("mailbox", mailbox).param("validity", mark.validity()).param("last", mark.lastUid()).update();
    }
}
