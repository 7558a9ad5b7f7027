package io.portolan.stories;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;

/** Looks for secrets in whatever form they may stand; what it tells never repeats them. */
final class SecretSearch {

    private static final int KEY = 8;
    /** The lowest bits of what begins a form: most places of a text are no beginning, which is seen without making a text of them. */
    private static final int BITS = 0xffff;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private final Map<String, List<Form>> byBeginning = new HashMap<>();
    private final boolean[] beginnings = new boolean[BITS + 1];
    private final Set<String> found = new LinkedHashSet<>();
    private long searched;

    /** One way in which a secret may be written. */
    private record Form(String secret, String form, String text) { }

    /** Adds a secret that is a text. */
    SecretSearch secret(String name, String value) {
        return add(name, SecretForms.of(value));
    }

    /** Adds a secret that is bytes, such as a part of a private key; long ones are sought in pieces, any of which would do harm. */
    SecretSearch secret(String name, byte[] value) {
        for (int from = 0, piece = 24; from + piece <= value.length; from += piece) {
            add(name + " from byte " + from, SecretForms.of(java.util.Arrays.copyOfRange(value, from, from + piece)));
        }
        return this;
    }

    private SecretSearch add(String name, Map<String, String> forms) {
        forms.forEach((form, text) -> {
            if (text.length() < KEY) {
                throw new IllegalArgumentException(name + " is too short to be told from chance");
            }
            beginnings[beginning(text, 0)] = true;
            byBeginning.computeIfAbsent(text.substring(0, KEY), none -> new ArrayList<>()).add(new Form(name, form, text));
        });
        return this;
    }

    /** Where which secret was found in which form. */
    Set<String> found() {
        return found;
    }

    /** How many characters were looked through. */
    long searched() {
        return searched;
    }

    /** Looks through a text, as it is and without its breaks of lines. */
    void text(String where, String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        scan(where, text);
        var whole = withoutBreaks(text);
        if (whole.length() < text.length()) {
            scan(where, whole);
        }
    }

    /** Without breaks of lines, also escaped ones, and other white space, which cut encoded texts into pieces. */
    private static String withoutBreaks(String text) {
        var whole = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (here == '\\' && (next == 'r' || next == 'n')) {
                i++;
            } else if (!isWhite(here) && !(here == '=' && (next == '\n' || next == '\r' && i + 2 < text.length() && text.charAt(i + 2) == '\n'))) {
                whole.append(here);
            }
        }
        return whole.toString();
    }

    private static boolean isWhite(char each) {
        return each == ' ' || each >= '\t' && each <= '\r';
    }

    /** Looks through bytes: as they are, as a text, and unpacked where they are packed. */
    void bytes(String where, byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return;
        }
        var plain = new String(bytes, StandardCharsets.ISO_8859_1);
        var text = new String(bytes, StandardCharsets.UTF_8);
        text(where, text);
        if (!plain.equals(text)) {
            text(where, plain);
        }
        if (begins(bytes, PNG)) {
            picture(where, bytes);
        } else if (begins(bytes, GZIP)) {
            unpacked(where + ", unpacked", new ByteArrayInputStream(bytes), true);
        } else if (begins(bytes, ZIP)) {
            files(where, bytes);
        }
    }

    private void files(String where, byte[] zip) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                bytes(entry.getName() + " of " + where, in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks through the texts that a PNG may hold in packed form; its other chunks are seen as bytes already. */
    private void picture(String where, byte[] png) {
        var chunks = ByteBuffer.wrap(png, 8, png.length - 8);
        while (chunks.remaining() >= 12) {
            var content = new byte[chunks.getInt()];
            var kind = new byte[4];
            chunks.get(kind).get(content).getInt();
            var type = new String(kind, StandardCharsets.ISO_8859_1);
            if (type.equals("zTXt") || type.equals("iTXt") || type.equals("iCCP")) {
                for (int i = 0; i < content.length - 1; i++) {
                    if (content[i] == 0x78) {
                        unpacked(where + ", " + type, new ByteArrayInputStream(content, i, content.length - i), false);
                    }
                }
            }
        }
    }

    private void unpacked(String where, InputStream packed, boolean gzip) {
        try (var in = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
            bytes(where, in.readAllBytes());
        } catch (java.util.zip.ZipException | java.io.EOFException notPacked) {
            // a byte that only looked like the beginning of something packed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void scan(String where, String text) {
        searched += text.length();
        for (int i = 0; i + KEY <= text.length(); i++) {
            if (beginnings[beginning(text, i)]) {
                for (var form : byBeginning.getOrDefault(text.substring(i, i + KEY), List.of())) {
                    if (text.startsWith(form.text, i)) {
                        found.add(form.secret + ", " + form.form + ", in " + where);
                    }
                }
            }
        }
    }

    private static int beginning(String text, int at) {
        return (text.charAt(at) * 31 * 31 * 31 + text.charAt(at + 1) * 31 * 31 + text.charAt(at + 2) * 31 + text.charAt(at + 3)) & BITS;
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
