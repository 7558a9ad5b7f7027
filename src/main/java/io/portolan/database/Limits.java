package io.portolan.database;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows how far the database reaches for the work of this thread. What other threads do is not limited: they work for the house. */
@Component
public class Limits {

    private final ThreadLocal<Limit> current = new ThreadLocal<>();

    /** The limit of this thread; empty where all of the database is there. */
    public Optional<Limit> current() {
        return Optional.ofNullable(current.get());
    }

    /** Limits what this thread does until the scope is closed; null for all of the database. No transaction may be open. */
    public Scope hold(Limit limit) {
        var before = current.get();
        current.set(limit);
        return () -> {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        };
    }

    /** As long as a limit holds. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
