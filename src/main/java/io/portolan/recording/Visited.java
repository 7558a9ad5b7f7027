package io.portolan.recording;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The hosts that a recording visited, and its addresses as a playbook writes them. */
final class Visited {

    private final SecretGuard guard;
    private final Set<String> hosts = new LinkedHashSet<>();
    private String base;

    Visited(SecretGuard guard) {
        this.guard = guard;
    }

    /** The portal's first. */
    Set<String> hosts() {
        return hosts;
    }

    /** Where the portal begins, or null where no page was opened. */
    String base() {
        return base;
    }

    /** The address without what may hold a secret, and its host among the hosts. */
    Optional<String> address(String url, List<String> open) {
        try {
            var uri = URI.create(url.replaceFirst("[?#].*$", "").strip());
            if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("(?i)https?") || !guard.isHarmless(uri.getHost().replace('.', ' '))) {
                open.add("a page was opened whose address is none of a portal");
                return Optional.empty();
            }
            var isHere = uri.getHost().matches("localhost|127\\.[\\d.]+|\\[::1]");
            var host = uri.getHost().toLowerCase(Locale.ROOT) + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            var origin = (isHere ? uri.getScheme() : "https") + "://" + host;
            if (!isHere && uri.getScheme().equalsIgnoreCase("http")) {
                open.add("it was recorded unencrypted, by http://; nothing of ours is sent so");
            }
            hosts.add(host);
            base = base == null ? origin : base;
            var path = uri.getRawPath() == null ? "" : uri.getRawPath();
            if (!guard.isHarmless(path) || path.contains("{{")) {
                open.add("its address may hold a secret; say it, or take it as a capture, such as a link from a mail");
                path = "/";
            } else if (url.matches(".*[?#].+")) {
                open.add("what stood behind ? or # of the address was left out");
            }
            return Optional.of(Yaml.text((origin.equals(base) ? "{{environment.base-url}}" : origin) + path));
        } catch (IllegalArgumentException e) {
            open.add("a page was opened whose address cannot be read");
            return Optional.empty();
        }
    }
}
