package io.portolan.campaign;

import io.portolan.database.OneLook;
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
    private final ReleaseCampaign release;
    private final Journal journal;
    private final TransactionTemplate transactions;

    StartCampaign(ReadCampaign read, LookAtBank look, JdbcCampaigns campaigns, JdbcCampaignItems items, ReleaseCampaign release, Journal journal, PlatformTransactionManager transactions) {
        this.read = read;
        this.look = look;
        this.campaigns = campaigns;
        this.items = items;
        this.release = release;
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
        return OneLook.during(() -> new Preview(asked.campaign(), asked.banks().stream().flatMap(target -> look.atEach(target, asked.campaign()).stream()).toList()));
    }

    /**
     * Makes the campaign; it begins its onboardings from now on, by itself, or once a second person has agreed. Refuses as {@link #look}.
     *
     * @throws io.portolan.access.SecondPersonNeeded where it is made and waits for a second person
     */
    public Campaign with(CampaignWish wish, String actor) {
        var preview = look(wish, actor);
        var campaign = preview.campaign();
        transactions.executeWithoutResult(status -> {
            campaigns.insert(campaign);
            items.insert(campaign.id(), preview.banks());
            journal.write(Act.by(actor, campaign.chain(), "campaign-made", sentence(preview)));
            release.hold(campaign.id());
        });
        release.ask(campaign, actor);
        return campaign;
    }

    private static String sentence(Preview preview) {
        var campaign = preview.campaign();
        return "%s: %s at %d banks, %s, for %s; at most %d starts an hour and %d at once. %d can start, %d are skipped, %d are refused.".formatted(campaign.name(), campaign.tpp(),
                preview.banks().size(), campaign.environment(), campaign.services().stream().sorted().map(Service::name).collect(Collectors.joining(", ")), campaign.startsPerHour(), campaign.atOnce(),
                preview.count(BankLook.Verdict.START), preview.count(BankLook.Verdict.SKIP), preview.count(BankLook.Verdict.REFUSE));
    }
}
