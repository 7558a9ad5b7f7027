package io.portolan.playbook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what every file about a bank says: which bank it is, where it is, and when and from where the facts come. */
final class BankChecks {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern BANK = Pattern.compile("[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*");

    private final Findings findings;
    private final Clock clock;

    BankChecks(Findings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    /** Whether this can be the id of a bank: ISO 3166 country, hyphen, bank. */
    static boolean isId(String bank) {
        return BANK.matcher(bank).matches() && bank.length() <= 60;
    }

    void checkId(String bank) {
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

    void checkDay(LocalDate checkedOn) {
        // east of this clock it may be tomorrow already
        if (checkedOn != null && checkedOn.isAfter(LocalDate.now(clock).plusDays(1))) {
            findings.add("checked-on", checkedOn + " has not come yet; say when the facts were checked");
        }
    }

    void checkSources(List<String> sources) {
        if (findings.knows("sources") && !findings.isBroken("sources") && sources.isEmpty()) {
            findings.add("sources", "say where the facts come from: at least one source");
        }
    }

    void checkCountry(String country, String path) {
        if (country != null && !COUNTRIES.contains(country)) {
            findings.add(path, "\"" + country + "\" is no ISO 3166 code of a country, such as FI");
        }
    }

    void checkEnvironment(String name) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            findings.add("environments." + name, "\"" + name + "\" is not a name: [a-z][a-z0-9-]*");
        }
    }
}
