package io.portolan.onboarding;

import io.portolan.registration.Registration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcLeanings implements Leanings {

    private static final String SELECT = """
            select l.*, awaited.status as awaited_status, there.standing, there.health from leanings l
            left join onboardings awaited on awaited.id = l.awaited left join registrations there on there.id = l.registration
            """;

    /** What was brought back there without being a credential comes with the onboarding that worked for it last. */
    private static final String CREDENTIALS_THERE = "(select coalesce(max(c.changed_at)::text, '') || '/' || count(*) from credentials c"
            + " where c.registration = there.id) || '/' || coalesce(there.onboarding, '')";

    private final JdbcClient jdbc;

    JdbcLeanings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Leaning> of(String onboarding) {
        return jdbc.sql(SELECT + "where l.onboarding = :onboarding order by l.leg").param("onboarding", onboarding)
                .query(JdbcLeanings::row).list();
    }

    @Override
    public List<Leaning> on(String onboarding) {
        return jdbc.sql(SELECT + "where l.awaited = :onboarding or l.registration = (select registration from onboardings where id = :onboarding)"
                + " order by l.onboarding").param("onboarding", onboarding).query(JdbcLeanings::row).list();
    }

    @Override
    public List<Leaning> ofRegistration(String registration) {
        return jdbc.sql(SELECT + "where l.onboarding in (select id from onboardings where registration = :registration) and l.registration is not null"
                + " order by l.leg").param("registration", registration).query(JdbcLeanings::row).list();
    }

    @Override
    public List<Leaning> onRegistration(String registration) {
        return jdbc.sql(SELECT + "where l.registration = :registration order by l.onboarding, l.leg").param("registration", registration)
                .query(JdbcLeanings::row).list();
    }

    Optional<Leaning> find(String onboarding, String leg) {
        return jdbc.sql(SELECT + "where l.onboarding = :onboarding and l.leg = :leg").param("onboarding", onboarding).param("leg", leg)
                .query(JdbcLeanings::row).optional();
    }

    /** Says that a leg waits for this onboarding now; what a person has said of an earlier one is used up. */
    void await(String onboarding, String leg, String unit, String environment, String awaited) {
        jdbc.sql("""
                insert into leanings (onboarding, leg, unit, environment, awaited) values (:onboarding, :leg, :unit, :environment, :awaited)
                on conflict (onboarding, leg) do update set awaited = excluded.awaited, may_begin = false""")
                .param("onboarding", onboarding).param("leg", leg).param("unit", unit).param("environment", environment)
                .param("awaited", awaited).update();
    }

    /** Says that a leg has taken what this registration has; people are told what changes from now on. */
    void took(String onboarding, String leg, String unit, String environment, Registration there) {
        jdbc.sql("""
                insert into leanings (onboarding, leg, unit, environment, registration, told)
                values (:onboarding, :leg, :unit, :environment, :registration, :told)
                on conflict (onboarding, leg) do update set registration = excluded.registration, told = excluded.told, may_begin = false,
                    followed = null""")
                .param("onboarding", onboarding).param("leg", leg).param("unit", unit).param("environment", environment)
                .param("registration", there.id()).param("told", there.standing() + " " + told(there.health())).update();
    }

    /** Keeps that a person lets a leg begin elsewhere what has ended there, or was rejected; in the transaction of that person's answer. */
    void letBegin(String onboarding, String leg, String unit, String environment) {
        jdbc.sql("""
                insert into leanings (onboarding, leg, unit, environment, may_begin) values (:onboarding, :leg, :unit, :environment, true)
                on conflict (onboarding, leg) do update set may_begin = true""")
                .param("onboarding", onboarding).param("leg", leg).param("unit", unit).param("environment", environment).update();
    }

    /** Whether a person has said so since the leg last waited. */
    boolean mayBegin(String onboarding, String leg) {
        return jdbc.sql("select may_begin from leanings where onboarding = :onboarding and leg = :leg").param("onboarding", onboarding)
                .param("leg", leg).query(Boolean.class).optional().orElse(false);
    }

    /** Onboardings that wait although what they wait for is over. */
    List<String> toWake() {
        return jdbc.sql("""
                select distinct l.onboarding from leanings l join onboardings awaited on awaited.id = l.awaited
                join legs on legs.onboarding = l.onboarding and legs.leg = l.leg
                where awaited.finished_at is not null and legs.state = 'WAITING'""").query(String.class).list();
    }

    /** Those that lean on a registration that stands otherwise than they have heard. */
    List<Leaning> toTell() {
        return jdbc.sql(SELECT + "where l.told <> there.standing || ' ' || case there.health when 'DEGRADED' then 'DEGRADED' else 'OK' end")
                .query(JdbcLeanings::row).list();
    }

    /** Keeps what was told; false where somebody else was faster. */
    boolean told(Leaning leaning) {
        return jdbc.sql("update leanings set told = :told where onboarding = :onboarding and leg = :leg and told <> :told")
                .param("told", leaning.standing() + " " + told(leaning.health())).param("onboarding", leaning.onboarding())
                .param("leg", leaning.leg()).update() == 1;
    }

    /** Those that have taken something from a registration whose credentials have changed since they looked. */
    List<Leaning> toFollow() {
        return jdbc.sql(SELECT + "where l.registration is not null and l.followed is distinct from " + CREDENTIALS_THERE).query(JdbcLeanings::row).list();
    }

    /** How the credentials there stand, as a text that changes with them. */
    String credentialsThere(Leaning leaning) {
        return jdbc.sql("select " + CREDENTIALS_THERE + " from registrations there where there.id = :there").param("there", leaning.registration())
                .query(String.class).single();
    }

    /** Keeps how they stood when they were compared. */
    void followed(Leaning leaning, String credentialsThere) {
        jdbc.sql("update leanings set followed = :followed where onboarding = :onboarding and leg = :leg").param("followed", credentialsThere)
                .param("onboarding", leaning.onboarding()).param("leg", leaning.leg()).update();
    }

    /** Whether it works is told only where it does not. */
    private static String told(Registration.Health health) {
        return health == Registration.Health.DEGRADED ? "DEGRADED" : "OK";
    }

    private static Leaning row(ResultSet row, int number) throws SQLException {
        var status = row.getString("awaited_status");
        var standing = row.getString("standing");
        var health = row.getString("health");
        return new Leaning(row.getString("onboarding"), row.getString("leg"), row.getString("unit"), row.getString("environment"),
                row.getString("awaited"), status == null ? null : Onboarding.Status.valueOf(status), row.getString("registration"),
                standing == null ? null : Registration.Standing.valueOf(standing), health == null ? null : Registration.Health.valueOf(health));
    }
}
