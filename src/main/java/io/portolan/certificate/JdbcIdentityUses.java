package io.portolan.certificate;

import io.portolan.database.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps uses in our database, one row for each onboarding or registration, thing and manner. */
@Component
class JdbcIdentityUses implements IdentityUses {

    /** A use is written down again only after so long, since legs look often. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private static final String LATEST_FIRST = " order by u.last_at desc, u.onboarding, u.registration, u.manner";

    private final JdbcClient database;
    private final Clock clock;

    JdbcIdentityUses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void certificate(Place place, String certificate, Manner manner) {
        write(place, certificate, null, manner);
    }

    @Override
    public void redirectUri(Place place, String uri) {
        write(place, null, uri, Manner.VALUE);
    }

    private void write(Place place, String certificate, String uri, Manner manner) {
        var row = new HashMap<String, Object>(Map.of("tpp", place.tpp(), "bank", place.bank(),
                "environment", place.environment(), "manner", manner.name(), "now", Timestamps.now(clock),
                "before", Timestamps.of(clock.instant().minus(AGAIN))));
        row.put("onboarding", place.onboarding());
        row.put("registration", place.registration());
        row.put("certificate", certificate);
        row.put("uri", uri);
        database.sql("""
                insert into identity_uses (onboarding, registration, tpp, bank, environment, certificate, redirect_uri, manner, first_at, last_at)
                values (:onboarding, :registration, :tpp, :bank, :environment, :certificate, :uri, :manner, :now, :now)
                on conflict (coalesce(onboarding, ''), coalesce(registration, ''), coalesce(certificate, ''), coalesce(redirect_uri, ''), manner)
                    do update set last_at = excluded.last_at where identity_uses.last_at < :before
                """).params(row).update();
    }

    @Override
    public List<Use> ofCertificate(String certificate) {
        return database.sql("select u.* from identity_uses u where u.certificate = :certificate" + LATEST_FIRST).param("certificate", certificate).query(JdbcIdentityUses::read).list();
    }

    @Override
    public List<Use> ofKey(String keySha256) {
        return database.sql("select u.* from identity_uses u where u.certificate in (select id from certificates where key_sha256 = :key)" + LATEST_FIRST).param("key", keySha256)
                .query(JdbcIdentityUses::read).list();
    }

    @Override
    public List<Use> ofRedirectUri(String tpp, String uri) {
        return database.sql("select u.* from identity_uses u where u.redirect_uri = :uri and u.tpp = :tpp" + LATEST_FIRST).param("tpp", tpp).param("uri", uri)
                .query(JdbcIdentityUses::read).list();
    }

    @Override
    public List<Use> in(Collection<String> onboardings, String registration) {
        // by the expressions of the unique index
        return database.sql("select * from identity_uses where coalesce(onboarding, '') = any(:onboardings) and onboarding is not null"
                + " or coalesce(onboarding, '') = '' and coalesce(registration, '') = :registration order by last_at desc, manner")
                .param("onboardings", onboardings.toArray(String[]::new)).param("registration", registration).query(JdbcIdentityUses::read).list();
    }

    @Override
    public List<Use> latestOfRedirectUris(List<Uri> uris, int each) {
        return database.sql("select latest.* from unnest(:tpps::text[], :uris::text[]) as given(tpp, uri) cross join lateral (select * from identity_uses u"
                        + " where u.redirect_uri = given.uri and u.tpp = given.tpp order by u.last_at desc limit :each) latest")
                .param("tpps", uris.stream().map(Uri::tpp).toArray(String[]::new)).param("uris", uris.stream().map(Uri::uri).toArray(String[]::new)).param("each", each)
                .query(JdbcIdentityUses::read).list();
    }

    private static Use read(ResultSet row, int number) throws SQLException {
        return new Use(row.getString("onboarding"), row.getString("registration"), row.getString("tpp"), row.getString("bank"), row.getString("environment"), row.getString("certificate"),
                row.getString("redirect_uri"), Manner.valueOf(row.getString("manner")), Timestamps.read(row, "first_at"), Timestamps.read(row, "last_at"));
    }
}
