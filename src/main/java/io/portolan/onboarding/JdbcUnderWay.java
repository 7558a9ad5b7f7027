package io.portolan.onboarding;

import io.portolan.database.Timestamps;
import io.portolan.leg.LegState;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcUnderWay implements UnderWay {

    private static final List<LegState> WEIGHTS = List.of(LegState.REJECTED, LegState.WITH_PERSON, LegState.WAITING, LegState.RUNNING);
    private static final String AWAITED = "select o.id, o.tpp, o.bank, o.environment, o.status, l.leg, l.waiting_since, coalesce(l.promise_broken, l.promised_by) as promise"
            + " from legs l join onboardings o on o.id = l.onboarding where o.finished_at is null and ";

    private final JdbcClient jdbc;

    JdbcUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Count> counts(String tpp) {
        return jdbc.sql("select environment_kind, status, count(*) as number from onboardings o where true" + ofTpp(tpp) + " group by environment_kind, status")
                .param("tpp", tpp).query((row, number) -> new Count(Environment.Kind.valueOf(row.getString("environment_kind").toUpperCase(Locale.ROOT)),
                        Onboarding.Status.valueOf(row.getString("status")), row.getLong("number"))).list();
    }

    @Override
    public Map<Onboarding.Status, Long> ended(String tpp, Instant since) {
        var ended = new EnumMap<Onboarding.Status, Long>(Onboarding.Status.class);
        jdbc.sql("select status, count(*) as number from onboardings o where finished_at >= :since" + ofTpp(tpp) + " group by status").param("since", Timestamps.of(since)).param("tpp", tpp)
                .query(row -> { ended.put(Onboarding.Status.valueOf(row.getString("status")), row.getLong("number")); });
        return ended;
    }

    @Override
    public List<Cell> cells(String tpp, int banks) {
        return jdbc.sql("""
                with here as materialized (
                    select o.bank, l.stage, l.onboarding, coalesce(l.begun_at, l.since) as since,
                        case when l.state = 'REJECTED' then 0 when l.state = 'WITH_PERSON' then 1 when l.waiting_since is not null then 2 else 3 end as weight
                    from onboardings o join legs l on l.onboarding = o.id
                    where o.finished_at is null and l.%s %s),
                first as (select bank, min(weight) as weight, min(since) as since from here group by bank order by 2, 3 limit :banks)
                select here.bank, stage, count(distinct onboarding) as number, min(here.weight) as weight, min(here.since) as since, min(onboarding) as onboarding
                from here join first on first.bank = here.bank
                group by here.bank, stage, first.weight, first.since order by first.weight, first.since, here.bank"""
                .formatted(JdbcOnboardingPages.REACHED, ofTpp(tpp))).param("tpp", tpp).param("banks", banks)
                .query((row, number) -> new Cell(row.getString("bank"), Stage.valueOf(row.getString("stage")), WEIGHTS.get(row.getInt("weight")), row.getLong("number"),
                        Timestamps.read(row, "since"), row.getString("onboarding"))).list();
    }

    @Override
    public long banks(String tpp) {
        return jdbc.sql("select count(distinct bank) from onboardings o where finished_at is null" + ofTpp(tpp)).param("tpp", tpp).query(Long.class).single();
    }

    @Override
    public List<Wait> longest(String tpp, int limit) {
        return jdbc.sql(AWAITED + JdbcOnboardingPages.WAITS + ofTpp(tpp) + " order by l.waiting_since, o.id limit :limit")
                .param("tpp", tpp).param("limit", limit).query(JdbcUnderWay::awaited).list();
    }

    @Override
    public List<Wait> brokenPromises(String tpp, int limit) {
        return jdbc.sql(AWAITED + JdbcOnboardingPages.PROMISE_BROKEN + ofTpp(tpp) + " order by coalesce(l.promise_broken, l.promised_by), o.id limit :limit")
                .param("tpp", tpp).param("limit", limit).query(JdbcUnderWay::awaited).list();
    }

    @Override
    public long promisesBroken(String tpp) {
        return jdbc.sql("select count(distinct o.id) from legs l join onboardings o on o.id = l.onboarding where o.finished_at is null and "
                + JdbcOnboardingPages.PROMISE_BROKEN + ofTpp(tpp)).param("tpp", tpp).query(Long.class).single();
    }

    /** Only where one is wanted, so that its indexes are used. */
    static String ofTpp(String tpp) {
        return tpp == null ? "" : " and o.tpp = :tpp";
    }

    private static Wait awaited(ResultSet row, int number) throws SQLException {
        return new Wait(row.getString("id"), row.getString("tpp"), row.getString("bank"), row.getString("environment"),
                Onboarding.Status.valueOf(row.getString("status")), row.getString("leg"), Timestamps.read(row, "waiting_since"), Timestamps.read(row, "promise"));
    }
}
