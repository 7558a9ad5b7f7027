package io.portolan.certificate;

import io.portolan.database.Timestamps;
import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.refusal.Refused;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps choices in our database; an empty bank is the default. */
@Component
class JdbcChoices implements Choices {

    private final JdbcClient database;
    private final Certificates certificates;
    private final Journal journal;
    private final Clock clock;

    JdbcChoices(JdbcClient database, Certificates certificates, Journal journal, Clock clock) {
        this.database = database;
        this.certificates = certificates;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Choice choose(String id, String bank, String actor) {
        var certificate = certificates.find(id).orElseThrow(() -> Refused.notFound("unknown-certificate", "There is no certificate " + id + "."));
        var where = bank == null || bank.isBlank() ? null : bank.strip();
        check(certificate, where);
        var choice = new Choice(certificate.tpp(), certificate.environment(), certificate.kind(), where, id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        database.sql("""
                insert into certificate_choices (tpp, environment, kind, bank, certificate, chosen_at)
                values (:tpp, :environment, :kind, :bank, :certificate, :now)
                on conflict (tpp, environment, kind, bank) do update set certificate = excluded.certificate, chosen_at = excluded.chosen_at
                """)
                .params(Map.of("tpp", choice.tpp(), "environment", choice.environment(), "kind", choice.kind().name(), "bank", where == null ? "" : where,
                        "certificate", id, "now", Timestamps.of(choice.chosenAt()))).update();
        journal.write(Act.by(actor, Act.HOUSE, "certificate-chosen", said(choice) + ": " + id));
        return choice;
    }

    private static void check(Certificate certificate, String bank) {
        if (certificate.isRetired()) {
            throw unsuitable("This certificate was taken out of use.");
        }
        if (certificate.bank() != null && !certificate.bank().equals(bank)) {
            throw unsuitable("This certificate was supplied by " + certificate.bank() + " and is for that bank only.");
        }
    }

    private static Refused unsuitable(String sentence) {
        return Refused.invalid("unsuitable-choice", sentence, Map.of("certificate", sentence));
    }

    @Override
    @Transactional
    public void forget(String tpp, String environment, Certificate.Kind kind, String bank, String actor) {
        var gone = database.sql("delete from certificate_choices where tpp = :tpp and environment = :environment and kind = :kind and bank = :bank")
                .params(Map.of("tpp", tpp, "environment", environment, "kind", kind.name(), "bank", bank == null ? "" : bank)).update();
        if (gone == 0) {
            throw Refused.notFound("unknown-choice", "No certificate was chosen there.");
        }
        journal.write(Act.by(actor, Act.HOUSE, "certificate-choice-forgotten", said(new Choice(tpp, environment, kind, bank, null, null))));
    }

    @Override
    public List<Choice> of(String tpp) {
        return database.sql("select * from certificate_choices where tpp = :tpp order by bank, environment, kind").param("tpp", tpp)
                .query((row, number) -> new Choice(row.getString("tpp"), row.getString("environment"), Certificate.Kind.valueOf(row.getString("kind")),
                        row.getString("bank").isEmpty() ? null : row.getString("bank"), row.getString("certificate"), Timestamps.read(row, "chosen_at"))).list();
    }

    private static String said(Choice choice) {
        return choice.kind() + " of " + choice.tpp() + " for " + choice.environment() + (choice.bank() == null ? "" : " at " + choice.bank());
    }
}
