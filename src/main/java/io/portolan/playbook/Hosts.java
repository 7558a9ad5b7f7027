package io.portolan.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The hosts that may get our data; a page anywhere else gets nothing. */
record Hosts(List<String> allowed) {

    /** What names the host; behind it browsers allow characters that no URI may have, such as a bar in the query. */
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

    /** Whether the address is one of the bank's; a host stands without a port only for HTTPS at 443. */
    boolean allow(String url) {
        try {
            var uri = origin(url);
            if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("(?i)https?")) {
                return false;
            }
            boolean secure = uri.getScheme().equalsIgnoreCase("https");
            int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
            var host = uri.getHost().toLowerCase(Locale.ROOT);
            return allowed.stream().map(entry -> entry.toLowerCase(Locale.ROOT))
                    .anyMatch(entry -> entry.equals(host + ":" + port) || secure && port == 443 && entry.equals(host));
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
            var uri = origin(url);
            return uri.getHost() == null ? "an address without a host"
                    : uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        } catch (URISyntaxException e) {
            return "an address that is none";
        }
    }

    private static URI origin(String url) throws URISyntaxException {
        var origin = ORIGIN.matcher(url);
        return new URI(origin.find() ? origin.group() : url);
    }
}
