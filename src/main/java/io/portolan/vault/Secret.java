package io.portolan.vault;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** A value that nobody may see: it prints as dots, cannot be serialised, equals only itself, and is wiped when closed. */
@JsonSerialize(using = NeverSerialised.class)
public final class Secret implements AutoCloseable {

    private final char[] value;
    private boolean wiped;

    private Secret(char[] value) {
        this.value = value;
    }

    /** A secret with the given characters; the caller's text should not outlive this call. */
    public static Secret of(CharSequence text) {
        var copy = new char[text.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = text.charAt(i);
        }
        return new Secret(copy);
    }

    /** A secret from UTF-8 bytes, which are left as they are. */
    public static Secret ofUtf8(byte[] bytes) {
        var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        var copy = new char[decoded.remaining()];
        decoded.get(copy);
        Arrays.fill(decoded.array(), '\0');
        return new Secret(copy);
    }

    /** Lets the given use see the characters; what it returns must not be written anywhere but to where the secret belongs. */
    public synchronized <T> T reveal(Function<CharSequence, T> use) {
        checkNotWiped();
        return use.apply(CharBuffer.wrap(value).asReadOnlyBuffer());
    }

    /** Lets the given use see the characters as UTF-8 bytes, which are wiped when it returns. */
    public synchronized <T> T revealUtf8(Function<byte[], T> use) {
        checkNotWiped();
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(value));
        var bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        try {
            return use.apply(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** How many characters it has. */
    public int length() {
        return value.length;
    }

    /** Wipes the characters. */
    @Override
    public synchronized void close() {
        Arrays.fill(value, '\0');
        wiped = true;
    }

    @Override
    public String toString() {
        return "•••";
    }

    private void checkNotWiped() {
        if (wiped) {
            throw new IllegalStateException("this secret was wiped");
        }
    }
}
