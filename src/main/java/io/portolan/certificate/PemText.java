package io.portolan.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The blocks of a PEM text (RFC 7468), read as liberally as people and programs write it: with text around them, with any line breaks or
 * none, with line breaks written as {@code \n}, with the header fields of RFC 1421.
 */
final class PemText {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private PemText() {
    }

    /**
     * A block.
     *
     * @param type such as {@code CERTIFICATE}
     * @param encryption the value of its DEK-Info, or null where it is not encrypted by its header
     * @param der what it holds; empty where that is no base64 or does not end
     */
    record Block(String type, String encryption, byte[] der) {

        boolean isCertificate() {
            return type.endsWith("CERTIFICATE");
        }

        /** Whether it may be more than one certificate, under a name that is not always kept to. */
        boolean isBundle() {
            return type.equals("PKCS7") || type.equals("CMS") || type.endsWith("CERTIFICATE CHAIN");
        }

        boolean isPrivateKey() {
            return type.endsWith("PRIVATE KEY");
        }
    }

    static boolean hasBlocks(CharSequence text) {
        return indexOf(text, BEGIN, 0) >= 0;
    }

    /** The blocks in their order, without what stands around them; one that does not end is empty. */
    static List<Block> blocks(CharSequence text) {
        var blocks = new ArrayList<Block>();
        int from = indexOf(text, BEGIN, 0);
        while (from >= 0) {
            int dashes = indexOf(text, DASHES, from + BEGIN.length());
            if (dashes < 0) {
                break;
            }
            int end = indexOf(text, END, dashes + DASHES.length());
            var type = text.subSequence(from + BEGIN.length(), dashes).toString().strip().toUpperCase(Locale.ROOT);
            if (end < 0) {
                blocks.add(new Block(type, null, new byte[0]));
                break;
            }
            blocks.add(block(type, text.subSequence(dashes + DASHES.length(), end)));
            from = indexOf(text, BEGIN, end);
        }
        return blocks;
    }

    /** The bytes that a text without blocks is the base64 of; empty where it is none. */
    static Optional<byte[]> bare(CharSequence text) {
        var der = decoded(text, 0);
        return der.length == 0 ? Optional.empty() : Optional.of(der);
    }

    private static Block block(String type, CharSequence body) {
        int field = indexOf(body, "DEK-Info:", 0);
        if (field < 0) {
            return new Block(type, null, decoded(body, 0));
        }
        int from = field + "DEK-Info:".length();
        while (from < body.length() && body.charAt(from) == ' ') {
            from++;
        }
        int to = from;
        while (to < body.length() && isOfDekInfo(body.charAt(to))) {
            to++;
        }
        return new Block(type, body.subSequence(from, to).toString(), decoded(body, to));
    }

    private static boolean isOfDekInfo(char character) {
        return character == ',' || character == '-' || character < 128 && Character.isLetterOrDigit(character);
    }

    /** What the text is the base64 of, line breaks and spaces left out; nothing where it is no base64. */
    private static byte[] decoded(CharSequence text, int from) {
        var characters = new byte[text.length() - from];
        int length = 0;
        try {
            for (int i = from; i < text.length(); i++) {
                char character = text.charAt(i);
                if (character == '\\' && i + 1 < text.length() && "nrt".indexOf(text.charAt(i + 1)) >= 0) {
                    i++;
                } else if (character > 127 && !Character.isWhitespace(character) && Character.getType(character) != Character.FORMAT && character != '\u00a0') {
                    return new byte[0];
                } else if (character > ' ' && character < 127 && character != '>') {
                    // RFC 4648, section 5: the alphabet for addresses; a > quotes the lines of a mail
                    characters[length++] = (byte) (character == '-' ? '+' : character == '_' ? '/' : character);
                }
            }
            var base64 = Arrays.copyOf(characters, length);
            try {
                return Base64.getDecoder().decode(base64);
            } finally {
                Arrays.fill(base64, (byte) 0);
            }
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        } finally {
            Arrays.fill(characters, (byte) 0);
        }
    }

    private static int indexOf(CharSequence text, String wanted, int from) {
        for (int i = from; i <= text.length() - wanted.length(); i++) {
            int matched = 0;
            while (matched < wanted.length() && text.charAt(i + matched) == wanted.charAt(matched)) {
                matched++;
            }
            if (matched == wanted.length()) {
                return i;
            }
        }
        return -1;
    }
}
