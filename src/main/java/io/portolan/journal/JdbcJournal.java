package io.portolan.journal;

import io.portolan.database.Timestamps;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal in PostgreSQL: appending is one call of a function there, which holds the row of the chain's head until the caller commits. */
@Component
class JdbcJournal implements Journal {

    private static final String APPEND = """
            select new_position, new_hash from journal_append(:chain, :at, :actor, :name, :leg, :means, :detail,
                                                              cast(:evidence as bigint[]))
            """;
    private static final String OF_CHAIN = """
            select chain, position, at, actor, name, leg, means, detail, evidence, hash
              from journal_entries where chain = :chain order by position
            """;

    private final JdbcClient database;
    private final JdbcVerification verification;
    private final Clock clock;

    JdbcJournal(JdbcClient database, JdbcVerification verification, Clock clock) {
        this.database = database;
        this.verification = verification;
        this.clock = clock;
    }

    @Override
    public Entry write(Act act) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.sql(APPEND)
                .param("chain", act.chain()).param("at", at.atOffset(ZoneOffset.UTC)).param("actor", act.actor())
                .param("name", act.name()).param("leg", act.leg()).param("means", act.means())
                .param("detail", act.detail()).param("evidence", asArray(act.evidence()))
                .query((row, n) -> new Entry(row.getLong(1), at, act, row.getString(2)))
                .single();
    }

    @Override
    public List<Entry> of(String chain) {
        return database.sql(OF_CHAIN).param("chain", chain).query((row, n) -> entry(row)).list();
    }

    @Override
    public Verification verify(String chain) {
        return verification.of(chain);
    }

    @Override
    public Verification verifyAll() {
        return verification.ofAll();
    }

    static Entry entry(ResultSet row) throws SQLException {
        var act = new Act(row.getString("chain"), row.getString("actor"), row.getString("name"), row.getString("leg"),
                row.getString("means"), row.getString("detail"), asList(row.getArray("evidence")));
        return new Entry(row.getLong("position"), Timestamps.read(row, "at"), act, row.getString("hash"));
    }

    private static String asArray(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static List<Long> asList(Array ids) throws SQLException {
        return List.of((Long[]) ids.getArray());
    }
}
