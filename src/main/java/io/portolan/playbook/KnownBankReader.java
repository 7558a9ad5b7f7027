package io.portolan.playbook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what is known of banks without a playbook, as strictly as playbooks: all problems at once, each with its line. */
@Component
class KnownBankReader {

    private final Clock clock;

    KnownBankReader(Clock clock) {
        this.clock = clock;
    }

    /** What came of reading a file: the bank, or everything that is wrong with it in the order of its lines. */
    record Read(Optional<KnownBank> bank, List<Problem> problems) { }

    Read read(String file, byte[] bytes) {
        var findings = new Findings(file);
        var text = PlaybookText.of(bytes, findings);
        var document = text == null ? null : YamlDocument.of(text, findings);
        if (document == null) {
            return new Read(Optional.empty(), findings.inOrder());
        }
        var bank = new Binder(findings).record(KnownBank.class, document, "");
        check(bank, findings);
        var problems = findings.inOrder();
        return new Read(problems.isEmpty() ? Optional.of(bank) : Optional.empty(), problems);
    }

    private void check(KnownBank bank, Findings findings) {
        var checks = new BankChecks(findings, clock);
        checks.checkId(bank.bank());
        checks.checkDay(bank.checkedOn());
        checks.checkSources(bank.sources());
        some("countries", bank.countries(), "say in which countries it is: at least one ISO 3166 code", findings);
        some("missing", bank.missing(), "say what is missing for a playbook; a bank of which nothing is missing has one", findings);
        for (int i = 0; i < bank.countries().size(); i++) {
            checks.checkCountry(bank.countries().get(i), "countries[" + i + "]");
        }
        bank.environments().keySet().forEach(checks::checkEnvironment);
        bank.procedures().forEach((kind, procedure) -> {
            if (procedure.route() != null) {
                findings.add("procedures." + Shape.word(kind) + ".route", "a bank without a playbook has no routes; take this out");
            }
        });
        checkAddresses(bank, findings);
        checkSecrets(bank, findings);
    }

    private static void some(String key, List<String> items, String otherwise, Findings findings) {
        if (findings.knows(key) && !findings.isBroken(key) && items.isEmpty()) {
            findings.add(key, otherwise);
        }
    }

    private static void checkSecrets(KnownBank bank, Findings findings) {
        Walk.through(bank, "", (path, owner, key, value) -> {
            var isAddress = path.startsWith("sources") || path.startsWith("documents");
            if (!isAddress && value instanceof String text && SecretLooks.isSecret(text)) {
                findings.add(path, "this looks like a secret; none is kept of a bank");
            }
        });
    }

    private static void checkAddresses(KnownBank bank, Findings findings) {
        var addresses = new AddressChecks(findings);
        addresses.checkWritten("portal", bank.portal());
        for (int i = 0; i < bank.documents().size(); i++) {
            addresses.checkWritten("documents[" + i + "].url", bank.documents().get(i).url());
        }
        bank.contacts().forEach((role, contact) -> addresses.checkWritten("contacts." + role + ".url", contact.url()));
        bank.environments().forEach((name, place) -> {
            addresses.checkWritten("environments." + name + ".base-url", place.baseUrl());
            place.addresses().forEach((what, address) ->
                    addresses.checkWritten("environments." + name + ".addresses." + what, address));
        });
    }
}
