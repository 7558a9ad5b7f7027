package io.portolan.mail;

import io.portolan.database.Timestamps;
import io.portolan.leg.ReceivedMails.Nature;
import io.portolan.leg.ReceivedMails.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that came, without what stands in them. */
@Repository
class JdbcMails {

    private final JdbcClient jdbc;

    JdbcMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a mail that is new, of the only TPP of its mailbox or null; false where it is known already. */
    boolean arrived(ArrivedMail mail, String tpp, String foundBy, boolean decisive) {
        return jdbc.sql("""
                insert into mails (id, mailbox, tpp, message_id, sender, subject, received_at, nature, proven, proof, state, onboarding,
                    found_by, decisive, kept) values (:id, :mailbox, :tpp, :messageId, :sender, :subject, :receivedAt, :nature, :proven,
                    :proof, :state, :onboarding, :foundBy, :decisive, :kept) on conflict do nothing""")
                .param("id", mail.id()).param("mailbox", mail.mailbox()).param("tpp", tpp).param("messageId", mail.messageId()).param("sender", mail.from())
                .param("subject", mail.subject()).param("receivedAt", Timestamps.of(mail.receivedAt())).param("nature", mail.nature().name())
                .param("proven", mail.proven()).param("proof", mail.proof()).param("state", mail.state().name())
                .param("onboarding", mail.onboarding()).param("foundBy", foundBy).param("decisive", decisive).param("kept", mail.kept()).update() == 1;
    }

    /** The TPP to whose mailbox alone it came; empty where the mailbox is that of several. */
    Optional<String> tppOf(String id) {
        return jdbc.sql("select tpp from mails where id = :id and tpp is not null").param("id", id).query(String.class).optional();
    }

    boolean has(String id) {
        return find(id).isPresent();
    }

    Optional<ArrivedMail> find(String id) {
        return jdbc.sql("select * from mails where id = :id").param("id", id).query(JdbcMails::row).optional();
    }

    Optional<ArrivedMail> lock(String id) {
        return jdbc.sql("select * from mails where id = :id for no key update").param("id", id).query(JdbcMails::row).optional();
    }

    /** What a round of a leg may read, oldest first: what is given, what was asked of a person, and what it has read itself. */
    List<ArrivedMail> readable(String onboarding, String leg, int round, Instant since) {
        return jdbc.sql("""
                select * from mails where onboarding = :onboarding and kept and (received_at >= :since or vouched)
                    and (state = 'GIVEN' or leg = :leg and round = :round and state in ('ASKED', 'READ')) order by received_at, id""")
                .param("onboarding", onboarding).param("leg", leg).param("round", round).param("since", Timestamps.of(since))
                .query(JdbcMails::row).list();
    }

    /**
     * What a round of a leg may look through for what it needs at once: mails of these mailboxes that belong to its onboarding, or to nobody
     * yet, newest first; after them what it has read itself, and may have lost again.
     */
    List<ArrivedMail> open(String onboarding, String leg, int round, Collection<String> mailboxes, Instant since) {
        return jdbc.sql("""
                select * from mails where mailbox = any(:mailboxes) and kept and received_at >= :since
                    and (onboarding = :onboarding and (state in ('GIVEN', 'NOTED') or state = 'READ' and leg = :leg and round = :round)
                        or state = 'HOMELESS')
                order by state = 'READ', received_at desc, id""")
                .param("mailboxes", mailboxes.toArray(String[]::new)).param("onboarding", onboarding).param("leg", leg).param("round", round)
                .param("since", Timestamps.of(since)).query(JdbcMails::row).list();
    }

    /** Takes a mail for a round of a leg; false where another has taken it meanwhile. */
    boolean take(String id, String onboarding, String leg, int round, State state, String subject) {
        return jdbc.sql("""
                update mails set state = :state, onboarding = :onboarding, leg = :leg, round = :round, subject = :subject, changed_at = now(),
                    asked_at = case when :state = 'ASKED' then coalesce(asked_at, now()) else asked_at end
                where id = :id and (state in ('GIVEN', 'HOMELESS', 'NOTED') or onboarding = :onboarding and leg = :leg and round = :round)""")
                .param("state", state.name()).param("onboarding", onboarding).param("leg", leg).param("round", round)
                .param("subject", subject).param("id", id).update() == 1;
    }

    /** Gives a mail to an onboarding, on a person's word or because its leg expects it. */
    void give(String id, String onboarding, State state, String foundBy, String actor) {
        jdbc.sql("""
                update mails set state = :state, onboarding = :onboarding, found_by = :foundBy, vouched = :vouched, settled_by = :actor,
                    leg = null, round = null, asked_at = null, woken_at = null, changed_at = now() where id = :id""")
                .param("state", state.name()).param("onboarding", onboarding).param("foundBy", foundBy).param("vouched", actor != null)
                .param("actor", actor).param("id", id).update();
    }

    /** Gives a mail without a home to the onboarding whose leg expects it. */
    void claim(String id, String onboarding, Genuineness proof) {
        jdbc.sql("update mails set state = 'GIVEN', onboarding = :onboarding, found_by = 'only this onboarding expects it', proven = :proven,"
                + " proof = :proof, woken_at = now(), changed_at = now() where id = :id and state = 'HOMELESS'")
                .param("onboarding", onboarding).param("proven", proof.proven()).param("proof", proof.why()).param("id", id).update();
    }

    void file(String id, String note, String actor) {
        jdbc.sql("update mails set state = 'FILED', note = :note, settled_by = :actor, kept = false, changed_at = now() where id = :id")
                .param("note", note).param("actor", actor).param("id", id).update();
    }

    /** The mails whose onboardings have not been woken for them. */
    List<ArrivedMail> toWake() {
        return jdbc.sql("select * from mails where state = 'GIVEN' and woken_at is null order by received_at").query(JdbcMails::row).list();
    }

    void woken(String onboarding) {
        jdbc.sql("update mails set woken_at = now() where onboarding = :onboarding and state = 'GIVEN' and woken_at is null")
                .param("onboarding", onboarding).update();
    }

    /** The last mail of an onboarding that is proven to be the bank's, and is no automatic one. */
    Optional<ArrivedMail> lastOfBank(String onboarding) {
        return jdbc.sql("select * from mails where onboarding = :onboarding and proven and nature = 'LETTER' order by received_at desc, id limit 1")
                .param("onboarding", onboarding).query(JdbcMails::row).optional();
    }

    /** Whose a mail with one of these ids was. */
    Optional<String> onboardingOf(Collection<String> messageIds) {
        return jdbc.sql("select onboarding from mails where message_id = any(:ids) and onboarding is not null order by received_at desc limit 1")
                .param("ids", messageIds.toArray(String[]::new)).query(String.class).optional();
    }

    /** What the vault still keeps although nothing has come of it for that long, oldest first. */
    List<ArrivedMail> untouched(Duration since) {
        return jdbc.sql("select * from mails where kept and changed_at < now() - make_interval(secs => :since) order by changed_at")
                .param("since", since.toSeconds()).query(JdbcMails::row).list();
    }

    /** The vault keeps it no more. */
    void forgotten(String id) {
        jdbc.sql("update mails set kept = false where id = :id").param("id", id).update();
    }

    /** A page, newest first, after the mail with this id (or null). */
    List<ArrivedMail> page(State state, Of of, String after, int limit) {
        // a condition that is not asked for is left out, since a plan that has to do for both reads all
        return of.in(jdbc.sql("select * from mails m where " + of.condition() + (state == null ? "" : " and state = :state")
                + (after == null ? "" : " and (received_at, id) < (select received_at, id from mails where id = :after)") + " order by received_at desc, id desc limit :limit"))
                .param("state", state == null ? null : state.name()).param("after", after).param("limit", limit).query(JdbcMails::row).list();
    }

    long count(State state, Of of) {
        return of.in(jdbc.sql("select count(*) from mails m where state = :state and " + of.condition())).param("state", state.name()).query(Long.class).single();
    }

    /** Of which TPP the mails are: of its onboardings, or come to one of these mailboxes without a home; null for all. */
    record Of(String tpp, Collection<String> mailboxes) {

        private String condition() {
            return tpp == null ? "true" : "case when m.onboarding is null then m.tpp = :tpp or m.mailbox = any(:mailboxes)"
                    + " else exists (select from onboardings o where o.id = m.onboarding and o.tpp = :tpp) end";
        }

        private JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
            return statement.param("tpp", tpp).param("mailboxes", mailboxes.toArray(String[]::new));
        }
    }

    private static ArrivedMail row(ResultSet row, int number) throws SQLException {
        return new ArrivedMail(row.getString("id"), row.getString("mailbox"), row.getString("message_id"), row.getString("sender"),
                row.getString("subject"), Timestamps.read(row, "received_at"), Nature.valueOf(row.getString("nature")),
                row.getBoolean("proven"), row.getString("proof"), State.valueOf(row.getString("state")), row.getString("onboarding"),
                row.getString("leg"), row.getInt("round"), Timestamps.read(row, "asked_at"), row.getBoolean("vouched"),
                row.getString("settled_by"), row.getString("note"), row.getBoolean("decisive"), row.getBoolean("kept"));
    }
}
