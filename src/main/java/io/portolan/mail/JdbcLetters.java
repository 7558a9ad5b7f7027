package io.portolan.mail;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Our letters, and by what banks and we call the matter that they are about. */
@Repository
class JdbcLetters implements Correlation.Threads {

    private final JdbcClient jdbc;
    private final JdbcMails mails;

    JdbcLetters(JdbcClient jdbc, JdbcMails mails) {
        this.jdbc = jdbc;
        this.mails = mails;
    }

    /** What is known of whether a letter has left. */
    enum State { INTENDED, SENT, NOT_SENT, BOUNCED }

    /** What a letter is for. */
    enum Kind { LETTER, REMINDER, REPLY }

    /** A letter as its row knows it. */
    record Letter(String messageId, String onboarding, String leg, int round, int number, Kind kind, String mailbox, String recipient,
            String subject, State state, Instant sentAt) { }

    /** Keeps that there is a letter, which has not left yet; one that has left is not touched. */
    void write(Letter letter) {
        keep(letter, State.NOT_SENT);
    }

    /** Keeps that a letter is about to leave. */
    void intend(Letter letter) {
        keep(letter, State.INTENDED);
    }

    private void keep(Letter letter, State state) {
        jdbc.sql("""
                insert into sent_letters (message_id, onboarding, leg, round, number, kind, mailbox, recipient, subject, state)
                values (:id, :onboarding, :leg, :round, :number, :kind, :mailbox, :recipient, :subject, :state)
                on conflict (message_id) do update set state = excluded.state, intended_at = now() where sent_letters.state <> 'SENT'""")
                .param("id", letter.messageId()).param("onboarding", letter.onboarding()).param("leg", letter.leg())
                .param("round", letter.round()).param("number", letter.number()).param("kind", letter.kind().name())
                .param("mailbox", letter.mailbox()).param("recipient", letter.recipient()).param("subject", letter.subject())
                .param("state", state.name()).update();
    }

    /** Says that a letter is about to leave; false where one of the same id has left, came back, or is being sent by another. */
    boolean begin(Letter letter) {
        return jdbc.sql("""
                insert into sent_letters (message_id, onboarding, leg, round, number, kind, mailbox, recipient, subject, state)
                values (:id, :onboarding, :leg, :round, :number, :kind, :mailbox, :recipient, :subject, 'INTENDED')
                on conflict (message_id) do update set state = 'INTENDED', intended_at = now(), recipient = excluded.recipient,
                    subject = excluded.subject where sent_letters.state = 'NOT_SENT'""")
                .param("id", letter.messageId()).param("onboarding", letter.onboarding()).param("leg", letter.leg())
                .param("round", letter.round()).param("number", letter.number()).param("kind", letter.kind().name())
                .param("mailbox", letter.mailbox()).param("recipient", letter.recipient()).param("subject", letter.subject()).update() == 1;
    }

    void state(String messageId, State state) {
        jdbc.sql("update sent_letters set state = :state, sent_at = case when :state = 'SENT' then coalesce(sent_at, now()) else sent_at end"
                + " where message_id = :id").param("state", state.name()).param("id", messageId).update();
    }

    /** The last letter of this kind in this round of a leg. */
    Optional<Letter> last(String onboarding, String leg, int round, Kind kind) {
        return jdbc.sql("select * from sent_letters where onboarding = :onboarding and leg = :leg and round = :round and kind = :kind"
                + " order by number desc limit 1").param("onboarding", onboarding).param("leg", leg).param("round", round)
                .param("kind", kind.name()).query(JdbcLetters::row).optional();
    }

    /** All letters of an onboarding that have left, oldest first. */
    List<Letter> sent(String onboarding) {
        return jdbc.sql("select * from sent_letters where onboarding = :onboarding and state = 'SENT' order by sent_at")
                .param("onboarding", onboarding).query(JdbcLetters::row).list();
    }

    /** The letter with this Message-ID. */
    Optional<Letter> find(String messageId) {
        return jdbc.sql("select * from sent_letters where message_id = :id").param("id", messageId).query(JdbcLetters::row).optional();
    }

    /** Learns from a mail of the bank, which answers these mails or has our reference, that letters which might not have left have arrived. */
    void answered(String onboarding, List<String> repliesTo, boolean hasReference) {
        jdbc.sql("""
                update sent_letters letter set state = 'SENT', sent_at = coalesce(sent_at, intended_at)
                where onboarding = :onboarding and state = 'INTENDED' and (message_id = any(:ids) or :hasReference and not exists
                    (select from sent_letters other where other.onboarding = :onboarding and other.message_id <> letter.message_id))""")
                .param("onboarding", onboarding).param("ids", repliesTo.toArray(String[]::new)).param("hasReference", hasReference).update();
    }

    boolean has(String messageId) {
        return jdbc.sql("select exists (select from sent_letters where message_id = :id)").param("id", messageId).query(Boolean.class).single();
    }

    /** Our reference for an onboarding, made at its first letter. */
    String reference(String onboarding) {
        jdbc.sql("insert into mail_references (onboarding, reference) values (:onboarding, :reference) on conflict do nothing")
                .param("onboarding", onboarding).param("reference", References.made()).update();
        return jdbc.sql("select reference from mail_references where onboarding = :onboarding").param("onboarding", onboarding)
                .query(String.class).optional().orElseGet(() -> reference(onboarding));
    }

    void keepBankReference(String onboarding, String reference) {
        jdbc.sql("insert into bank_references (onboarding, reference) values (:onboarding, :reference) on conflict do nothing")
                .param("onboarding", onboarding).param("reference", reference).update();
    }

    @Override
    public Optional<String> byMessageIds(List<String> ids) {
        return ids.isEmpty() ? Optional.empty() : jdbc.sql("select onboarding from sent_letters where message_id = any(:ids) limit 1")
                .param("ids", ids.toArray(String[]::new)).query(String.class).optional().or(() -> mails.onboardingOf(ids));
    }

    @Override
    public Optional<String> byReference(String reference) {
        return jdbc.sql("select onboarding from mail_references where reference = :reference").param("reference", reference)
                .query(String.class).optional();
    }

    @Override
    public Set<String> bankReferences(String onboarding) {
        return new HashSet<>(jdbc.sql("select reference from bank_references where onboarding = :onboarding order by taken_at")
                .param("onboarding", onboarding).query(String.class).list());
    }

    private static Letter row(ResultSet row, int number) throws SQLException {
        return new Letter(row.getString("message_id"), row.getString("onboarding"), row.getString("leg"), row.getInt("round"),
                row.getInt("number"), Kind.valueOf(row.getString("kind")), row.getString("mailbox"), row.getString("recipient"),
                row.getString("subject"), State.valueOf(row.getString("state")), Timestamps.read(row, "sent_at"));
    }
}
