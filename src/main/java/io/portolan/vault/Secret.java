package io.portolan.vault;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** A value that nobody may see: it prints as dots, cannot be serialised, and is wiped when closed. */
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
        var decoded = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes));
        var copy = new char[decoded.remaining()];
        decoded.get(copy);
        return new Secret(copy);
    }

    /** Lets the given use see the characters; what it returns must not be written anywhere but to where the secret belongs. */
    public synchronized <T> T reveal(Function<CharSequence, T> use) {
        if (wiped) {
            throw new IllegalStateException("this secret was wiped");
        }
        return use.apply(CharBuffer.wrap(value).asReadOnlyBuffer());
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

    private void writeObject(ObjectOutputStream stream) throws NotSerializableException {
        throw new NotSerializableException("a secret is never serialised");
    }
}
