package io.portolan.api;

import io.portolan.playbook.KnownBank;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A bank as one of many; of one that is known only, what is missing for a playbook. */
record BankView(String id, String name, String country, List<String> bics, String group, String automation,
        String confidence, LocalDate checkedOn, List<EnvironmentItem> environments, boolean known, List<String> missing) {

    /** An environment by its name and kind. */
    record EnvironmentItem(String name, String kind) { }

    static BankView of(Playbooks.Versioned version) {
        var playbook = version.playbook();
        return new BankView(playbook.bank(), playbook.name(), country(playbook), playbook.bics(), playbook.group(),
                Words.of(playbook.automation()), Words.of(playbook.confidence()), playbook.checkedOn(),
                playbook.environments().entrySet().stream()
                        .map(entry -> new EnvironmentItem(entry.getKey(), Words.of(entry.getValue().kind()))).toList(), false, List.of());
    }

    /** A bank of which something is known, and not enough for a playbook. */
    static BankView of(KnownBank bank) {
        return new BankView(bank.bank(), bank.name(), country(bank.bank()), bank.bics(), bank.group(), null, Words.of(bank.confidence()), bank.checkedOn(),
                bank.environments().entrySet().stream()
                        .map(entry -> new EnvironmentItem(entry.getKey(), Words.of(entry.getValue().kind()))).toList(), true, bank.missing());
    }

    /** The ISO 3166 code with which the id of every bank begins. */
    static String country(Playbook playbook) {
        return country(playbook.bank());
    }

    static String country(String bank) {
        return bank.substring(0, 2).toUpperCase(Locale.ROOT);
    }
}
