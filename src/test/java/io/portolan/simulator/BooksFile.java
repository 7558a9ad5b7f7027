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

/** The bank's books in one JSON file that is whole after every change, even when the bank is killed in the middle of one. */
final class BooksFile {

    static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY).build();

    private final Path file;
    private Books books;

    BooksFile(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            books = Files.exists(file) ? JSON.readValue(file.toFile(), Books.class) : new Books();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads in the books; what is returned must not be changed. */
    synchronized <T> T read(Function<Books, T> reading) {
        return reading.apply(books);
    }

    /** Changes the books and returns when the change is on the disk. */
    synchronized <T> T change(Function<Books, T> change) {
        var result = change.apply(books);
        write(file, books);
        return result;
    }

    /** Changes the books and returns when the change is on the disk. */
    void note(Consumer<Books> change) {
        change(books -> {
            change.accept(books);
            return null;
        });
    }

    /** Forgets everything but the ports. */
    synchronized void reset() {
        var fresh = new Books();
        fresh.portalPort = books.portalPort;
        fresh.apiPort = books.apiPort;
        fresh.smtpPort = books.smtpPort;
        fresh.imapPort = books.imapPort;
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

    static String json(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
