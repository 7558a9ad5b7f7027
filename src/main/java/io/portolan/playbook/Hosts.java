package io.portolan.playbook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hosts of an environment, which alone may get our data; an address anywhere else gets nothing. */
public record Hosts(List<String> allowed) {

    /** What names the host; behind it browsers allow characters that no URI may have, such as a bar in the query. */
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private static final Pattern ASKED = Pattern.compile("\\{\\{\\s*ask\\.([a-z0-9-]+)\\s*}}");

    /** Whether the address is one of the bank's; a host stands without a port only for HTTPS at 443. */
    public boolean allow(String url) {
        try {
            var uri = origin(url);
            if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("(?i)https?")) {
                return false;
            }
            boolean secure = uri.getScheme().equalsIgnoreCase("https");
            int port = port(uri);
            var host = uri.getHost().toLowerCase(Locale.ROOT);
            return allowed.stream().map(entry -> entry.toLowerCase(Locale.ROOT))
                    .anyMatch(entry -> entry.equals(host + ":" + port) || secure && port == 443 && entry.equals(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether an entry is the host of an address that a person supplies. */
    static boolean isAsked(String entry) {
        return ASKED.matcher(entry).matches();
    }

    /** The name of the fact that stands for a host. */
    static String fact(String entry) {
        return ASKED.matcher(entry).replaceAll("$1");
    }

    /** The host of an address as it stands among hosts; empty where it is no address. */
    static Optional<String> of(String url) {
        try {
            var uri = origin(url.strip());
            return Optional.ofNullable(uri.getHost()).map(host -> host.toLowerCase(Locale.ROOT) + (port(uri) == 443 ? "" : ":" + port(uri)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The host of an address for people, without path or query, which may hold a token. */
    public static String named(String url) {
        try {
            var uri = origin(url);
            return uri.getHost() == null ? "an address without a host"
                    : uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        } catch (URISyntaxException e) {
            return "an address that is none";
        }
    }

    /** Scheme, host and port, by which one place is told from another: what is encrypted is never what is not. */
    public static String place(String url) {
        try {
            var uri = origin(url);
            return (uri.getScheme() + "://" + (uri.getHost() == null ? "" : uri.getHost() + ":" + port(uri))).toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** Whether the host, with or without a port, is this machine (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3), by its address or as localhost. */
    public static boolean isThisMachine(String authority) {
        return THIS_MACHINE.matcher(authority.toLowerCase(Locale.ROOT)).matches();
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static URI origin(String url) throws URISyntaxException {
        var origin = ORIGIN.matcher(url);
        return new URI(origin.find() ? origin.group() : url);
    }
}
