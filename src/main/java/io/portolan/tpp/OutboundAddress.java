package io.portolan.tpp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address that our calls come from, or a range of them in CIDR notation (RFC 4632, RFC 4291), as banks let it through. */
final class OutboundAddress {

    private static final Pattern FORM = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");
    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final int WIDEST = 8;

    private OutboundAddress() {
    }

    /** What is wrong with it, empty where nothing is. */
    static Optional<String> wrong(String written) {
        var form = FORM.matcher(written);
        var bytes = form.matches() ? bytes(form.group(1)) : null;
        if (bytes == null) {
            return Optional.of("is no IP address or range");
        }
        int bits = bytes.length * Byte.SIZE;
        int prefix = form.group(2) == null ? bits : Integer.parseInt(form.group(2));
        if (prefix > bits) {
            return Optional.of("has a prefix of more than " + bits + " bits");
        }
        if (prefix < WIDEST) {
            return Optional.of("is wider than any network of ours can be");
        }
        if (!isFirst(bytes, prefix)) {
            return Optional.of("does not begin its range: bits behind the prefix are set");
        }
        return isPublic(bytes) ? Optional.empty() : Optional.of("is of a private network, which no bank sees");
    }

    /** Only what is literally an address is read, so that no name is looked up. */
    private static byte[] bytes(String address) {
        var four = FOUR.matcher(address);
        if (address.indexOf(':') < 0) {
            if (!four.matches()) {
                return null;
            }
            for (int part = 1; part <= four.groupCount(); part++) {
                if (Integer.parseInt(four.group(part)) > 255) {
                    return null;
                }
            }
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static boolean isFirst(byte[] bytes, int prefix) {
        for (int bit = prefix; bit < bytes.length * Byte.SIZE; bit++) {
            if ((bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPublic(byte[] bytes) {
        try {
            var address = InetAddress.getByAddress(bytes);
            var isUniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
            var isShared = bytes.length == 4 && (bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64;
            return !(address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                    || address.isMulticastAddress() || isUniqueLocal || isShared);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
