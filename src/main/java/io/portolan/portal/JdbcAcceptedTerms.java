package io.portolan.portal;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAcceptedTerms implements AcceptedTerms {

    private static final String OF_PLACE = " where tpp = ? and portal = ? and environment = ? and document = ?";

    private final JdbcClient jdbc;

    JdbcAcceptedTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Version> last(Place place) {
        return jdbc.sql("select * from accepted_terms" + OF_PLACE + " and accepted_at is not null order by accepted_at desc limit 1")
                .params(place.tpp(), place.portal(), place.environment(), place.document())
                .query((row, number) -> version(row)).optional();
    }

    @Override
    public Optional<Version> find(Place place, String sha256) {
        return jdbc.sql("select * from accepted_terms" + OF_PLACE + " and sha256 = ?")
                .params(place.tpp(), place.portal(), place.environment(), place.document(), sha256)
                .query((row, number) -> version(row)).optional();
    }

    @Override
    public void agreed(Place place, String sha256, long evidence, String by, Instant at) {
        jdbc.sql("""
                insert into accepted_terms (tpp, portal, environment, document, sha256, evidence, agreed_by, agreed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tpp, portal, environment, document, sha256)
                do update set agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at""")
                .params(place.tpp(), place.portal(), place.environment(), place.document(), sha256, evidence, by, Timestamps.of(at)).update();
    }

    @Override
    public void accepted(Place place, String sha256, long evidence, Instant at) {
        jdbc.sql("""
                insert into accepted_terms (tpp, portal, environment, document, sha256, evidence, accepted_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (tpp, portal, environment, document, sha256)
                do update set accepted_at = excluded.accepted_at""")
                .params(place.tpp(), place.portal(), place.environment(), place.document(), sha256, evidence, Timestamps.of(at)).update();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getString("sha256"), row.getLong("evidence"), row.getString("agreed_by"),
                Timestamps.read(row, "accepted_at"));
    }
}
