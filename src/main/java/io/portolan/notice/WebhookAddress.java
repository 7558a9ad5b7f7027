package io.portolan.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a webhook may lead: to hosts of the internet by TLS, and into our own network only where the settings name the host. Looked at when it is written
 * down and again before each call, since a name may come to mean another address.
 */
final class WebhookAddress {

    private static final int LONGEST = 2000;

    private final Set<String> internal;

    WebhookAddress(Iterable<String> internal) {
        var names = new java.util.HashSet<String>();
        internal.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        this.internal = Set.copyOf(names);
    }

    /** What is wrong with an address as it is written, as a sentence, or null. */
    String wrong(String written) {
        if (written == null || written.isBlank()) {
            return "The address is missing.";
        }
        if (written.length() > LONGEST) {
            return "An address has " + LONGEST + " characters at most.";
        }
        URI uri;
        try {
            uri = new URI(written);
        } catch (URISyntaxException e) {
            return "This is no address. One begins with https:// and the name of a host.";
        }
        if (uri.getHost() == null || uri.getScheme() == null) {
            return "This is no address. One begins with https:// and the name of a host.";
        }
        if (uri.getUserInfo() != null || uri.getFragment() != null) {
            return "An address has neither user nor password nor a fragment. Calls are signed instead.";
        }
        var isInternal = internal.contains(host(uri));
        if (!uri.getScheme().equals("https") && !(uri.getScheme().equals("http") && isInternal)) {
            return "The address must begin with https://.";
        }
        return null;
    }

    /** An address as it may be written where it stays: without path and query, in which many receivers carry a secret of their own. */
    static String told(String written) {
        var uri = URI.create(written.strip());
        return uri.getScheme() + "://" + uri.getHost();
    }

    /** Why the host may not be called now, as a sentence, or null. */
    String barred(URI uri) {
        if (internal.contains(host(uri))) {
            return null;
        }
        try {
            for (var address : InetAddress.getAllByName(uri.getHost().replaceAll("[\\[\\]]", ""))) {
                if (!isPublic(address)) {
                    return "The host leads into a network that is not public, and portolan.notice.internal-hosts does not name it.";
                }
            }
            return null;
        } catch (UnknownHostException e) {
            return "There is no host of this name.";
        }
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            // this network, shared addresses of providers, protocol assignments, benchmarks, and what is reserved
            return first != 0 && !(first == 100 && second >= 64 && second < 128) && !(first == 192 && second == 0 && bytes[2] == 0)
                    && !(first == 198 && (second == 18 || second == 19)) && first < 240;
        }
        // unique local addresses, and those that stand for addresses of the other kind
        return (first & 0xfe) != 0xfc && !(first == 0 && second == 0x64) && !(first == 0x20 && second == 0x02) && first != 0;
    }
}
