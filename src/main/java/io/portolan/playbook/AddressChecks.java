package io.portolan.playbook;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks addresses: encrypted, and on a host that the environment names. */
final class AddressChecks {

    private static final Pattern ADDRESS = Pattern.compile("(https?)://([^/{?#\\s]+)([/?#].*)?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("([a-z0-9.-]+|\\[::1])(:\\d{1,5})?");
    private static final Pattern STARTS_WITH_PLACE =
            Pattern.compile("\\{\\{\\s*(environment\\.(base|api)-url|(ask|captured|discovered|branch)\\.[a-z0-9-]+)\\s*}}.*", Pattern.DOTALL);

    private final Findings findings;

    AddressChecks(Findings findings) {
        this.findings = findings;
    }

    void checkHosts(String path, List<String> hosts) {
        for (int i = 0; i < hosts.size(); i++) {
            if (!Hosts.isAsked(hosts.get(i)) && !HOST.matcher(hosts.get(i)).matches()) {
                findings.add(path + "[" + i + "]", "\"" + hosts.get(i)
                        + "\" is not a host such as api.bank.example or api.bank.example:8443, in lower case");
            }
        }
    }

    /** Checks an address that a person reads: any host will do. */
    void checkReadable(String path, String address) {
        check(path, address, null);
    }

    /** Checks an address that is written out whole, and that a person reads. */
    void checkWritten(String path, String address) {
        if (address != null && address.contains("{{")) {
            findings.add(path, "nothing is filled in here; write the address out, or leave it out where nobody knows it");
        } else {
            checkReadable(path, address);
        }
    }

    /** Checks an address that gets our data: its host must be among the given ones. */
    void checkGuarded(String path, String address, List<String> hosts) {
        check(path, address, hosts);
    }

    private void check(String path, String address, List<String> hosts) {
        if (address == null || STARTS_WITH_PLACE.matcher(address).matches()) {
            return;
        }
        var match = ADDRESS.matcher(address);
        if (!match.matches()) {
            findings.add(path, "an address begins with https:// and its host, {{environment.base-url}},"
                    + " {{environment.api-url}}, an {{ask.…}}, a {{branch.…}}, a {{captured.…}} or a {{discovered.…}}");
            return;
        }
        var host = match.group(2).toLowerCase(Locale.ROOT);
        if (match.group(1).equals("http") && !Hosts.isThisMachine(host)) {
            findings.add(path, "nothing is sent unencrypted", "https://" + address.substring("http://".length()));
        }
        if (hosts != null && !isAmong(host, hosts)) {
            findings.add(path, host + " is not among the environment's hosts", Nearest.to(host, hosts));
        }
    }

    private static boolean isAmong(String host, List<String> hosts) {
        return hosts.contains(host) || host.endsWith(":443") && hosts.contains(host.replaceFirst(":443$", ""));
    }
}
