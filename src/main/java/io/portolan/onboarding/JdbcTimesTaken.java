package io.portolan.onboarding;

import io.portolan.database.Timestamps;
import io.portolan.playbook.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcTimesTaken implements TimesTaken {

    private static final String SPREAD = "count(*) as number, percentile_cont(array[0, 0.25, 0.5, 0.75, 1]::float8[]) within group (order by seconds) as spread";

    private final JdbcClient jdbc;

    JdbcTimesTaken(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OfStage> byStage(String tpp, Instant since) {
        return jdbc.sql("select stage, " + SPREAD + " from (select stage, sum(extract(epoch from l.done_at - coalesce(l.begun_at, l.done_at)))::float8 as seconds"
                + " from legs l join onboardings o on o.id = l.onboarding where l.done_at >= :since and l.state = 'DONE'" + JdbcUnderWay.ofTpp(tpp) + " group by l.onboarding, stage) passed group by stage")
                .param("tpp", tpp).param("since", Timestamps.of(since))
                .query((row, number) -> new OfStage(Stage.valueOf(row.getString("stage")), spread(row))).list().stream().sorted(Comparator.comparing(OfStage::stage)).toList();
    }

    @Override
    public List<OfBank> byBank(String tpp, Instant since, int limit) {
        return jdbc.sql("select bank, " + SPREAD + " from (select bank, extract(epoch from finished_at - greatest(started_at, start_at))::float8 as seconds"
                + " from onboardings o where status = 'DONE' and finished_at >= :since" + JdbcUnderWay.ofTpp(tpp) + ") ended group by bank"
                + " order by percentile_cont(0.5) within group (order by seconds) desc, bank limit :limit")
                .param("tpp", tpp).param("since", Timestamps.of(since)).param("limit", limit)
                .query((row, number) -> new OfBank(row.getString("bank"), spread(row))).list();
    }

    private static Spread spread(ResultSet row) throws SQLException {
        var at = (Double[]) row.getArray("spread").getArray();
        return new Spread(row.getLong("number"), length(at[0]), length(at[1]), length(at[2]), length(at[3]), length(at[4]));
    }

    private static Duration length(double seconds) {
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }
}
