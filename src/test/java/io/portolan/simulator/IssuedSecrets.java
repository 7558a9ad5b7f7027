package io.portolan.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What no bank keeps: every secret that was ever typed or handed out in plain text, so that a test can look for them where
 * they must not be.
 */
public final class IssuedSecrets {

    /** A secret, and what it is: {@code portal-password}, {@code api-key}, {@code client-secret} or {@code access-token}. */
    public record Issued(String kind, String value) { }

    private final Path file;
    private final List<Issued> all;

    IssuedSecrets(Path file) {
        this.file = file;
        try {
            all = new ArrayList<>(Files.exists(file)
                    ? BooksFile.JSON.readValue(file.toFile(), new TypeReference<List<Issued>>() { })
                    : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes a secret at the moment that it is typed at or handed out by the bank. */
    public synchronized void add(String kind, String value) {
        all.add(new Issued(kind, value));
        BooksFile.write(file, all);
    }

    /** All of them, oldest first. */
    public synchronized List<Issued> all() {
        return List.copyOf(all);
    }

    synchronized void reset() {
        all.clear();
        BooksFile.write(file, all);
    }
}
