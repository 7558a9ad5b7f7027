package io.portolan.api;

import io.portolan.refusal.Refused;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers with the version of a thing as its ETag, and changes it only where a client that says by If-Match what it has seen has seen the latest. */
@Component
class ETags {

    /** What nobody has seen. */
    private static final long NONE = -1;

    private final JdbcVersions versions;
    private final TransactionTemplate transactions;

    ETags(JdbcVersions versions, TransactionTemplate transactions) {
        this.versions = versions;
        this.transactions = transactions;
    }

    /** The version is read first, so that one that is changed meanwhile has an old one rather than one that nobody has seen. */
    <T> ResponseEntity<T> read(Versioned kind, String id, Supplier<T> view) {
        var version = versions.find(kind, id);
        return tagged(version, view.get());
    }

    /**
     * Changes it, in the transaction in which its version is looked at where one is given.
     *
     * @throws ChangedSinceRead where it was changed since; with what it is now
     */
    <T> ResponseEntity<T> write(Versioned kind, String id, String ifMatch, Supplier<?> now, Supplier<T> act) {
        var seen = seen(ifMatch);
        var view = seen == null ? act.get() : transactions.execute(status -> {
            hasSeen(versions.lock(kind, id), seen, now);
            return act.get();
        });
        return tagged(versions.find(kind, id), view);
    }

    /** The same for what may not be within a transaction and makes sure itself that it is done once. */
    <T> ResponseEntity<T> writeOnce(Versioned kind, String id, String ifMatch, Supplier<?> now, Supplier<T> act) {
        var seen = seen(ifMatch);
        if (seen != null) {
            hasSeen(versions.find(kind, id), seen, now);
        }
        var view = act.get();
        return tagged(versions.find(kind, id), view);
    }

    /** For what has its version in its body: that of If-Match goes before, and what was changed meanwhile is told with what it is now. */
    static <T> T versioned(String ifMatch, Long inBody, Supplier<?> now, java.util.function.Function<Long, T> act) {
        var seen = seen(ifMatch);
        try {
            return act.apply(seen == null ? inBody : seen);
        } catch (Refused refusal) {
            throw seen != null && refusal.code().endsWith("-changed-meanwhile") ? new ChangedSinceRead(now.get()) : refusal;
        }
    }

    static <T> ResponseEntity<T> tagged(Optional<Long> version, T view) {
        var answer = ResponseEntity.ok();
        version.ifPresent(known -> answer.eTag("\"" + known + "\""));
        return answer.body(view);
    }

    private static void hasSeen(Optional<Long> version, long seen, Supplier<?> now) {
        if (version.isPresent() && version.get() != seen) {
            throw new ChangedSinceRead(now.get());
        }
    }

    /** The version of If-Match; null where any will do. What is no tag of ours fits nothing. */
    private static Long seen(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        return ifMatch.strip().matches("\"\\d{1,18}\"") ? Long.valueOf(ifMatch.strip().replace("\"", "")) : NONE;
    }
}
