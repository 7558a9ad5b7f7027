package io.portolan.leg;

import io.portolan.playbook.ProofLevel;
import io.portolan.playbook.Service;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcProofs implements Proofs {

    private final JdbcClient jdbc;

    JdbcProofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what a run of this round has proven; that of a round which is over counts no longer. */
    void keep(String onboarding, String leg, int round, ProofOfAccess proof) {
        jdbc.sql("""
                insert into proofs_by_leg (onboarding, leg, service, level, controlled)
                select onboarding, leg, :service, :level, :controlled from legs
                where onboarding = :onboarding and leg = :leg and round = :round for update on conflict (onboarding, leg, service)
                do update set level = excluded.level, controlled = excluded.controlled, proven_at = now()""")
                .param("onboarding", onboarding).param("leg", leg).param("round", round)
                .param("service", proof.service() == null ? "" : proof.service().name())
                .param("level", proof.level().name()).param("controlled", proof.controlled()).update();
    }

    @Override
    public List<ProofOfAccess> of(String onboarding) {
        return jdbc.sql("select * from proofs_by_leg where onboarding = :onboarding order by proven_at")
                .param("onboarding", onboarding).query((row, number) -> new ProofOfAccess(
                        ProofLevel.valueOf(row.getString("level")), row.getBoolean("controlled"),
                        row.getString("service").isEmpty() ? null : Service.valueOf(row.getString("service")))).list();
    }
}
