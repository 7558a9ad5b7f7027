package io.portolan.campaign;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at all banks of a campaign, and makes the campaign when that is wanted. */
@Component
public class StartCampaign {

    private final ReadCampaign read;
    private final LookAtBank look;
    private final JdbcCampaigns campaigns;
    private final JdbcCampaignItems items;
    private final Journal journal;
    private final TransactionTemplate transactions;

    StartCampaign(ReadCampaign read, LookAtBank look, JdbcCampaigns campaigns, JdbcCampaignItems items, Journal journal, PlatformTransactionManager transactions) {
        this.read = read;
        this.look = look;
        this.campaigns = campaigns;
        this.items = items;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What a campaign would begin now, skip and be refused, by the ids of the banks; nothing is kept. */
    public record Preview(Campaign campaign, List<BankLook> banks) {

        /** How many banks would have this verdict. */
        public long count(BankLook.Verdict verdict) {
            return banks.stream().filter(bank -> bank.verdict() == verdict).count();
        }
    }

    /**
     * What would become of a campaign now.
     *
     * @throws Refused with codes {@code missing-field}, {@code unknown-tpp}, {@code unknown-bank}, {@code unknown-service}, {@code banks-or-filter},
     *         {@code no-banks}, {@code too-many-banks}, {@code invalid-values}
     */
    public Preview look(CampaignWish wish, String actor) {
        var asked = read.read(wish, actor);
        return new Preview(asked.campaign(), asked.banks().stream().flatMap(target -> look.atEach(target, asked.campaign()).stream()).toList());
    }

    /** Makes the campaign; it begins its onboardings from now on, by itself. Refuses as {@link #look}. */
    public Campaign with(CampaignWish wish, String actor) {
        var preview = look(wish, actor);
        var campaign = preview.campaign();
        return transactions.execute(status -> {
            campaigns.insert(campaign);
            preview.banks().forEach(bank -> items.insert(campaign.id(), bank));
            journal.write(Act.by(actor, campaign.chain(), "campaign-made", sentence(preview)));
            return released(campaign);
        });
    }

    /** The one place where a campaign is let go: whoever else is to agree to a live one is to be asked here, before anything begins. */
    private static Campaign released(Campaign campaign) {
        return campaign;
    }

    private static String sentence(Preview preview) {
        var campaign = preview.campaign();
        return "%s: %s at %d banks, %s, for %s; at most %d starts an hour and %d at once. %d can start, %d are skipped, %d are refused.".formatted(campaign.name(), campaign.tpp(),
                preview.banks().size(), campaign.environment(), campaign.services().stream().sorted().map(Service::name).collect(Collectors.joining(", ")), campaign.startsPerHour(), campaign.atOnce(),
                preview.count(BankLook.Verdict.START), preview.count(BankLook.Verdict.SKIP), preview.count(BankLook.Verdict.REFUSE));
    }
}
