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

    void keep(String onboarding, String leg, ProofOfAccess proof) {
        jdbc.sql("""
                insert into proofs_by_leg (onboarding, leg, service, level, controlled)
                values (:onboarding, :leg, :service, :level, :controlled) on conflict (onboarding, leg, service)
                do update set level = excluded.level, controlled = excluded.controlled, proven_at = now()""")
                .param("onboarding", onboarding).param("leg", leg)
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
