package io.portolan.playbook;

/** Checks what each branch has of its own. */
final class BranchChecks {

    private final Findings findings;
    private final AddressChecks addresses;

    BranchChecks(Findings findings) {
        this.findings = findings;
        this.addresses = new AddressChecks(findings);
    }

    void check(Playbook playbook) {
        playbook.branches().forEach((key, branch) ->
                branch.environments().forEach((name, place) -> check(playbook, name, place, "branches." + key + ".environments." + name)));
        playbook.ask().forEach((name, fact) -> {
            if (fact.byBranch() && playbook.branches().isEmpty()) {
                findings.add("ask." + name + ".by-branch", "the playbook has no branches");
            }
        });
    }

    private void check(Playbook playbook, String name, Playbook.Branch.Place place, String path) {
        var environment = playbook.environments().get(name);
        if (environment == null) {
            findings.unknown(path, "environment", name, playbook.environments().keySet());
            return;
        }
        addresses.checkGuarded(path + ".base-url", place.baseUrl(), environment.hosts());
        addresses.checkGuarded(path + ".api-url", place.apiUrl(), environment.hosts());
        if (place.portal() != null && environment.portal() == null) {
            findings.add(path + ".portal", "the environment has no portal of which this would be another");
        }
    }
}
