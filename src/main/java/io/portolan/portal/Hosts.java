package io.portolan.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** The hosts that may get our data; a page anywhere else gets nothing. */
record Hosts(List<String> allowed) {

    /** Whether the address is one of the bank's; a host stands without a port only for 443. */
    boolean allow(String url) {
        try {
            var uri = new URI(url);
            if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("(?i)https?")) {
                return false;
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
            var host = uri.getHost().toLowerCase(Locale.ROOT);
            return allowed.stream().map(entry -> entry.toLowerCase(Locale.ROOT))
                    .anyMatch(entry -> entry.equals(host + ":" + port) || port == 443 && entry.equals(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether an element may be used: its page must be the bank's, and its frame, unless it has no address of its own. */
    boolean allow(Element element) {
        return allow(element.topUrl()) && (element.frameUrl().startsWith("about:") || allow(element.frameUrl()));
    }

    /** The host of an address for people, without path or query, which may hold a token. */
    static String named(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() == null ? "an address without a host"
                    : uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        } catch (URISyntaxException e) {
            return "an address that is none";
        }
    }
}
