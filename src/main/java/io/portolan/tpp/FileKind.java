package io.portolan.tpp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;

/** What a file is, by how it begins. */
enum FileKind {

    PDF("application/pdf"), PNG("image/png"), JPEG("image/jpeg"), SVG("image/svg+xml");

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    /** How far into a file an SVG may say what it is, behind remarks. */
    private static final int SEARCHED = 4_000;

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The sides of a picture in pixels. */
    record Sides(int width, int height) { }

    String mediaType() {
        return mediaType;
    }

    static Optional<FileKind> of(byte[] content) {
        if (begins(content, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        if (begins(content, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        if (begins(content, PDF_HEAD)) {
            return Optional.of(PDF);
        }
        var text = new String(content, 0, Math.min(content.length, SEARCHED), StandardCharsets.UTF_8).stripLeading();
        return (text.startsWith("<") || text.startsWith("\uFEFF<")) && text.contains("<svg") ? Optional.of(SVG) : Optional.empty();
    }

    /** The sides of a PNG or JPEG as its head tells them, without taking it apart; empty where it cannot be read. */
    static Optional<Sides> size(byte[] content) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                return Optional.of(new Sides(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] content, byte[] head) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }
}
