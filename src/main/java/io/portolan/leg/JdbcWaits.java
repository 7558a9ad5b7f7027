package io.portolan.leg;

import io.portolan.database.Timestamps;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What comes up while a leg waits, in the table of legs. */
@Component
class JdbcWaits {

    /** Nothing has come up yet in a wait that begins; the bank's reference stays. */
    static final String AFRESH = "reminded_at = null, asked_at = null, escalated_at = null, reminding = null, reminders = 0,"
            + " promised_by = null, promise_broken = null, word = null, word_note = null";

    private static final String OF_THE_LEG = " where onboarding = :onboarding and leg = :leg";

    private final JdbcClient jdbc;

    JdbcWaits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says, before it is sent, that the reminder of this due date is being sent; not where the holder has lost the leg. */
    boolean reminding(LegKey key, String holder, Instant due) {
        return leg("update legs set reminding = :due" + OF_THE_LEG + " and holder = :holder and until > now()", key)
                .param("holder", holder).param("due", Timestamps.of(due)).update() == 1;
    }

    /** Says that the bank was reminded, or that a person is to do it; the next reminder is due as long from now. */
    void reminded(LegKey key, boolean byLetter) {
        leg("update legs set reminding = null, reminded_at = now(), reminders = reminders + :letters" + OF_THE_LEG, key)
                .param("letters", byLetter ? 1 : 0).update();
    }

    /** Says that a person was told of something, so that this is not told at every look. */
    void told(LegKey key, Outcome.Reason reason) {
        var change = switch (reason) {
            case OVERDUE -> "asked_at = now()";
            case ESCALATION -> "escalated_at = now()";
            case PROMISE_BROKEN -> "promise_broken = promised_by, promised_by = null";
            default -> null;
        };
        if (change != null) {
            leg("update legs set " + change + OF_THE_LEG, key).update();
        }
    }

    /** Keeps what the bank has said of its progress; what it does not say stays. */
    void answered(LegKey key, BankAnswer answer) {
        leg("update legs set promised_by = case when :ends then null else coalesce(:by::timestamptz, promised_by) end,"
                + " promise_broken = case when :ends or :by::timestamptz is not null then null else promise_broken end,"
                + " reference = coalesce(:reference, reference)" + OF_THE_LEG, key)
                .param("ends", answer.kind() != BankAnswer.Kind.ACKNOWLEDGED).param("by", Timestamps.of(answer.expectedBy()))
                .param("reference", answer.reference()).update();
    }

    /** Says that a leg which was held back has not begun to wait: nothing is due of it. */
    void notBegun(LegKey key) {
        leg("update legs set waiting_since = null" + OF_THE_LEG, key).update();
    }

    /** Keeps what a person says of a leg that waits, for its next act; a note may be null. */
    void say(LegKey key, Waited.Word word, String note) {
        leg("update legs set word = :word, word_note = :note" + OF_THE_LEG, key).param("word", word.name()).param("note", note).update();
    }

    /** Says that an act has heard the person's word. */
    void heard(LegKey key) {
        leg("update legs set word = null, word_note = null" + OF_THE_LEG, key).update();
    }

    private JdbcClient.StatementSpec leg(String sql, LegKey key) {
        return jdbc.sql(sql).param("onboarding", key.onboarding()).param("leg", key.leg());
    }
}
