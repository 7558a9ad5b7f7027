package io.portolan.console;

import io.portolan.onboarding.FindBanks;
import io.portolan.playbook.BankSearch;
import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbook;
import io.portolan.rehearsal.Coverage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much of the banks is covered: what each playbook does by which means, how complete it is, and what speaks for it. */
@Controller
class CoveragePage {

    private final FindBanks find;
    private final Coverage coverage;
    private final Clock clock;

    CoveragePage(FindBanks find, Coverage coverage, Clock clock) {
        this.find = find;
        this.coverage = coverage;
        this.clock = clock;
    }

    /** A playbook in the table. */
    record Row(String id, String name, String countries, List<StageItem> stages, List<EnvironmentItem> environments, int asks, String confidence,
            String checkedOn, boolean isToRecheck, TrustView trust) {

        static Row of(FindBanks.Found found, Coverage coverage, Instant now) {
            var playbook = found.version().playbook();
            return new Row(playbook.bank(), playbook.name(), BanksView.countries(found.entry()), stages(playbook), playbook.environments().entrySet().stream()
                    .map(each -> new EnvironmentItem(each.getKey(), each.getValue().kind() == Environment.Kind.LIVE)).toList(), playbook.ask().size(),
                    Wording.sentence(playbook.confidence()), String.valueOf(playbook.checkedOn()), found.recheck(), TrustView.of(found, coverage, now));
        }

        private static List<StageItem> stages(Playbook playbook) {
            return playbook.meansByStage().entrySet().stream().map(each -> new StageItem(Wording.of(each.getKey()),
                    each.getValue().stream().map(Wording::of).collect(Collectors.joining(", ")))).toList();
        }
    }

    /** A stage, and by which means it is done. */
    record StageItem(String stage, String means) { }

    /** An environment. */
    record EnvironmentItem(String name, boolean isLive) { }

    /** How many there are of each. */
    record Sums(int playbooks, long complete, long rehearsed, long proven, long recheck, long known) { }

    @GetMapping("/banks/coverage")
    String show(Model model) {
        var now = clock.instant();
        var all = find.like(BankSearch.ALL, null);
        var rows = all.stream().filter(bank -> bank.version() != null).map(bank -> Row.of(bank, coverage, now)).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("sums", new Sums(rows.size(), rows.stream().filter(row -> row.asks() == 0).count(), rows.stream().filter(row -> row.trust().rehearsedOn() != null).count(),
                rows.stream().filter(row -> !row.trust().proven().isEmpty()).count(), rows.stream().filter(Row::isToRecheck).count(), all.size() - rows.size()));
        return "coverage";
    }
}
