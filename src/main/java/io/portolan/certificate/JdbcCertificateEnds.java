package io.portolan.certificate;

import io.portolan.database.Timestamps;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCertificateEnds implements CertificateEnds {

    private final JdbcClient database;

    JdbcCertificateEnds(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<End> between(String tpp, Instant from, Instant until) {
        return database.sql("select id, tpp, kind, environment, label, not_after from certificates where retired_at is null and not_after >= :from and not_after < :until"
                + " and (cast(:tpp as text) is null or tpp = :tpp) order by not_after, id")
                .param("from", Timestamps.of(from)).param("until", Timestamps.of(until)).param("tpp", tpp)
                .query((row, number) -> new End(row.getString("id"), row.getString("tpp"), Certificate.Kind.valueOf(row.getString("kind")), row.getString("environment"),
                        row.getString("label"), Timestamps.read(row, "not_after"))).list();
    }
}
