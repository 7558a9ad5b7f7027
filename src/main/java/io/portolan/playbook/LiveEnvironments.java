package io.portolan.playbook;

import org.springframework.stereotype.Component;

/** Which environments are live, where no more is known than their names; one that no playbook has counts as live. */
@Component
public class LiveEnvironments {

    private final Playbooks playbooks;

    LiveEnvironments(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    /** Whether this environment of the bank is live. */
    public boolean isLive(String bank, String environment) {
        return playbooks.current(bank).map(current -> current.playbook().environments().get(environment)).map(found -> found.kind() == Environment.Kind.LIVE).orElse(true);
    }

    /** Whether this environment is live at any bank of the portal. */
    public boolean isLiveAtPortal(String portal, String environment) {
        var kinds = playbooks.all().stream().map(Playbooks.Versioned::playbook).filter(playbook -> playbook.environments().containsKey(environment))
                .filter(playbook -> portal.equals(portal(playbook, playbook.environments().get(environment))))
                .map(playbook -> playbook.environments().get(environment).kind()).distinct().toList();
        return kinds.isEmpty() || kinds.contains(Environment.Kind.LIVE);
    }

    private static String portal(Playbook playbook, Environment environment) {
        return environment.portal() == null ? playbook.bank() : environment.portal().name();
    }
}
