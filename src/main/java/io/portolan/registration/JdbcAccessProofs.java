package io.portolan.registration;

import io.portolan.database.Timestamps;
import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What calls at banks' APIs have proven. */
@Component
class JdbcAccessProofs {

    private final JdbcClient database;

    JdbcAccessProofs(JdbcClient database) {
        this.database = database;
    }

    void keep(String registration, AccessProof proof) {
        database.sql("""
                insert into access_proofs (registration, service, level, controlled, proven_at)
                values (:id, :service, :level, :controlled, :at)
                """)
                .param("id", registration).param("service", proof.service().name()).param("level", proof.level().name())
                .param("controlled", proof.controlled()).param("at", Timestamps.of(proof.at())).update();
    }

    /** All of a registration, newest first. */
    List<AccessProof> of(String registration) {
        return database.sql("select * from access_proofs where registration = :id order by id desc").param("id", registration)
                .query((row, number) -> new AccessProof(Service.valueOf(row.getString("service")),
                        ProofLevel.valueOf(row.getString("level")), row.getBoolean("controlled"),
                        Timestamps.read(row, "proven_at"))).list();
    }
}
