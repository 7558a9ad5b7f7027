package io.portolan.leg;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Reads rows of the table of legs. */
final class LegRows {

    private LegRows() { }

    static LegRecord row(ResultSet row, int number) throws SQLException {
        var evidence = Arrays.asList((Long[]) row.getArray("evidence").getArray());
        return new LegRecord(row.getString("onboarding"), row.getString("leg"), row.getInt("ordinal"),
                row.getString("means"), row.getString("portal_account"), LegState.valueOf(row.getString("state")),
                Timestamps.read(row, "since"), row.getInt("round"), Timestamps.read(row, "round_since"),
                row.getBoolean("looks_first"), row.getBoolean("skipped"), row.getBoolean("stands"), row.getInt("runs"), row.getInt("faults"),
                row.getLong("worked_ms"), row.getString("handle"), row.getString("holder"), row.getString("intent"),
                Timestamps.read(row, "happened_at"), row.getString("result"), row.getString("result_reason"),
                row.getString("result_text"), row.getString("result_detail"), row.getBoolean("settled"), evidence,
                row.getString("waiting_for"), Timestamps.read(row, "waiting_since"), Timestamps.read(row, "reminded_at"),
                Timestamps.read(row, "look_again_at"), waited(row), row.getString("sent_back_by"), row.getBoolean("answer_held"));
    }

    private static Waited waited(ResultSet row) throws SQLException {
        var word = row.getString("word");
        return new Waited(Timestamps.read(row, "asked_at"), Timestamps.read(row, "escalated_at"), Timestamps.read(row, "reminding"), row.getInt("reminders"),
                Timestamps.read(row, "promised_by"), row.getString("reference"), word == null ? null : Waited.Word.valueOf(word),
                row.getString("word_note"));
    }
}
