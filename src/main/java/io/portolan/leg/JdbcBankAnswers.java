package io.portolan.leg;

import io.portolan.database.Timestamps;
import io.portolan.playbook.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcBankAnswers implements BankAnswers {

    private final JdbcClient jdbc;

    JdbcBankAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public BankAnswer keep(BankAnswer answer) {
        return jdbc.sql("""
                insert into bank_answers (onboarding, kind, services, note, reference, expected_by, effective_from, said_by, leg)
                values (:onboarding, :kind, :services, :note, :reference, :expectedBy, :effectiveFrom, :saidBy, :leg) returning *""")
                .param("onboarding", answer.onboarding()).param("kind", answer.kind().name())
                .param("services", answer.services().stream().map(Enum::name).toArray(String[]::new))
                .param("note", answer.note()).param("reference", answer.reference())
                .param("expectedBy", Timestamps.of(answer.expectedBy())).param("effectiveFrom", Timestamps.of(answer.effectiveFrom()))
                .param("saidBy", answer.saidBy()).param("leg", answer.leg()).query(JdbcBankAnswers::row).single();
    }

    @Override
    public List<BankAnswer> unread(String onboarding) {
        return jdbc.sql("select * from bank_answers where onboarding = :onboarding and read_at is null order by id")
                .param("onboarding", onboarding).query(JdbcBankAnswers::row).list();
    }

    @Override
    public void read(long id, String leg) {
        jdbc.sql("update bank_answers set read_at = now(), read_by_leg = :leg where id = :id and read_at is null")
                .param("leg", leg).param("id", id).update();
    }

    @Override
    public List<BankAnswer> of(String onboarding) {
        return jdbc.sql("select * from bank_answers where onboarding = :onboarding order by id")
                .param("onboarding", onboarding).query(JdbcBankAnswers::row).list();
    }

    private static BankAnswer row(ResultSet row, int number) throws SQLException {
        var services = Stream.of((String[]) row.getArray("services").getArray()).map(Service::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new BankAnswer(row.getLong("id"), row.getString("onboarding"), BankAnswer.Kind.valueOf(row.getString("kind")),
                services, row.getString("note"), row.getString("reference"), Timestamps.read(row, "expected_by"),
                Timestamps.read(row, "effective_from"), Timestamps.read(row, "said_at"), row.getString("said_by"), row.getString("leg"));
    }
}
