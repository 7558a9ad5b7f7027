package io.portolan.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns the bytes of a file into its text: UTF-8 and nothing else, since guesses would change what a bank is told. */
final class PlaybookText {

    /** More bytes than the longest text that is read can have. */
    private static final int MOST_BYTES = 4 * YamlDocument.MOST_CHARACTERS;

    private static final char MARK = '\uFEFF';

    private PlaybookText() { }

    /** The bytes of a file, of one that is too large only as many as show it. */
    static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return bytes(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(InputStream in) throws IOException {
        return in.readNBytes(MOST_BYTES + 1);
    }

    /** The text, or null with a finding where it is too large or not in UTF-8. */
    static String of(byte[] bytes, Findings findings) {
        if (bytes.length > MOST_BYTES) {
            findings.add("", "the file has more than " + MOST_BYTES / 1024 + " KB; a playbook has at most " + YamlDocument.MOST_CHARACTERS / 1024 + " thousand characters");
            return null;
        }
        if (isUtf16(bytes)) {
            findings.add("", "the file is written in UTF-16; save it as UTF-8");
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        var read = out.flip().toString();
        if (result.isError()) {
            var line = read.chars().filter(each -> each == '\n').count() + 1;
            var column = read.length() - read.lastIndexOf('\n');
            findings.add((int) line, column, "the byte 0x%02X here is no UTF-8, as in a file that was saved as Latin-1 or Windows-1252; save it as UTF-8"
                    .formatted(bytes[in.position()]));
            return null;
        }
        return withoutMark(read);
    }

    /** What the bytes say as far as they are UTF-8. */
    static String asFarAsItIs(byte[] bytes) {
        return withoutMark(new String(bytes, StandardCharsets.UTF_8));
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** By its mark, or since every other byte of its beginning, which is plain ASCII in any playbook, is zero. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                || bytes.length >= 4 && (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 || bytes[1] == 0 && bytes[0] != 0 && bytes[3] == 0));
    }
}
