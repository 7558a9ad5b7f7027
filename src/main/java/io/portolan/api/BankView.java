package io.portolan.api;

import io.portolan.onboarding.FindBanks;
import io.portolan.playbook.KnownBank;
import io.portolan.playbook.Playbook;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A bank as one of many; of one that is known only, what is missing for a playbook.
 *
 * @param means by which means its legs are done
 * @param asks what it asks of us: certificate, approval, portal, registration (elsewhere) or fact
 * @param states how we stand with it: none, under-way, tried, live, suspended or ended
 * @param recheck whether its facts were checked more than a year ago
 */
record BankView(String id, String name, String country, List<String> countries, List<String> bics, String group, String standard, List<String> means,
        List<String> asks, List<String> states, String automation, String confidence, LocalDate checkedOn, boolean recheck,
        List<EnvironmentItem> environments, boolean known, List<String> missing) {

    /** An environment by its name and kind. */
    record EnvironmentItem(String name, String kind) { }

    static BankView of(FindBanks.Found found) {
        return found.known() != null ? of(found, found.known()) : of(found, found.version().playbook());
    }

    private static BankView of(FindBanks.Found found, Playbook playbook) {
        return of(found, playbook.bics(), playbook.group(), Words.of(playbook.automation()), playbook.confidence(), playbook.environments().entrySet().stream()
                .map(each -> new EnvironmentItem(each.getKey(), Words.of(each.getValue().kind()))).toList(), false, List.of());
    }

    /** A bank of which something is known, and not enough for a playbook. */
    private static BankView of(FindBanks.Found found, KnownBank bank) {
        return of(found, bank.bics(), bank.group(), null, bank.confidence(), bank.environments().entrySet().stream()
                .map(each -> new EnvironmentItem(each.getKey(), Words.of(each.getValue().kind()))).toList(), true, bank.missing());
    }

    private static BankView of(FindBanks.Found found, List<String> bics, String group, String automation, Playbook.Confidence confidence,
            List<EnvironmentItem> environments, boolean known, List<String> missing) {
        var entry = found.entry();
        return new BankView(entry.bank(), entry.name(), country(entry.bank()), entry.countries().stream().sorted().toList(), bics, group, entry.standard(),
                Words.of(entry.means()), Words.of(entry.asks()), Words.of(found.states()), automation, Words.of(confidence), entry.checkedOn(), found.recheck(),
                environments, known, missing);
    }

    /** The ISO 3166 code with which the id of every bank begins. */
    static String country(Playbook playbook) {
        return country(playbook.bank());
    }

    static String country(String bank) {
        return bank.substring(0, 2).toUpperCase(Locale.ROOT);
    }
}
