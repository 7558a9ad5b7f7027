package io.portolan.bankapi;

import io.portolan.leg.Filled;
import io.portolan.leg.Outcome;
import io.portolan.playbook.Hosts;
import io.portolan.playbook.Template;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Lets calls go only to the hosts that the playbook names: everything else gets nothing of ours. */
final class AllowedHosts {

    private AllowedHosts() {
    }

    /** The address of a call, or a stop where our data must not go there. */
    static URI checked(Filled address, Template written, List<String> hosts) {
        if (address.hidden() && !written.written().matches("\\{\\{[^{}]*}}")) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The playbook puts a secret into an address, where it would be logged."
                    + " Please correct the playbook.", null);
        }
        var uri = parsed(address);
        if (!"https".equals(uri.getScheme()) && !isPlain(uri) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "This is not an address that may be called: " + address
                    + ". It needs a host, and https unless that is this machine.", null);
        }
        if (!new Hosts(hosts).allow(address.text())) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "The playbook does not name " + uri.getAuthority()
                    + " among the hosts of this environment, so nothing was sent there. Is it the bank's?",
                    "Hosts of the environment: " + String.join(", ", hosts));
        }
        return uri;
    }

    /** Whether the address is one of this machine that is called without TLS, and so without our certificate. */
    static boolean isPlain(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getHost() != null && Hosts.isThisMachine(uri.getHost());
    }

    private static URI parsed(Filled address) {
        try {
            return new URI(address.text());
        } catch (URISyntaxException e) {
            throw new Stopped(Outcome.Reason.MISSING_DATA, "This is not an address: " + address + ".", null);
        }
    }
}
