package io.portolan.playbook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Checks what the types alone cannot: that a playbook fits its file, the day, and itself. */
final class PlaybookChecks {

    private static final Pattern BANK = Pattern.compile("[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*");

    private final Findings findings;
    private final Clock clock;

    PlaybookChecks(Findings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    void check(Playbook playbook) {
        checkBank(playbook.bank());
        if (playbook.checkedOn() != null && playbook.checkedOn().isAfter(LocalDate.now(clock))) {
            findings.add("checked-on", playbook.checkedOn() + " has not come yet; say when the facts were checked");
        }
    }

    private void checkBank(String bank) {
        if (bank == null) {
            return;
        }
        if (!BANK.matcher(bank).matches()) {
            findings.add("bank", "\"" + bank + "\" is not an id such as cz-example: ISO 3166 country, hyphen, bank");
        }
        var expected = findings.file().replaceFirst("\\.ya?ml$", "");
        if (!bank.equals(expected)) {
            findings.add("bank", "the file is named " + findings.file() + ", so the bank must be \"" + expected + "\"",
                    expected);
        }
    }
}
