package io.portolan.onboarding;

import io.portolan.database.Timestamps;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of onboardings, page by page. */
final class JdbcOnboardingPages {

    /** The legs that onboardings are at. */
    static final String REACHED = "state in ('READY', 'RUNNING', 'WAITING', 'WITH_PERSON', 'REJECTED')";

    /** One that is being looked at meanwhile waits on. */
    static final String WAITS = "waiting_since is not null and state in ('READY', 'RUNNING', 'WAITING')";

    /** A promise counts as broken from the moment that it is over until the bank says anything more. */
    static final String PROMISE_BROKEN = WAITS + " and coalesce(promise_broken, promised_by) < now()";

    private JdbcOnboardingPages() {
    }

    static Onboardings.Page page(JdbcClient jdbc, Onboardings.Filter filter, String cursor, int limit) {
        var from = Cursor.read(cursor);
        var found = asking(jdbc, "select * from onboardings o where (:at::timestamptz is null or (started_at, id) < (:at, :id))" + wanted(filter.status(), "status = :status")
                + conditions(filter) + " order by started_at desc, id desc limit :limit", filter)
                .param("status", filter.status() == null ? null : filter.status().name())
                .param("at", from == null ? null : Timestamps.of(from.at())).param("id", from == null ? null : from.id())
                .param("limit", limit + 1).query(JdbcOnboardings::row).list();
        var last = found.size() > limit ? found.get(limit - 1) : null;
        return new Onboardings.Page(last == null ? found : found.subList(0, limit), last == null ? null : new Cursor(last.startedAt(), last.id()).written());
    }

    /** How many of each status, counted up to a number. */
    static Map<Onboarding.Status, Long> counts(JdbcClient jdbc, Onboardings.Filter filter, int most) {
        var counts = new EnumMap<Onboarding.Status, Long>(Onboarding.Status.class);
        asking(jdbc, "select status, (select count(*) from (select from onboardings o where o.status = each.status" + conditions(filter)
                + " limit :most) counted) as number from unnest(:statuses) as each(status)", filter)
                .param("most", most).param("statuses", Stream.of(Onboarding.Status.values()).map(Enum::name).toArray(String[]::new)).query(row -> {
                    counts.put(Onboarding.Status.valueOf(row.getString("status")), row.getLong("number"));
                });
        return counts;
    }

    private static JdbcClient.StatementSpec asking(JdbcClient jdbc, String sql, Onboardings.Filter filter) {
        return jdbc.sql(sql).param("tpp", filter.tpp()).param("bank", filter.bank()).param("environment", filter.environment())
                .param("kind", filter.kind() == null ? null : filter.kind().name().toLowerCase(Locale.ROOT))
                .param("stage", filter.stage() == null ? null : filter.stage().name()).param("passed", filter.passed() == null ? null : filter.passed().name())
                .param("since", Timestamps.of(filter.since()));
    }

    /** Only what is asked for, so that an index serves it. */
    private static String conditions(Onboardings.Filter filter) {
        return wanted(filter.tpp(), "tpp = :tpp") + wanted(filter.bank(), "bank = :bank") + wanted(filter.environment(), "environment = :environment")
                + wanted(filter.kind(), "environment_kind = :kind")
                + (filter.underWay() || filter.stage() != null || filter.promiseBroken() ? " and finished_at is null" : "")
                + wanted(filter.stage(), "exists (select from legs where onboarding = o.id and stage = :stage and " + REACHED + ")")
                + wanted(filter.passed(), "exists (select from legs where onboarding = o.id and stage = :passed and state = 'DONE'"
                        + " and done_at >= coalesce(:since::timestamptz, '-infinity'))")
                + (filter.promiseBroken() ? " and exists (select from legs where onboarding = o.id and " + PROMISE_BROKEN + ")" : "")
                + (filter.since() != null && filter.passed() == null ? " and finished_at >= :since" : "");
    }

    private static String wanted(Object value, String condition) {
        return value == null ? "" : " and " + condition;
    }
}
