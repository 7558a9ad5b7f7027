package io.portolan.worklist;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is, by its own first bytes: what its sender or its name says of it counts for nothing. */
enum FileType {

    PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
    JPEG("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
    GIF("image/gif", "GIF8".getBytes(StandardCharsets.US_ASCII)),
    /** Also what office programs write. */
    ZIP("application/zip", new byte[] {'P', 'K', 3, 4}),
    /** Also HTML, SVG and mails: nothing that a browser would run. */
    TEXT("text/plain", null),
    OTHER("application/octet-stream", null);

    private final String mediaType;
    private final byte[] beginning;

    FileType(String mediaType, byte[] beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    String mediaType() {
        return mediaType;
    }

    static FileType of(byte[] body) {
        return Arrays.stream(values()).filter(type -> type.beginning != null && begins(body, type.beginning)).findFirst()
                .orElse(isText(body) ? TEXT : OTHER);
    }

    private static boolean begins(byte[] body, byte[] beginning) {
        return body.length >= beginning.length && Arrays.equals(body, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static boolean isText(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).chars()
                    .noneMatch(letter -> letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f');
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
