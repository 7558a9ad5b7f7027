package io.portolan.onboarding;

import io.portolan.playbook.Environment;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Route;
import io.portolan.playbook.Service;
import java.util.Set;

/** What is wanted of which bank, read and found possible. */
record Wish(String tpp, Playbooks.Versioned playbook, String environmentName, String branch, String application,
        Set<Service> services, Route route) {

    Environment environment() {
        return playbook.playbook().environments().get(environmentName);
    }

    String environmentKind() {
        return environment().kind() == Environment.Kind.LIVE ? "live" : "test";
    }

    /** What registers: the bank itself, as long as no hub does it for it. */
    String unit() {
        return playbook.playbook().bank();
    }

    /** The branch, where branches register each; else empty. */
    String branchKey() {
        var known = branch == null ? null : playbook.playbook().branches().get(branch);
        return known != null && known.scope() == Playbook.Branch.Scope.REGISTRATION ? branch : "";
    }
}
