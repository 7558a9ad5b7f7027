package io.portolan.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.database.Timestamps;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.PreflightReport.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The banks of campaigns. */
@Component
class JdbcCampaignItems {

    private static final String WITH_STATUS = "select i.*, o.status from campaign_items i left join onboardings o on o.id = i.onboarding and i.state = 'STARTED'";
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() { };
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCampaignItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Count(String campaign, Standing standing, int number) { }

    /** Keeps what becomes of each bank's turn, all with one statement. */
    void insert(String campaign, List<BankLook> looks) {
        jdbc.sql("""
                insert into campaign_items (campaign, bank, state, environment, code, reason, findings, onboarding, registration, changed_at)
                select :campaign, bank, state, environment, code, reason, findings::jsonb, onboarding, registration, :now
                from unnest(:banks::text[], :states::text[], :environments::text[], :codes::text[], :reasons::text[], :findings::text[], :onboardings::text[], :registrations::text[])
                    as look(bank, state, environment, code, reason, findings, onboarding, registration)""")
                .param("campaign", campaign).param("now", Timestamps.now(clock)).param("banks", each(looks, look -> look.target().written())).param("states", each(looks, look -> state(look).name()))
                .param("environments", each(looks, BankLook::environment)).param("codes", each(looks, BankLook::code)).param("reasons", each(looks, BankLook::reason))
                .param("findings", each(looks, look -> written(look.findings()))).param("onboardings", each(looks, BankLook::onboarding))
                .param("registrations", each(looks, BankLook::registration)).update();
    }

    private static String[] each(List<BankLook> looks, Function<BankLook, String> what) {
        return looks.stream().map(what).toArray(String[]::new);
    }

    /** Keeps what became of a bank's turn as far as nothing was begun. */
    void looked(String campaign, BankLook look) {
        jdbc.sql("""
                update campaign_items set state = :state, environment = :environment, code = :code, reason = :reason, findings = :findings::jsonb, onboarding = :onboarding,
                    registration = :registration, tries = 0, next_at = null, changed_at = :now where campaign = :campaign and bank = :bank""")
                .param("state", state(look).name()).param("environment", look.environment()).param("code", look.code()).param("reason", look.reason()).param("findings", written(look.findings()))
                .param("onboarding", look.onboarding()).param("registration", look.registration()).param("now", Timestamps.now(clock))
                .param("campaign", campaign).param("bank", look.target().written()).update();
    }

    private static CampaignItem.State state(BankLook look) {
        return switch (look.verdict()) {
            case START -> CampaignItem.State.PLANNED;
            case SKIP -> CampaignItem.State.SKIPPED;
            case REFUSE -> CampaignItem.State.REFUSED;
        };
    }

    /** Keeps that an onboarding was begun; part of the transaction that begins it. */
    void started(String campaign, CampaignTarget target, String environment, String onboarding) {
        jdbc.sql("""
                update campaign_items set state = 'STARTED', environment = :environment, onboarding = :onboarding, registration = null, code = null, reason = null, findings = '[]',
                    started_at = :now, tries = 0, next_at = null, changed_at = :now where campaign = :campaign and bank = :bank""")
                .param("environment", environment).param("onboarding", onboarding).param("now", Timestamps.now(clock)).param("campaign", campaign).param("bank", target.written()).update();
    }

    /** Keeps that Portolan itself has failed, and when it tries again. */
    void failed(String campaign, CampaignTarget target, String reason, Instant next) {
        jdbc.sql("update campaign_items set code = 'internal-error', reason = :reason, tries = tries + 1, next_at = :next, changed_at = :now"
                + " where campaign = :campaign and bank = :bank and state = 'PLANNED'")
                .param("reason", reason).param("next", Timestamps.of(next)).param("now", Timestamps.now(clock)).param("campaign", campaign).param("bank", target.written()).update();
    }

    /** Gives a bank another turn; its last start still counts for the pace. */
    void again(String campaign, CampaignTarget target) {
        jdbc.sql("update campaign_items set state = 'PLANNED', code = null, reason = null, findings = '[]', onboarding = null, registration = null, tries = 0, next_at = null,"
                + " changed_at = :now where campaign = :campaign and bank = :bank").param("now", Timestamps.now(clock)).param("campaign", campaign).param("bank", target.written()).update();
    }

    /** The bank whose turn is next. */
    Optional<CampaignItem> next(String campaign) {
        return jdbc.sql(WITH_STATUS + " where i.campaign = :campaign and i.state = 'PLANNED' and (i.next_at is null or i.next_at <= :now) order by i.bank limit 1")
                .param("campaign", campaign).param("now", Timestamps.now(clock)).query(JdbcCampaignItems::row).optional();
    }

    boolean arePlanned(String campaign) {
        return jdbc.sql("select exists (select from campaign_items where campaign = :campaign and state = 'PLANNED')").param("campaign", campaign)
                .query(Boolean.class).single();
    }

    Optional<CampaignItem> find(String campaign, CampaignTarget target) {
        return jdbc.sql(WITH_STATUS + " where i.campaign = :campaign and i.bank = :bank").param("campaign", campaign).param("bank", target.written())
                .query(JdbcCampaignItems::row).optional();
    }

    List<CampaignItem> of(String campaign) {
        return jdbc.sql(WITH_STATUS + " where i.campaign = :campaign order by i.bank").param("campaign", campaign).query(JdbcCampaignItems::row).list();
    }

    List<Count> counts(Collection<String> campaigns) {
        return jdbc.sql("""
                select i.campaign, i.state, o.status, count(*) as number from campaign_items i left join onboardings o on o.id = i.onboarding and i.state = 'STARTED'
                where i.campaign = any(:campaigns) group by 1, 2, 3""").param("campaigns", campaigns.toArray(String[]::new))
                .query((row, number) -> new Count(row.getString("campaign"), standing(row), row.getInt("number"))).list();
    }

    Pace pace(Campaign campaign) {
        var busy = counts(List.of(campaign.id())).stream().filter(count -> count.standing().isBusy()).mapToInt(Count::number).sum();
        return jdbc.sql("select count(*) filter (where started_at > :hourAgo) as recent, max(started_at) as last from campaign_items where campaign = :campaign and started_at is not null")
                .param("hourAgo", Timestamps.of(clock.instant().minus(Duration.ofHours(1)))).param("campaign", campaign.id())
                .query((row, number) -> new Pace(campaign.startsPerHour(), campaign.atOnce(), busy, row.getInt("recent"), Timestamps.read(row, "last"))).single();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var status = row.getString("status");
        return Standing.of(CampaignItem.State.valueOf(row.getString("state")), status == null ? null : Onboarding.Status.valueOf(status));
    }

    private static CampaignItem row(ResultSet row, int number) throws SQLException {
        return new CampaignItem(row.getString("campaign"), CampaignTarget.of(row.getString("bank")), row.getString("environment"), CampaignItem.State.valueOf(row.getString("state")), standing(row),
                row.getString("code"), row.getString("reason"), read(row.getString("findings")), row.getString("onboarding"), row.getString("registration"),
                Timestamps.read(row, "started_at"), row.getInt("tries"), Timestamps.read(row, "changed_at"));
    }

    private static String written(List<Finding> findings) {
        try {
            return JSON.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Finding> read(String findings) {
        try {
            return JSON.readValue(findings, FINDINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
