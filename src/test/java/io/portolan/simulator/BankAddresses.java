package io.portolan.simulator;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a running bank is found.
 *
 * @param playbookIds the playbooks that lead to it; a hub has several
 */
public record BankAddresses(String id, String portalUrl, String apiUrl, String controlUrl, List<String> playbookIds) {

    /** The one playbook of the bank with its real addresses, as YAML. */
    public String playbook() {
        if (playbookIds.size() != 1) {
            throw new IllegalStateException(id + " has several playbooks");
        }
        return playbook(id);
    }

    /** The playbooks of the bank with their real addresses, as YAML by id. */
    public Map<String, String> playbooks() {
        var playbooks = new LinkedHashMap<String, String>();
        playbookIds.forEach(playbook -> playbooks.put(playbook, playbook(playbook)));
        return playbooks;
    }

    private String playbook(String playbook) {
        return filled(Resources.text(playbook + ".yaml"));
    }

    /** A playbook that leads to this bank, with its real addresses. */
    public String filled(String playbook) {
        return playbook.replace("@portal-url@", portalUrl).replace("@portal-host@", URI.create(portalUrl).getAuthority())
                .replace("@api-url@", apiUrl).replace("@api-host@", URI.create(apiUrl).getAuthority());
    }

    /** The client of the bank's control address. */
    public BankControl control() {
        return new BankControl(controlUrl);
    }
}
