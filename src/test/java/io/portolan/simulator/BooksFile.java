package io.portolan.simulator;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A bank's books in one JSON file that is whole after every change, even when the bank is killed in the middle of one.
 *
 * @param <T> the kind of books
 */
public final class BooksFile<T extends BankBooks<?>> {

    /** Reads and writes whatever the banks keep and answer. */
    public static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT)
            .visibility(PropertyAccessor.ALL, Visibility.NONE).visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY).build();

    private final Path file;
    private final Supplier<T> empty;
    private T books;

    @SuppressWarnings("unchecked")
    BooksFile(Path file, Supplier<T> empty) {
        this.file = file;
        this.empty = empty;
        try {
            Files.createDirectories(file.getParent());
            books = empty.get();
            if (Files.exists(file)) {
                books = (T) JSON.readValue(file.toFile(), books.getClass());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads in the books; what is returned must not be changed. */
    public synchronized <R> R read(Function<T, R> reading) {
        return reading.apply(books);
    }

    /** Changes the books and returns when the change is on the disk. */
    public synchronized <R> R change(Function<T, R> change) {
        var result = change.apply(books);
        write(file, books);
        return result;
    }

    /** Changes the books and returns when the change is on the disk. */
    public void note(Consumer<T> change) {
        change(books -> {
            change.accept(books);
            return null;
        });
    }

    /** Forgets everything but the ports. */
    synchronized void reset() {
        var fresh = empty.get();
        fresh.portalPort = books.portalPort;
        fresh.apiPort = books.apiPort;
        books = fresh;
        write(file, books);
    }

    static void write(Path file, Object content) {
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(content));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This content as JSON. */
    public static String json(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
