package io.portolan.campaign;

import io.portolan.database.Timestamps;
import io.portolan.onboarding.Cursor;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCampaigns implements Campaigns {

    private final JdbcClient jdbc;
    private final JdbcCampaignItems items;
    private final Clock clock;

    JdbcCampaigns(JdbcClient jdbc, JdbcCampaignItems items, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.clock = clock;
    }

    void insert(Campaign campaign) {
        jdbc.sql("""
                insert into campaigns (id, name, tpp, environment, services, application, starts_per_hour, at_once, state, created_by, created_at, changed_at)
                values (:id, :name, :tpp, :environment, :services, :application, :rate, :atOnce, :state, :by, :at, :at)""")
                .param("id", campaign.id()).param("name", campaign.name()).param("tpp", campaign.tpp()).param("environment", campaign.environment())
                .param("services", campaign.services().stream().map(Enum::name).sorted().toArray(String[]::new)).param("application", campaign.application())
                .param("rate", campaign.startsPerHour()).param("atOnce", campaign.atOnce()).param("state", campaign.state().name())
                .param("by", campaign.by()).param("at", Timestamps.of(campaign.createdAt())).update();
    }

    /** Locks a campaign until the transaction ends, so that nothing of it begins while it is paused. */
    Campaign lock(String id) {
        return jdbc.sql("select * from campaigns where id = :id for update").param("id", id).query(JdbcCampaigns::row).optional()
                .orElseThrow(() -> Refused.notFound("unknown-campaign", "There is no campaign " + id + "."));
    }

    void state(String id, Campaign.State state) {
        jdbc.sql("update campaigns set state = :state, changed_at = :now where id = :id").param("state", state.name())
                .param("now", Timestamps.now(clock)).param("id", id).update();
    }

    List<Campaign> running() {
        return jdbc.sql("select * from campaigns where state = 'RUNNING' order by created_at limit 100").query(JdbcCampaigns::row).list();
    }

    @Override
    public Optional<Campaign> find(String id) {
        return jdbc.sql("select * from campaigns where id = :id").param("id", id).query(JdbcCampaigns::row).optional();
    }

    @Override
    public Page page(String cursor, int limit) {
        var from = Cursor.read(cursor);
        var found = jdbc.sql("select * from campaigns where (:at::timestamptz is null or (created_at, id) < (:at, :id)) order by created_at desc, id desc limit :limit")
                .param("at", from == null ? null : Timestamps.of(from.at())).param("id", from == null ? null : from.id()).param("limit", limit + 1)
                .query(JdbcCampaigns::row).list();
        var last = found.size() > limit ? found.get(limit - 1) : null;
        return new Page(last == null ? found : found.subList(0, limit), last == null ? null : new Cursor(last.createdAt(), last.id()).written());
    }

    @Override
    public List<CampaignItem> items(String campaign, Standing standing) {
        return items.of(campaign).stream().filter(item -> standing == null || item.standing() == standing).toList();
    }

    @Override
    public Map<String, Map<Standing, Integer>> counts(Collection<String> campaigns) {
        var counts = new HashMap<String, Map<Standing, Integer>>();
        items.counts(campaigns).forEach(count ->
                counts.computeIfAbsent(count.campaign(), none -> new EnumMap<>(Standing.class)).merge(count.standing(), count.number(), Integer::sum));
        return counts;
    }

    @Override
    public List<At> whereTheyAre(String campaign) {
        return jdbc.sql("""
                select distinct on (o.id) i.bank as target, o.bank, o.environment, o.route, o.playbook_version, l.leg
                from campaign_items i join onboardings o on o.id = i.onboarding join legs l on l.onboarding = o.id
                where i.campaign = :campaign and i.state = 'STARTED' and o.finished_at is null and l.state in ('READY', 'RUNNING', 'WAITING', 'WITH_PERSON', 'REJECTED')
                order by o.id, l.ordinal""").param("campaign", campaign)
                .query((row, number) -> new At(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6))).list();
    }

    private static Campaign row(ResultSet row, int number) throws SQLException {
        return new Campaign(row.getString("id"), row.getString("name"), row.getString("tpp"), row.getString("environment"),
                Stream.of((String[]) row.getArray("services").getArray()).map(Service::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.getString("application"), row.getInt("starts_per_hour"), row.getInt("at_once"), Campaign.State.valueOf(row.getString("state")),
                row.getString("created_by"), Timestamps.read(row, "created_at"), Timestamps.read(row, "changed_at"));
    }
}
