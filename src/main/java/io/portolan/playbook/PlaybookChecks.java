package io.portolan.playbook;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Checks what the types alone cannot: that a playbook fits its file, the day, and itself. */
final class PlaybookChecks {

    private final Findings findings;
    private final BankChecks bank;

    PlaybookChecks(Findings findings, Clock clock) {
        this.findings = findings;
        this.bank = new BankChecks(findings, clock);
    }

    void check(Playbook playbook) {
        bank.checkId(playbook.bank());
        bank.checkDay(playbook.checkedOn());
        checkNeeds(playbook, playbook.needs());
        playbook.branches().forEach((key, branch) -> checkCountries(branch, "branches." + key));
        new BranchChecks(findings).check(playbook);
        checkDocuments(playbook);
        checkSecrets(playbook);
        bank.checkSources(playbook.sources());
        if (playbook.environments().isEmpty()) {
            findings.add("environments", "a playbook has at least one environment");
        }
        playbook.procedures().forEach((kind, procedure) -> {
            if (procedure.route() != null && !routes(playbook).contains(procedure.route())) {
                findings.unknown("procedures." + Shape.word(kind) + ".route", "route", procedure.route(), routes(playbook));
            }
        });
        playbook.environments().forEach((name, environment) -> {
            bank.checkEnvironment(name);
            new RouteChecks(findings, playbook).check(environment, name, "environments." + name);
        });
    }

    private void checkCountries(Playbook.Branch branch, String path) {
        bank.checkCountry(branch.country(), path + ".country");
        for (int i = 0; i < branch.alsoIn().size(); i++) {
            bank.checkCountry(branch.alsoIn().get(i), path + ".also-in[" + i + "]");
        }
    }

    private void checkNeeds(Playbook playbook, Needs needs) {
        var known = Places.meanings().keySet().stream().filter(place -> place.startsWith("tpp."))
                .map(place -> place.substring("tpp.".length())).toList();
        for (int i = 0; i < needs.tpp().size(); i++) {
            if (!known.contains(needs.tpp().get(i))) {
                findings.unknown("needs.tpp[" + i + "]", "field of our profile", needs.tpp().get(i), known);
            }
        }
        for (int i = 0; i < needs.passports().size(); i++) {
            bank.checkCountry(needs.passports().get(i), "needs.passports[" + i + "]");
        }
        for (int i = 0; i < needs.certificates().size(); i++) {
            checkWhere(playbook, needs.certificates().get(i), "needs.certificates[" + i + "]");
        }
        for (int i = 0; i < needs.registrations().size(); i++) {
            checkRegistration(playbook, needs.registrations().get(i), "needs.registrations[" + i + "]");
        }
    }

    private void checkWhere(Playbook playbook, Needs.NeededCertificate needed, String path) {
        checkAmong(needed.within(), path + ".in", "environment", playbook.environments().keySet());
        checkAmong(needed.routes(), path + ".routes", "route", routes(playbook));
    }

    private void checkAmong(List<String> named, String path, String what, Collection<String> known) {
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                findings.unknown(path + "[" + i + "]", what, named.get(i), known);
            }
        }
    }

    private static List<String> routes(Playbook playbook) {
        return playbook.environments().values().stream().flatMap(each -> each.routes().stream()).map(Route::name).filter(Objects::nonNull).distinct().toList();
    }

    private void checkRegistration(Playbook playbook, Needs.NeededRegistration needed, String path) {
        checkAmong(needed.within(), path + ".in", "environment", playbook.environments().keySet());
        if (needed.unit() == null || !needed.unit().equals(playbook.bank())) {
            return;
        }
        if (!playbook.environments().containsKey(needed.environment())) {
            findings.unknown(path + ".environment", "environment", needed.environment(), playbook.environments().keySet());
        } else if (needed.within().contains(needed.environment())) {
            findings.add(path + ".in", "the environment " + needed.environment() + " would wait for itself");
        }
    }

    private void checkDocuments(Playbook playbook) {
        var addresses = new AddressChecks(findings);
        for (int i = 0; i < playbook.documents().size(); i++) {
            addresses.checkReadable("documents[" + i + "].url", playbook.documents().get(i).url());
        }
        playbook.contacts().forEach((role, contact) ->
                addresses.checkReadable("contacts." + role + ".url", contact.url()));
    }

    private void checkSecrets(Playbook playbook) {
        Walk.through(playbook, "", (path, owner, key, value) -> {
            if (List.of("sources", "documents").contains(path.replaceFirst("[.\\[].*", ""))) {
                return;
            }
            if (owner instanceof Step.AcceptTerms && key.equals("known")) {
                return;
            }
            if (owner instanceof Connection && value instanceof String pem && !Connection.read(pem).isEmpty() && !pem.contains("PRIVATE KEY")) {
                return;
            }
            var text = value instanceof Template template ? template.written() : value instanceof String s ? s : "";
            var name = owner instanceof Step.Fill fill && fill.target().label() != null && key.equals("with")
                    ? fill.target().label().written() : path.substring(path.lastIndexOf('.') + 1);
            if (SecretLooks.isSecret(text)
                    || value instanceof Template template && SecretLooks.isSecretUnder(name, template)) {
                findings.add(path, "this looks like a secret; a playbook holds none: capture it, or ask for it");
            }
        });
    }
}
