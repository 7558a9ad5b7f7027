package io.portolan.campaign;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.onboarding.PreflightFailed;
import io.portolan.onboarding.StartOnboarding;
import io.portolan.refusal.Refused;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a bank its turn: the onboarding and the note of it are one transaction, so that a crash leaves both or neither. */
@Component
class StartItem {

    private final LookAtBank look;
    private final StartOnboarding start;
    private final JdbcCampaigns campaigns;
    private final JdbcCampaignItems items;
    private final Journal journal;
    private final TransactionTemplate transactions;

    StartItem(LookAtBank look, StartOnboarding start, JdbcCampaigns campaigns, JdbcCampaignItems items, Journal journal, PlatformTransactionManager transactions) {
        this.look = look;
        this.start = start;
        this.campaigns = campaigns;
        this.items = items;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Begins the onboarding, or keeps why not; says whether it has begun. */
    boolean with(Campaign campaign, CampaignTarget target) {
        var looked = look.at(target, campaign);
        if (looked.verdict() != BankLook.Verdict.START) {
            keep(campaign, looked);
            return false;
        }
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> begin(campaign, looked)));
        } catch (Refused meanwhile) {
            keep(campaign, LookAtBank.of(target, looked.environment(), meanwhile, meanwhile instanceof PreflightFailed failed ? failed.findings() : List.of()));
            return false;
        }
    }

    private boolean begin(Campaign campaign, BankLook looked) {
        if (!isItsTurn(campaign, looked.target())) {
            return false;
        }
        var onboarding = start.with(LookAtBank.request(looked.target(), looked.environment(), campaign), campaign.by());
        items.started(campaign.id(), looked.target(), looked.environment(), onboarding.id());
        journal.write(Act.by(campaign.by(), onboarding.id(), "begun-by-campaign", "By the campaign " + campaign.name() + " (" + campaign.id() + ")."));
        journal.write(Act.ofPortolan(campaign.chain(), "campaign-item-started", null, null, looked.target().written() + ", " + looked.environment() + ": onboarding " + onboarding.id() + "."));
        return true;
    }

    private void keep(Campaign campaign, BankLook looked) {
        transactions.executeWithoutResult(status -> {
            if (isItsTurn(campaign, looked.target())) {
                items.looked(campaign.id(), looked);
                journal.write(Act.ofPortolan(campaign.chain(), looked.verdict() == BankLook.Verdict.SKIP ? "campaign-item-skipped" : "campaign-item-refused", null, null,
                        looked.target().written() + ": " + looked.reason()));
            }
        });
    }

    /** Under the lock of the campaign, so that nothing begins once a pause was answered. */
    private boolean isItsTurn(Campaign campaign, CampaignTarget target) {
        return campaigns.lock(campaign.id()).state() == Campaign.State.RUNNING
                && items.find(campaign.id(), target).filter(item -> item.state() == CampaignItem.State.PLANNED).isPresent();
    }
}
