package io.portolan.api;

import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A bank as one of many. */
record BankView(String id, String name, String country, List<String> bics, String group, String automation,
        String confidence, LocalDate checkedOn, List<EnvironmentItem> environments) {

    /** An environment by its name and kind. */
    record EnvironmentItem(String name, String kind) { }

    static BankView of(Playbooks.Versioned version) {
        var playbook = version.playbook();
        return new BankView(playbook.bank(), playbook.name(), country(playbook), playbook.bics(), playbook.group(),
                Words.of(playbook.automation()), Words.of(playbook.confidence()), playbook.checkedOn(),
                playbook.environments().entrySet().stream()
                        .map(entry -> new EnvironmentItem(entry.getKey(), Words.of(entry.getValue().kind()))).toList());
    }

    /** The ISO 3166 code with which the id of every bank begins. */
    static String country(Playbook playbook) {
        return playbook.bank().substring(0, 2).toUpperCase(Locale.ROOT);
    }
}
