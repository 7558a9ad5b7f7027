package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.registration.Adoption.Origin;
import io.portolan.registration.Adoption.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAdoptions implements Adoptions {

    private final JdbcClient database;
    private final Clock clock;

    JdbcAdoptions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void keep(Adoption adoption) {
        var origin = adoption.origin();
        database.sql("""
                insert into adoptions (registration, branch, registered_on, live_since, means, made_by, certificates, redirect_uris, adopted_by, proof, proof_note)
                values (:registration, :branch, :registeredOn, :liveSince, :means, :madeBy, :certificates, :redirectUris, :by, :proof, :note)
                """)
                .param("registration", adoption.registration()).param("branch", origin.branch()).param("registeredOn", origin.registeredOn(), Types.DATE)
                .param("liveSince", origin.liveSince(), Types.DATE).param("means", origin.means() == null ? null : origin.means().name())
                .param("madeBy", origin.madeBy()).param("certificates", origin.certificates().toArray(String[]::new))
                .param("redirectUris", origin.redirectUris().toArray(String[]::new)).param("by", adoption.by())
                .param("proof", adoption.proof().name()).param("note", adoption.proofNote()).update();
    }

    @Override
    public Optional<Adoption> of(String registration) {
        return database.sql("select * from adoptions where registration = :id").param("id", registration).query(JdbcAdoptions::read).optional();
    }

    @Override
    public List<Adoption> wanted(int most) {
        return database.sql("select a.* from adoptions a join registrations r on r.id = a.registration where a.proof = 'WANTED'"
                + " and (a.next_try is null or a.next_try <= :now) order by coalesce(a.next_try, r.created_at), r.id limit :most")
                .param("now", Timestamps.now(clock)).param("most", most).query(JdbcAdoptions::read).list();
    }

    @Override
    public void proof(String registration, Proof proof, String note) {
        database.sql("update adoptions set proof = :proof, proof_note = :note, next_try = null where registration = :id")
                .param("proof", proof.name()).param("note", note).param("id", registration).update();
    }

    @Override
    public void notYet(String registration, String note, Instant nextTry) {
        database.sql("update adoptions set tries = tries + 1, proof_note = :note, next_try = :next where registration = :id and proof = 'WANTED'")
                .param("note", note).param("next", Timestamps.of(nextTry)).param("id", registration).update();
    }

    private static Adoption read(ResultSet row, int number) throws SQLException {
        var means = row.getString("means");
        return new Adoption(row.getString("registration"), new Origin(row.getString("branch"), row.getObject("registered_on", LocalDate.class),
                row.getObject("live_since", LocalDate.class), means == null ? null : Registration.Method.valueOf(means), row.getString("made_by"),
                texts(row, "certificates"), texts(row, "redirect_uris")), row.getString("adopted_by"), Proof.valueOf(row.getString("proof")),
                row.getString("proof_note"), row.getInt("tries"), Timestamps.read(row, "next_try"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
