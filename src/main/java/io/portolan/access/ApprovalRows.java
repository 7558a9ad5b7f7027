package io.portolan.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Requests for a second person as their table holds them. */
final class ApprovalRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Asked.Fact>> FACTS = new TypeReference<>() { };
    private static final TypeReference<Map<String, String>> WITH = new TypeReference<>() { };

    private ApprovalRows() {
    }

    static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written as JSON", e);
        }
    }

    static Approval read(ResultSet row, int number) throws SQLException {
        var asked = new Asked(row.getString("tpp"), row.getString("chain"), row.getString("title"), row.getString("consequence"), row.getString("link"),
                parsed(row.getString("facts"), FACTS), row.getString("version"), List.of((Long[]) row.getArray("evidence").getArray()));
        return new Approval(row.getString("id"), row.getString("deed"), Guarded.valueOf(row.getString("act")), row.getString("object"),
                parsed(row.getString("parameters"), WITH), asked, row.getString("digest"), row.getString("reason"), row.getString("requested_by"),
                row.getString("requested_for"), Timestamps.read(row, "requested_at"), Approval.State.valueOf(row.getString("state")), row.getString("decided_by"),
                Timestamps.read(row, "decided_at"), row.getString("decision"), Timestamps.read(row, "expires_at"), row.getBoolean("by_itself"),
                Timestamps.read(row, "ended_at"), row.getString("note"));
    }

    private static <T> T parsed(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept of a request cannot be read", e);
        }
    }
}
